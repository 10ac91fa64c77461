package io.reprise.adapters.trakt;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.SettableClock;
import io.reprise.http.OtherParty;
import io.reprise.http.OtherParty.Asked;
import io.reprise.http.OtherParty.Reply;
import io.reprise.http.PoliteClient;
import io.reprise.imports.Connection;
import io.reprise.imports.FaultyParty;
import io.reprise.imports.FaultyParty.Heard;
import io.reprise.imports.PullDesk;
import io.reprise.imports.PullLaw;
import io.reprise.job.JobState;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class TraktHistoryTest {
    private static final String EPISODE = """
            {"id":9876543210,"watched_at":"2026-01-01T20:47:13.000Z","action":"scrobble","type":"episode",
             "episode":{"season":1,"number":1,"title":"Pilot","ids":{"trakt":73640,"imdb":"tt1480055","tmdb":63056}},
             "show":{"title":"Some Show","year":2019,"ids":{"trakt":1390,"imdb":"tt0944947","tmdb":1399}}}""";
    private static final String UNDATED = """
            {"id":7,"watched_at":"1970-01-01T00:00:00.000Z","action":"watch","type":"movie",
             "movie":{"title":"Long Ago","year":1999,"ids":{"imdb":"tt0133093"}}}""";
    private static final String RATED = """
            [{"rated_at":"2026-01-02T08:00:00.000Z","rating":8,"type":"movie",
              "movie":{"title":"Long Ago","year":1999,"ids":{"imdb":"tt0133093"}}}]""";

    private static Reply answer(Asked asked, Map<String, String> query, List<Heard> all) {
        assertThat(asked.authorization()).isEqualTo("Bearer token");
        if (asked.address().getPath().startsWith("/sync/ratings/")) {
            return Reply.of(200, "[]");
        }
        List<Heard> found = FaultyParty.between(
                all,
                Instant.parse(query.get("start_at")).getEpochSecond(),
                Instant.parse(query.get("end_at")).getEpochSecond());
        int rows = Integer.parseInt(query.get("limit"));
        long page = Long.parseLong(query.get("page"));
        String body = FaultyParty.part(found, page - 1, rows).stream()
                .map(TraktHistoryTest::json)
                .collect(Collectors.joining(",", "[", "]"));
        return paged(body, Math.ceilDiv(found.size(), rows), found.size());
    }

    private static Reply paged(String body, int pages, int items) {
        return new Reply(
                200, Map.of("X-Pagination-Page-Count", "" + pages, "X-Pagination-Item-Count", "" + items), body);
    }

    private static String json(Heard heard) {
        return "{\"id\":" + heard.title().replace("Song ", "") + ",\"watched_at\":\""
                + Instant.ofEpochSecond(heard.second()) + "\",\"action\":\"watch\",\"type\":\"movie\",\"movie\":{"
                + "\"title\":\"" + heard.title() + "\",\"year\":2019,\"ids\":{}}}";
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 6})
    void however_it_is_cut_the_history_is_the_same(long seed) {
        new PullLaw(seed, false)
                .holds(
                        TraktHistoryTest::answer,
                        (client, pageRows) -> new TraktHistory(client, new WatchedFormat(), pageRows),
                        new WatchedFormat());
    }

    @Test
    void films_episodes_and_ratings_come_along_once_and_a_time_in_1970_is_none() {
        SettableClock clock = SettableClock.at("2026-06-01T12:00:00Z");
        try (OtherParty party = OtherParty.by(TraktHistoryTest::publicly);
                PoliteClient client = PullDesk.quickClient(clock);
                Database database = Stores.fresh(Dialect.SQLITE);
                PullDesk desk = new PullDesk(
                        database, clock, new TraktHistory(client, new WatchedFormat()), new WatchedFormat())) {
            Connection connection =
                    desk.connect(PullDesk.order("trakt", "Anna", party.at("").toString(), "client-id"));
            assertThat(desk.pull(connection))
                    .isInstanceOfSatisfying(
                            JobState.Done.class,
                            done -> assertThat(done.result()).contains("2 new").contains("1 ratings new"));
            assertThat(desk.pull(connection))
                    .isInstanceOfSatisfying(
                            JobState.Done.class,
                            done -> assertThat(done.result()).contains(" 0 new").doesNotContain("ratings"));
            assertThat(desk.plays()).anySatisfy(play -> assertThat(play).isEqualTo("1767300433 Pilot"));
            assertThat(desk.scrobbles()).isEqualTo(2);
            assertThat(desk.ratings()).containsExactly("1767340800 Long Ago 8");
        }
    }

    private static Reply publicly(Asked asked) {
        assertThat(asked.authorization()).isEmpty();
        return switch (asked.address().getPath()) {
            case "/users/Anna/history" -> paged("[" + EPISODE + "," + UNDATED + "]", 1, 2);
            case "/users/Anna/ratings/movies" -> Reply.of(200, RATED);
            case "/users/Anna/ratings/episodes" -> Reply.of(200, "[]");
            default -> Reply.of(404, "");
        };
    }
}
