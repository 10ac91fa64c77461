package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The routes of old answer at their paths with their members. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SeedRoutesTest {
    private final ApiServer server = new ApiServer();

    @AfterEach
    void close() {
        server.close();
    }

    @BeforeEach
    void someSongs() {
        for (int i = 0; i < 6; i++) {
            server.tell(ApiServer.song("Abba", "SOS", "10:%02d:00".formatted(5 * i)));
        }
        server.tell(ApiServer.song("AC/DC", "T.N.T. 100%", "10:31:00"));
        server.tell("{\"kind\":\"film\",\"title\":\"Alien\",\"date\":\"2025-01-02\"}");
    }

    private void holds(String path, String... members) {
        ApiServer.Answer answer = server.get(path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        for (String member : members) {
            assertThat(answer.json().at("/" + member.replace('.', '/')).isMissingNode())
                    .as(path + " has " + member + " in " + answer.body())
                    .isFalse();
        }
    }

    @Test
    void stats_are_short_lists() {
        JsonNode stats = server.get("/api/stats").json();

        assertThat(stats.path("total_scrobbles").intValue()).isEqualTo(8);
        assertThat(stats.path("top_artists").get(0).toString()).isEqualTo("[\"Abba\",6]");
        assertThat(stats.path("top_tracks").get(0).toString()).isEqualTo("[\"Abba\",\"SOS\",6]");
        assertThat(server.get("/api/stats?kind=song")
                        .json()
                        .path("total_scrobbles")
                        .intValue())
                .isEqualTo(7);
        assertThat(server.get("/api/years").json().toString()).isEqualTo("[2026,2025]");
    }

    @Test
    void a_start_page_gets_a_period() {
        JsonNode page = server.get("/api/stats/ui?period=year").json();

        assertThat(page.path("period").stringValue()).isEqualTo("year");
        assertThat(page.path("period_scrobbles").intValue()).isEqualTo(7);
        holds("/api/stats/ui", "period", "top_artists.0.name", "top_artists.0.count", "top_artists.0.image_url");
        holds("/api/stats/ui", "top_tracks.0.artist", "top_tracks.0.track", "top_albums.0.album");
        for (String period : List.of("alltime", "today", "week", "month")) {
            holds("/api/stats/ui?period=" + period, "period_scrobbles");
            holds("/api/pulse?period=" + period);
        }
        assertThat(server.get("/api/stats/ui?period=custom&start=2026-05-01T00:00:00Z")
                        .status())
                .isEqualTo(400);
        assertThat(server.get("/api/stats/ui?period=custom&start=2026-05-01T00:00:00Z&end=2026-05-02T00:00:00Z")
                        .json()
                        .path("period_scrobbles")
                        .intValue())
                .isEqualTo(7);
        assertThat(server.get("/api/stats/ui?period=sometimes").status()).isEqualTo(400);
        assertThat(server.get("/api/pulse?from=2026-05-01&to=2026-05-02").json().toString())
                .isEqualTo("[{\"day\":\"2026-05-01\",\"count\":7},{\"day\":\"2026-05-02\",\"count\":0}]");
    }

    @Test
    void reports_hold_what_they_always_held() {
        String[] period = {"period", "start_date", "end_date", "total_scrobbles", "top_artists.0.1", "top_tracks.0.2"};
        holds("/api/reports/alltime", period);
        holds("/api/reports/2026", period);
        holds("/api/reports/lastmonth", period);
        holds("/api/reports/monthly?year=2026&month=5", period);
        holds(
                "/api/reports/heatmap?timezone=UTC&normalize=true",
                "grid.0.day_of_week",
                "grid.0.hours.0.count",
                "peak_day",
                "peak_hour",
                "total_scrobbles",
                "is_normalized",
                "heatmap.167.weekday",
                "heatmap.0.normalized",
                "summary.weeks_in_range",
                "summary.peak_count",
                "weekday_totals",
                "hour_totals");
        holds(
                "/api/reports/novelty?granularity=month",
                "timeline.0.period",
                "timeline.0.novelty_ratio",
                "summary.avg_novelty_ratio",
                "new_artists_discovered.0.first_heard");
        holds(
                "/api/reports/transitions?min_count=1",
                "transitions",
                "top_transitions.0.from_artist",
                "network_data.nodes.0.id",
                "network_data.edges.0.weight",
                "summary.most_common_transition");
        holds("/api/reports/diversity", "timeline.0.shannon_entropy", "timeline.0.diversity_score", "summary");
        holds(
                "/api/reports/yearly/2026",
                "overview.total_minutes",
                "overview.most_active_day",
                "top_content",
                "listening_patterns.night_owl_score",
                "discoveries.new_artists",
                "diversity.artist_loyalty",
                "milestones.0.icon");
        assertThat(server.get("/api/reports/1492").status()).isEqualTo(404);
        assertThat(server.get("/api/reports/yearly/1492").status()).isEqualTo(400);
        assertThat(server.get("/api/reports/heatmap?timezone=Moon").status()).isEqualTo(400);
    }

    @Test
    void names_with_slashes_and_percent_signs_are_found() {
        holds("/api/artist/abba", "stats.total_scrobbles", "stats.first_scrobble", "stats.last_scrobble", "top_tracks");
        holds("/api/artist/AC%2FDC", "top_albums", "scrobbles_over_time.0.date", "scrobbles_over_time.0.count");
        holds("/api/album/AC%2FDC/AC%2FDC%20Album", "stats.total_scrobbles", "image_url");
        holds("/api/track/AC%2FDC/T.N.T.%20100%25", "stats.total_scrobbles");
        assertThat(server.get("/api/artist/Nobody").status()).isEqualTo(404);
    }

    @Test
    void charts_counts_and_search_speak_of_every_kind() {
        JsonNode chart = server.get("/api/charts/items?limit=1").json();
        assertThat(chart.path("size").intValue()).isEqualTo(3);
        assertThat(chart.path("rows")).hasSize(1);
        assertThat(chart.path("rows").get(0).path("name").stringValue()).isEqualTo("SOS");
        assertThat(server.get("/api/charts/items?kind=film")
                        .json()
                        .path("rows")
                        .get(0)
                        .path("name")
                        .stringValue())
                .isEqualTo("Alien");
        assertThat(server.get("/api/charts/nothing").status()).isEqualTo(404);
        assertThat(server.get("/api/charts/items?by=height").status()).isEqualTo(400);
        JsonNode counts = server.get("/api/counts?by=year").json();
        assertThat(counts.path("buckets")).hasSize(2);
        assertThat(counts.path("buckets").get(1).path("plays").intValue()).isEqualTo(7);
        JsonNode found = server.get("/api/search?q=abb").json();
        assertThat(found.path("creators").get(0).path("plays").intValue()).isEqualTo(6);
        assertThat(server.get("/api/search").status()).isEqualTo(400);
    }

    @Test
    void one_thing_tells_its_history() {
        JsonNode item = server.get("/api/items/1?by=day").json();

        assertThat(item.path("name").stringValue()).isEqualTo("SOS");
        assertThat(item.path("plays").intValue()).isEqualTo(6);
        assertThat(item.path("rank").intValue()).isEqualTo(1);
        assertThat(item.path("first").path("at").stringValue()).isEqualTo("2026-05-01T10:00:00Z");
        assertThat(item.path("last").path("at").stringValue()).isEqualTo("2026-05-01T10:25:00Z");
        assertThat(item.path("over_time").get(0).path("plays").intValue()).isEqualTo(6);
        assertThat(item.path("latest")).hasSize(6);
        assertThat(server.get("/api/creators/1")
                        .json()
                        .path("items")
                        .get(0)
                        .path("name")
                        .stringValue())
                .isEqualTo("SOS");
        assertThat(server.get("/api/containers/1").json().path("kind").stringValue())
                .isEqualTo("release");
        assertThat(server.get("/api/items/99").status()).isEqualTo(404);
        assertThat(server.get("/api/creators/99999999999999999999").status()).isEqualTo(404);
    }
}
