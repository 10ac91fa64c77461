package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.UserId;
import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.EpisodeRows;
import io.reprise.catalog.ToldEpisode;
import io.reprise.media.ExternalId;
import io.reprise.store.Dialect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code /api/containers/{number}/episodes} over HTTP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class EpisodeRoutesTest {
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_episodes_of_a_series_are_told_with_what_was_seen_and_what_is_next(Dialect dialect) {
        try (ApiServer server = new ApiServer(dialect)) {
            server.post(
                    "/api/scrobbles",
                    "{\"kind\":\"episode\",\"show\":\"Pier\",\"season\":1,\"episode\":1,"
                            + "\"started_at\":\"2026-05-01T20:00:00Z\"}");
            ApiServer.Answer untold = server.get("/api/containers/1/episodes");
            assertThat(untold.status()).isEqualTo(404);
            assertThat(untold.body()).contains("No authority told the episodes of container 1");
            server.post(
                    "/api/decisions",
                    "{\"kind\":\"container\",\"number\":1,\"type\":\"link\",\"id\":\"tvmaze:show=180\"}");
            server.database.write(tx -> {
                EpisodeRows.put(tx, new UserId(1), list());
                return true;
            });

            JsonNode told = server.get("/api/containers/1/episodes").json();

            assertThat(told.path("show").asString("")).isEqualTo("tvmaze:show=180");
            assertThat(told.path("seen").intValue()).isEqualTo(1);
            assertThat(told.path("out").intValue()).isEqualTo(2);
            assertThat(told.path("ended").booleanValue()).isFalse();
            assertThat(told.path("next").path("title").asString("")).isEqualTo("The Well");
            assertThat(told.path("episodes").get(0).path("last_seen").asString(""))
                    .isEqualTo("2026-05-01");
            assertThat(told.path("episodes").get(2).path("at").asString("")).isEqualTo("2026-07-01T20:00:00Z");
            assertThat(told.path("episodes").get(2).path("out").booleanValue()).isFalse();
            assertThat(server.get("/api/containers/99/episodes").status()).isEqualTo(404);
            JsonNode upcoming = server.get("/api/reports/upcoming").json();
            assertThat(upcoming.path("sentence").asString("")).contains("the next is “Pier” S2 E1");
        }
    }

    private static EpisodeList list() {
        return new EpisodeList(
                new ExternalId("tvmaze:show", "180"),
                1_777_000_000,
                false,
                List.of(
                        episode(1, 1, "Pilot", new ToldEpisode.Airing(LocalDate.of(2026, 1, 1), null)),
                        episode(1, 2, "The Well", new ToldEpisode.Airing(LocalDate.of(2026, 1, 8), null)),
                        episode(
                                2,
                                1,
                                "Back",
                                new ToldEpisode.Airing(
                                        LocalDate.of(2026, 7, 1),
                                        Instant.parse("2026-07-01T20:00:00Z").getEpochSecond()))));
    }

    private static ToldEpisode episode(int season, int number, String title, ToldEpisode.Airing airing) {
        return new ToldEpisode(
                new ExternalId("tvmaze:episode", season + "0" + number),
                new ToldEpisode.Place(season, number),
                title,
                airing,
                null,
                List.of());
    }
}
