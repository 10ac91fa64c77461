package io.reprise.adapters.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.laws.LineFormat;
import io.reprise.scrobble.BulkIntake;
import io.reprise.scrobble.Chunk;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import io.reprise.store.Dialect;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What a program reads back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReadTest {
    private static final String LISTENS = "/1/user/alice/listens";
    private final Server server = new Server(Dialect.SQLITE, LineFormat.INSTANCE);
    private final long base = server.now() - 10_000;

    @AfterEach
    void close() {
        server.close();
    }

    private void told(String... lines) {
        server.intake.accept(
                server.alice.id(),
                new Origin("lastfm", "mpdas", "alice"),
                List.of(lines).stream().map(LineFormat::submission).toList());
    }

    private void tenListens() {
        for (int i = 0; i < 10; i++) {
            server.submit(base + 100L * i, "A", "T" + i);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                              | T9 T8 T7 T6 T5 T4 T3 T2 T1 T0",
                "?count=2                      | T9 T8",
                "?count=0                      | ''",
                "?count=5000                   | T9 T8 T7 T6 T5 T4 T3 T2 T1 T0",
                "?max_ts=300&count=2           | T2 T1",
                "?min_ts=300&count=2           | T5 T4",
                "?min_ts=299&count=1           | T3",
                "?min_ts=100&max_ts=500&count=2| T3 T2",
                "?min_ts=100&max_ts=500        | T4 T3 T2",
                "?min_ts=100&max_ts=101        | ''",
                "?max_ts=0                     | ''",
                "?min_ts=900                   | ''",
            })
    void a_page_is_cut_as_listenbrainz_cuts_it_and_printed_newest_first(String query, String expected) {
        tenListens();
        StringBuilder moved = new StringBuilder();
        var times = java.util.regex.Pattern.compile("(_ts=)(\\d+)").matcher(query == null ? "" : query.strip());
        while (times.find()) {
            times.appendReplacement(moved, "$1" + (base + Long.parseLong(times.group(2))));
        }
        times.appendTail(moved);
        JsonNode payload = server.get(LISTENS + moved, server.aliceToken).json().path("payload");
        List<String> tracks =
                expected.isEmpty() ? List.of() : List.of(expected.strip().split(" "));
        assertThat(server.tracks(moved.toString())).isEqualTo(tracks);
        assertThat(payload.path("count").intValue()).isEqualTo(tracks.size());
        assertThat(payload.path("latest_listen_ts").longValue()).isEqualTo(base + 900);
        assertThat(payload.path("oldest_listen_ts").longValue()).isEqualTo(base);
        assertThat(payload.path("user_id").stringValue()).isEqualTo("Alice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?max_ts=x           | Incorrect max_ts timestamp argument: x",
                "?min_ts=1.5         | Incorrect min_ts timestamp argument: 1.5",
                "?count=many         | Invalid count argument: many",
                "?count=-1           | Number of items requested should be positive",
                "?min_ts=5&max_ts=5  | max_ts should be greater than min_ts",
                "?min_ts=6&max_ts=5  | max_ts should be greater than min_ts",
                "?max_ts=99999999999999999999 | Incorrect max_ts timestamp argument: 99999999999999999999",
            })
    void a_bound_that_is_none_is_refused_in_the_words_of_listenbrainz(String query, String error) {
        Server.Answer answer = server.get(LISTENS + query, server.aliceToken);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"min_ts,9223372036854775807", "max_ts,9223372036854775807", "max_ts,-9223372036854775808"})
    void the_largest_numbers_are_bounds_like_any_other(String name, String number) {
        tenListens();
        assertThat(server.get(LISTENS + "?" + name + "=" + number, server.aliceToken)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void without_listens_the_page_is_empty_and_its_times_are_zero() {
        assertThat(server.get(LISTENS, server.aliceToken).response().body())
                .isEqualTo(
                        "{\"payload\":{\"count\":0,\"latest_listen_ts\":0,\"oldest_listen_ts\":0,\"user_id\":\"Alice\","
                                + "\"listens\":[]}}");
        assertThat(server.get("/1/user/alice/playing-now", server.aliceToken)
                        .response()
                        .body())
                .isEqualTo("{\"payload\":{\"count\":0,\"listens\":[],\"playing_now\":true,\"user_id\":\"Alice\"}}");
    }

    @Test
    void a_song_that_another_protocol_told_of_is_shown_from_the_catalog() {
        told("title=Says;artist=Nils Frahm;album=Spaces;length=480;at=" + Instant.ofEpochSecond(base));
        JsonNode listen = server.listens("").getFirst();
        assertThat(listen.path("listened_at").longValue()).isEqualTo(base);
        assertThat(listen.path("inserted_at").longValue()).isEqualTo(server.now());
        JsonNode metadata = listen.path("track_metadata");
        assertThat(metadata.path("artist_name").stringValue()).isEqualTo("Nils Frahm");
        assertThat(metadata.path("track_name").stringValue()).isEqualTo("Says");
        assertThat(metadata.path("release_name").stringValue()).isEqualTo("Spaces");
        assertThat(metadata.path("additional_info").path("duration").intValue()).isEqualTo(480);
        assertThat(metadata.path("additional_info").path("submission_client").stringValue())
                .isEqualTo("mpdas");
        assertThat(listen.path("recording_msid").stringValue())
                .isEqualTo(Msid.of("Nils Frahm", "Says").toString());
    }

    @Test
    void films_and_songs_without_a_time_are_no_listens() {
        told(
                "kind=film;title=Heat;at=" + Instant.ofEpochSecond(base),
                "title=Undated;artist=A;undated=yes",
                "title=Says;artist=Nils Frahm;at=" + Instant.ofEpochSecond(base + 1));
        assertThat(server.tracks("")).containsExactly("Says");
        assertThat(server.get("/1/user/alice/listen-count", server.aliceToken)
                        .response()
                        .body())
                .isEqualTo("{\"payload\":{\"count\":1}}");
    }

    @Test
    void the_same_play_told_by_two_programs_is_one_listen() {
        server.submit(base, "Nils Frahm", "Says");
        told("title=Says;artist=Nils Frahm;length=480;at=" + Instant.ofEpochSecond(base + 5));
        assertThat(server.tracks("")).containsExactly("Says");
        assertThat(server.get("/1/user/alice/listen-count", server.aliceToken)
                        .response()
                        .body())
                .isEqualTo("{\"payload\":{\"count\":1}}");
        assertThat(server.scrobbles(server.alice)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void listens_that_an_import_packed_into_blocks_are_read_with_what_they_told(Dialect dialect) {
        try (Server own = new Server(dialect)) {
            List<String> listens = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                listens.add(Server.listen(base + 5L * i, "Ärtist", "T" + i)
                        .replace("}}", ",\"additional_info\":{\"mark\":" + i + "}}}"));
            }
            Collections.shuffle(listens, new Random(20));
            importAll(own, listens);
            own.submit(base + 3, "Live", "between");
            List<JsonNode> shown = own.listens("?count=1000&min_ts=" + (base - 1));
            assertThat(shown).hasSize(1000);
            for (JsonNode listen : shown) {
                JsonNode metadata = listen.path("track_metadata");
                String track = metadata.path("track_name").stringValue();
                if (!track.equals("between")) {
                    assertThat("T"
                                    + metadata.path("additional_info")
                                            .path("mark")
                                            .intValue())
                            .isEqualTo(track);
                }
            }
            assertThat(shown.getLast().path("listened_at").longValue()).isEqualTo(base);
            assertThat(shown.get(998).path("track_metadata").path("track_name").stringValue())
                    .isEqualTo("between");
        }
    }

    private static void importAll(Server own, List<String> listens) {
        BulkIntake bulk = own.intake.bulk(own.alice.id(), new Origin("listenbrainz", "import", "alice"), 1);
        for (int from = 0; from < listens.size(); from += BulkIntake.CHUNK_SUBMISSIONS_MAX) {
            int to = Math.min(listens.size(), from + BulkIntake.CHUNK_SUBMISSIONS_MAX);
            Chunk chunk = bulk.prepare(
                    listens.subList(from, to).stream().map(ReadTest::submission).toList());
            own.database.write(tx -> bulk.append(tx, List.of(chunk)));
            bulk.committed(List.of(chunk));
        }
    }

    private static Submission submission(String listen) {
        try {
            return Submission.read(new ListenFormat(), listen.getBytes(StandardCharsets.UTF_8));
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }
}
