package io.reprise.adapters.tmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.catalog.ToldEpisode;
import io.reprise.catalog.ToldEpisode.Place;
import io.reprise.http.GiveUp;
import io.reprise.http.OtherParty.Reply;
import io.reprise.http.TryLater;
import io.reprise.media.ExternalId;
import io.reprise.resolve.AuthorityDesk;
import io.reprise.resolve.EpisodeAuthority.Listing;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The list of a series' episodes with their dates, as TMDB tells it. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class EpisodeListingTest {
    private static final ExternalId SHOW = new ExternalId("tmdb:tv", "1437");
    private static final String SERIES = "{\"id\": 1437, \"name\": \"Firefly\", \"status\": \"%s\","
            + " \"number_of_seasons\": %d, \"seasons\": [{\"season_number\": 0}, {\"season_number\": 1}]}";
    private static final String FIRST = """
            {"_id": "52", "season_number": 1, "episodes": [
              {"id": 97860, "name": "Serenity", "season_number": 1, "episode_number": 1, "air_date": "2002-12-20",
               "runtime": 86},
              {"id": 97861, "name": "The Train Job", "season_number": 1, "episode_number": 2, "air_date": null,
               "runtime": 0},
              {"id": null, "season_number": 1, "episode_number": 3}]}""";
    private static final String SECOND = """
            {"season_number": 2, "episodes": [
              {"id": 97870, "name": "Back", "season_number": 2, "episode_number": 1, "air_date": "2026-12-01"}]}""";

    private final AuthorityDesk desk = new AuthorityDesk();
    private final Tmdb authority =
            new Tmdb(desk.address(), new TmdbKey("0123456789abcdef0123456789abcdef"), desk.client(), desk.answers());

    @AfterEach
    void close() {
        desk.close();
    }

    private void knowsFirefly() {
        desk.answering("/3/tv/1437?", SERIES.formatted("Returning Series", 2))
                .answering("/3/tv/1437/season/1", FIRST)
                .answering("/3/tv/1437/season/2", SECOND);
    }

    @Test
    void every_season_is_asked_for_but_the_specials() {
        knowsFirefly();

        Listing told = authority.episodes(SHOW).orElseThrow();

        assertThat(told.ended()).isFalse();
        assertThat(told.episodes())
                .containsExactly(
                        episode("97860", new Place(1, 1), "Serenity", LocalDate.of(2002, 12, 20), 5160),
                        episode("97861", new Place(1, 2), "The Train Job", null, null),
                        episode("97870", new Place(2, 1), "Back", LocalDate.of(2026, 12, 1), null));
        assertThat(desk.asked()).noneMatch(asked -> asked.contains("/season/0"));
    }

    private static ToldEpisode episode(
            String id, Place place, String title, @Nullable LocalDate day, @Nullable Integer seconds) {
        return new ToldEpisode(
                new ExternalId("tmdb:episode", id),
                place,
                title,
                new ToldEpisode.Airing(day, null),
                seconds,
                List.of());
    }

    @Test
    void the_places_in_other_orders_are_told_along() {
        knowsFirefly();
        desk.answering("/3/tv/1437/episode_groups", "{\"results\": [{\"id\": \"5b11\"}, {\"id\": \"../1\"}]}")
                .answering("/3/tv/episode_group/5b11", """
                        {"groups": [{"order": 0, "episodes": [{"id": 1, "order": 0}]},
                                    {"order": 1, "episodes": [{"id": 97861, "order": 0}, {"id": 97860, "order": 10}]}]}""");

        List<ToldEpisode> told = authority.episodes(SHOW).orElseThrow().episodes();

        assertThat(told.get(0).elsewhere()).containsExactly(new Place(1, 11));
        assertThat(told.get(1).elsewhere()).containsExactly(new Place(1, 1));
    }

    @Test
    void a_series_that_ended_or_was_canceled_has_ended() {
        for (String status : List.of("Ended", "Canceled")) {
            desk.answering("/3/tv/1437?", SERIES.formatted(status, 0));
            assertThat(authority.episodes(SHOW).orElseThrow().ended()).isTrue();
            desk.clock().advance(EpisodeListing.LASTS.plusSeconds(1));
        }
    }

    @Test
    void no_more_seasons_are_asked_for_than_promised() {
        desk.answering("/3/tv/1437?", SERIES.formatted("Ended", 10_000));
        assertThat(authority.episodes(SHOW).orElseThrow().episodes()).isEmpty();
        assertThat(desk.asked()).hasSize(EpisodeListing.SEASONS_MAX + 2);
    }

    @Test
    void what_is_not_there_is_remembered_and_faults_are_told_clearly() {
        assertThat(authority.episodes(SHOW)).isEmpty();
        assertThat(authority.episodes(SHOW)).isEmpty();
        assertThat(desk.asked()).hasSize(1);
        desk.clock().advance(Duration.ofDays(8));
        desk.answering("/3/tv/1437?", Reply.of(429, "slower").with("Retry-After", "7"));
        assertThatThrownBy(() -> authority.episodes(SHOW)).isInstanceOf(TryLater.class);
        desk.answering("/3/tv/1437?", "{\"id\": 1437");
        assertThatThrownBy(() -> authority.episodes(SHOW)).isInstanceOf(GiveUp.class);
        desk.answering("/3/tv/1437?", SERIES.formatted("Ended", 1))
                .answering("/3/tv/1437/season/1", "{\"episodes\": 5}");
        assertThatThrownBy(() -> authority.episodes(SHOW))
                .isInstanceOf(GiveUp.class)
                .hasMessageContaining("no array");
    }
}
