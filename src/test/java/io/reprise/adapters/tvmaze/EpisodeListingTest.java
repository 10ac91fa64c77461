package io.reprise.adapters.tvmaze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.ToldEpisode;
import io.reprise.catalog.ToldEpisode.Place;
import io.reprise.http.GiveUp;
import io.reprise.http.OtherParty.Reply;
import io.reprise.http.TryLater;
import io.reprise.media.ExternalId;
import io.reprise.resolve.AuthorityDesk;
import io.reprise.resolve.EpisodeAuthority.Listing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The list of a show's episodes with their dates, as TVmaze tells it. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class EpisodeListingTest {
    private static final ExternalId SHOW = new ExternalId("tvmaze:show", "180");
    private static final String ASKED = "/shows/180?embed=episodes";

    private final AuthorityDesk desk = new AuthorityDesk();
    private final Tvmaze authority = new Tvmaze(desk.address(), desk.client(), desk.answers());

    @AfterEach
    void close() {
        desk.close();
    }

    private static String show(String status, String episodes) {
        return "{\"id\": 180, \"name\": \"Firefly\", \"status\": \"" + status
                + "\", \"premiered\": \"2002-09-20\", \"_embedded\": {\"episodes\": [" + episodes + "]}}";
    }

    private static final String TIMED = """
            {"id": 12992, "name": "The Train Job", "season": 1, "number": 1, "type": "regular", "runtime": 60,
             "airdate": "2002-09-20", "airtime": "20:00", "airstamp": "2002-09-21T00:00:00+00:00"}""";
    private static final String DATED = """
            {"id": 12993, "name": "Bushwhacked", "season": 1, "number": 2, "type": "regular", "runtime": null,
             "airdate": "2002-09-27", "airtime": "", "airstamp": "2002-09-27T12:00:00+00:00"}""";
    private static final String UNDATED = """
            {"id": 12994, "name": "TBA", "season": 1, "number": 3, "airdate": "", "airtime": "", "airstamp": null}""";
    private static final String SPECIAL = """
            {"id": 13999, "name": "Here's How It Was", "season": 1, "number": null, "type": "significant_special",
             "airdate": "2003-12-09"}""";

    @Test
    void an_episode_has_its_second_where_a_time_was_told_else_its_day_and_specials_are_left_out() {
        desk.answering(ASKED, show("Running", String.join(",", TIMED, DATED, UNDATED, SPECIAL)));

        Listing told = authority.episodes(SHOW).orElseThrow();

        assertThat(told.ended()).isFalse();
        assertThat(told.episodes())
                .containsExactly(
                        new ToldEpisode(
                                new ExternalId("tvmaze:episode", "12992"),
                                new Place(1, 1),
                                "The Train Job",
                                new ToldEpisode.Airing(
                                        LocalDate.of(2002, 9, 20),
                                        Instant.parse("2002-09-21T00:00:00Z").getEpochSecond()),
                                3600,
                                List.of()),
                        new ToldEpisode(
                                new ExternalId("tvmaze:episode", "12993"),
                                new Place(1, 2),
                                "Bushwhacked",
                                new ToldEpisode.Airing(LocalDate.of(2002, 9, 27), null),
                                null,
                                List.of()),
                        new ToldEpisode(
                                new ExternalId("tvmaze:episode", "12994"),
                                new Place(1, 3),
                                "TBA",
                                ToldEpisode.Airing.UNKNOWN,
                                null,
                                List.of()));
    }

    @Test
    void the_places_in_other_orders_are_told_along() {
        desk.answering(ASKED, show("Ended", TIMED))
                .answering("/shows/180/alternatelists", "[{\"id\": 7, \"dvd_release\": true}, {\"id\": null}]")
                .answering(
                        "/alternatelists/7/alternateepisodes?embed=episodes",
                        "[{\"season\": 1, \"number\": 2, \"_embedded\": {\"episodes\": [{\"id\": 12992}]}},"
                                + "{\"season\": 1, \"number\": 1, \"_embedded\": {\"episodes\": []}}]");

        Listing told = authority.episodes(SHOW).orElseThrow();

        assertThat(told.ended()).isTrue();
        assertThat(told.episodes().getFirst().elsewhere()).containsExactly(new Place(1, 2));
    }

    @Test
    void what_was_told_is_remembered_for_a_day_for_more_may_be_announced() {
        desk.answering(ASKED, show("Running", TIMED));
        authority.episodes(SHOW);
        int once = desk.asked().size();
        authority.episodes(SHOW);
        assertThat(desk.asked()).hasSize(once);

        desk.answering(ASKED, show("Running", TIMED + "," + DATED));
        desk.clock().advance(EpisodeListing.LASTS.plusSeconds(1));

        assertThat(authority.episodes(SHOW).orElseThrow().episodes()).hasSize(2);
    }

    @Test
    void a_show_that_is_not_there_is_known_not_to_be_for_a_week() {
        assertThat(authority.episodes(SHOW)).isEmpty();
        assertThat(authority.episodes(SHOW)).isEmpty();
        assertThat(desk.asked()).hasSize(1);
        assertThat(authority.episodes(new ExternalId("tmdb:tv", "180"))).isEmpty();
        assertThat(authority.episodes(new ExternalId("tvmaze:show", "180/../1")))
                .isEmpty();
        assertThat(desk.asked()).hasSize(1);
    }

    @Test
    void faults_are_told_clearly() {
        desk.answering(ASKED, Reply.of(429, "slower").with("Retry-After", "7"));
        assertThatThrownBy(() -> authority.episodes(SHOW)).isInstanceOf(TryLater.class);
        desk.answering(ASKED, "{\"id\": 180, \"_embedded\": {\"episodes\": {\"id\": 1}}}");
        assertThatThrownBy(() -> authority.episodes(SHOW))
                .isInstanceOf(GiveUp.class)
                .hasMessageContaining("no array");
        desk.clock().advance(EpisodeListing.LASTS.plusSeconds(1));
        desk.answering(ASKED, show("Running", TIMED).substring(0, 150));
        assertThatThrownBy(() -> authority.episodes(SHOW))
                .isInstanceOf(GiveUp.class)
                .hasMessageContaining("something else than expected");
    }

    @Test
    void episodes_told_in_wrong_types_are_left_out_and_wrong_dates_are_unknown() {
        desk.answering(ASKED, show("Running", """
                {"id": "x", "season": 1, "number": 1}, {"id": 1, "season": "1", "number": 1}, 17, null,
                {"id": 2, "season": -1, "number": 1}, {"id": 3, "season": 1, "number": 123456789},
                {"id": 4, "name": ["a"], "season": 2, "number": 1, "airdate": "soon", "runtime": "long"}"""));

        assertThat(authority.episodes(SHOW).orElseThrow().episodes())
                .containsExactly(new ToldEpisode(
                        new ExternalId("tvmaze:episode", "4"),
                        new Place(2, 1),
                        "",
                        ToldEpisode.Airing.UNKNOWN,
                        null,
                        List.of()));
    }

    @Test
    void of_ten_thousand_episodes_the_newest_are_kept() {
        desk.answering(
                ASKED,
                show(
                        "Running",
                        IntStream.rangeClosed(1, 10_000)
                                .mapToObj(i ->
                                        "{\"id\": " + i + ", \"name\": \"x\", \"season\": 1, \"number\": " + i + "}")
                                .collect(Collectors.joining(","))));

        EpisodeList kept = new EpisodeList(
                SHOW, 1, false, authority.episodes(SHOW).orElseThrow().episodes());

        assertThat(kept.episodes()).hasSize(EpisodeList.EPISODES_MAX);
        assertThat(kept.episodes().getLast().place()).isEqualTo(new Place(1, 10_000));
        assertThat(kept.isWhole()).isFalse();
    }
}
