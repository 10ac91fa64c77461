package io.reprise.adapters.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.store.Dialect;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The clock stands at 2026-11-21T02:00:00Z, a Saturday. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class StatsTest {
    private static final String STATS = "/1/stats/user/alice/";
    private final Server server = new Server(Dialect.SQLITE);

    @BeforeAll
    void alice_listens() {
        listen("2024-03-01T10:00:00Z", "A", "One", "R");
        listen("2026-05-04T10:00:00Z", "A", "One", "R");
        listen("2026-11-10T10:00:00Z", "B", "Two", "S");
        listen("2026-11-17T23:30:00Z", "A", "One", "R");
        listen("2026-11-20T23:30:00Z", "A", "Three", "R");
    }

    @AfterAll
    void close() {
        server.close();
    }

    private void listen(String at, String artist, String track, String release) {
        String listen = Server.listen(Instant.parse(at).getEpochSecond(), artist, track)
                .replace("\"track_name\"", "\"release_name\":\"" + release + "\",\"track_name\"");
        assertThat(server.post("/1/submit-listens", server.aliceToken, Server.single(listen))
                        .status())
                .isEqualTo(200);
    }

    private JsonNode payload(String question) {
        return server.get(STATS + question, server.aliceToken).json().path("payload");
    }

    private static String envelope(String range, String from, String to) {
        return ",\"range\":\"" + range + "\",\"from_ts\":"
                + Instant.parse(from).getEpochSecond() + ",\"to_ts\":"
                + Instant.parse(to).getEpochSecond() + ",\"last_updated\":"
                + Instant.parse("2026-11-21T02:00:00Z").getEpochSecond() + ",\"user_id\":\"Alice\"}";
    }

    @Test
    void artists_releases_and_recordings_are_ranked() {
        assertThat(payload("artists"))
                .hasToString("{\"artists\":[{\"artist_name\":\"A\",\"artist_mbid\":null,\"listen_count\":4},"
                        + "{\"artist_name\":\"B\",\"artist_mbid\":null,\"listen_count\":1}],\"count\":2,"
                        + "\"total_artist_count\":2,\"offset\":0"
                        + envelope("all_time", "2024-03-01T10:00:00Z", "2026-11-21T02:00:00Z"));
        String release = "{\"release_name\":\"S\",\"artist_name\":\"B"
                + "\",\"listen_count\":1,\"release_mbid\":null,"
                + "\"artist_mbids\":[]}";
        assertThat(payload("releases?count=1&offset=1"))
                .hasToString("{\"releases\":[" + release + "],\"count\":1,\"total_rele"
                        + "ase_count\":2,\"offset\":1"
                        + envelope("all_time", "2024-03-01T10:00:00Z", "2026-11-21T02:00:00Z"));
        assertThat(payload("release-groups?count=0&range=year").toString())
                .startsWith("{\"release_groups\":[],\"count\":0,\"total_release_group_count\":0");
        assertThat(payload("recordings?range=this_month"))
                .hasToString("{\"recordings\":[" + recording("A", "One", "R", 1) + "," + recording("A", "Three", "R", 1)
                        + "," + recording("B", "Two", "S", 1)
                        + "],\"count\":3,\"total_recording_count\":3,\"offset\":0"
                        + envelope("this_month", "2026-11-01T00:00:00Z", "2026-11-30T23:59:59Z"));
    }

    private static String recording(String artist, String track, String release, int count) {
        return "{\"track_name\":\"" + track + "\",\"artist_name\":\"" + artist + "\",\"release_name\":\"" + release
                + "\",\"listen_count\":" + count + ",\"recording_mbid\":null,\"recording_msid\":\""
                + Msid.of(artist, track) + "\",\"release_mbid\":null,\"artist_mbids\":[]}";
    }

    @ParameterizedTest
    @CsvSource({
        "this_week, 2026-11-16T00:00:00Z, 2026-11-22T23:59:59Z, 2",
        "week, 2026-11-09T00:00:00Z, 2026-11-15T23:59:59Z, 1",
        "this_month, 2026-11-01T00:00:00Z, 2026-11-30T23:59:59Z, 3",
        "month, 2026-10-01T00:00:00Z, 2026-10-31T23:59:59Z, 0",
        "quarter, 2026-07-01T00:00:00Z, 2026-09-30T23:59:59Z, 0",
        "half_yearly, 2026-01-01T00:00:00Z, 2026-06-30T23:59:59Z, 1",
        "this_year, 2026-01-01T00:00:00Z, 2026-12-31T23:59:59Z, 4",
        "year, 2025-01-01T00:00:00Z, 2025-12-31T23:59:59Z, 0",
    })
    void a_range_is_a_calendar_one_and_an_empty_one_is_an_empty_list(
            String range, String from, String to, int listens) {
        JsonNode payload = payload("artists?range=" + range);
        assertThat(payload.toString()).endsWith(envelope(range, from, to));
        int counted = 0;
        for (JsonNode artist : payload.path("artists")) {
            counted += artist.path("listen_count").intValue();
        }
        assertThat(counted).isEqualTo(listens);
        int daily = 0;
        for (JsonNode day : payload("daily-activity?range=" + range).path("daily_activity")) {
            for (JsonNode hour : day) {
                daily += hour.path("listen_count").intValue();
            }
        }
        assertThat(daily).isEqualTo(listens);
    }

    @Test
    void activity_covers_this_range_and_the_one_before() {
        JsonNode week = payload("listening-activity?range=this_week");
        assertThat(week.path("listening_activity")).hasSize(14);
        assertThat(week.path("listening_activity").get(1))
                .hasToString(
                        "{\"from_ts\":" + Instant.parse("2026-11-10T00:00:00Z").getEpochSecond() + ",\"to_ts\":"
                                + Instant.parse("2026-11-10T23:59:59Z").getEpochSecond()
                                + ",\"time_range\":\"Tuesday 10 November 2026\",\"listen_count\":1}");
        assertThat(week.toString()).endsWith(envelope("this_week", "2026-11-09T00:00:00Z", "2026-11-22T23:59:59Z"));
        assertThat(labels("this_year")).hasSize(24).startsWith("January 2025").contains("May 2026");
        assertThat(labels("month")).hasSize(61).startsWith("01 September 2026");
        assertThat(labels("all_time")).containsExactly("2024", "2026");
    }

    private List<String> labels(String range) {
        return payload("listening-activity?range=" + range).path("listening_activity").values().stream()
                .map(row -> row.path("time_range").stringValue())
                .toList();
    }

    @Test
    void daily_activity_has_every_hour_of_every_weekday_in_utc() {
        JsonNode days = payload("daily-activity").path("daily_activity");
        assertThat(days.propertyNames()).startsWith("Monday", "Tuesday").hasSize(7);
        assertThat(days.path("Friday")).hasSize(24);
        assertThat(days.path("Friday").get(23)).hasToString("{\"hour\":23,\"listen_count\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"artists", "releases", "release-groups", "recordings", "listening-activity", "daily-activity"})
    void a_bad_range_or_user_is_refused_and_who_never_listened_gets_empty_lists(String what) {
        Server.Answer range = server.get(STATS + what + "?range=decade", server.aliceToken);
        assertThat(range.status()).isEqualTo(400);
        assertThat(range.error()).isEqualTo("Invalid range: decade");
        assertThat(server.get("/1/stats/user/carol/" + what, server.aliceToken).error())
                .isEqualTo("Cannot find user: carol");
        Server.Answer empty = server.get("/apis/listenbrainz/1/stats/user/bob/" + what, server.bobToken);
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.json().path("payload").path("user_id").stringValue()).isEqualTo("Bob");
    }

    @Test
    void the_probe_for_another_server_finds_nothing() {
        assertThat(server.get("/apis/web/v1/stats", server.aliceToken).status()).isEqualTo(404);
    }
}
