package io.reprise.imports;

import static io.reprise.imports.Desk.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.UserId;
import io.reprise.job.JobFailure;
import io.reprise.store.Dialect;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A row ahead of its time is what can be fixed from outside: it is refused today and read when that time has come. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class QuarantineRetryTest {
    private static final long AHEAD = 4_000_000_000L;

    private static String listen(long at, String track) {
        return "{\"listened_at\":" + at + ",\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"" + track
                + "\"}}";
    }

    private static String csv(long at, String track) {
        return "\"" + at + "\",\"x\",\"A\",\"\",\"B\",\"\",\"" + track + "\",\"\"\n";
    }

    static Stream<Arguments> files() {
        String header = "uts,utc_time,artist,artist_mbid,album,album_mbid,track,track_mbid\n";
        return Stream.of(
                Arguments.of("listens.jsonl", listen(1_700_000_000, "One") + '\n' + listen(AHEAD, "Two") + '\n'),
                Arguments.of("listens.json", "[" + listen(1_700_000_000, "One") + ",\n" + listen(AHEAD, "Two") + "]"),
                Arguments.of("lastfm.csv", header + csv(1_700_000_000, "One") + csv(AHEAD, "Two")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_row_of_any_kind_of_file_is_read_again_after_the_fix(String name, String text) throws JobFailure {
        try (Desk desk = new Desk(Dialect.SQLITE)) {
            desk.bring(name, text);
            long number = desk.quarantine.latest(ANNA, 10).getFirst().number();
            assertThat(desk.retry.retry(ANNA, number).orElseThrow().outcome())
                    .isEqualTo(QuarantineRetry.Outcome.REFUSED);
            assertThat(desk.count("play")).isEqualTo(1);

            desk.clock.set(Instant.ofEpochSecond(AHEAD));

            assertThat(desk.retry.retry(new UserId(2), number)).isEmpty();
            assertThat(desk.retry.retry(ANNA, number))
                    .contains(new QuarantineRetry.Tried(number, QuarantineRetry.Outcome.STORED, ""));
            assertThat(desk.count("play")).isEqualTo(2);
            assertThat(desk.retry.retry(ANNA, number)).as("it moves on once").isEmpty();
            assertThat(desk.quarantine.latest(ANNA, 10)).isEmpty();
            assertThat(desk.count("scrobble")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void all_rows_of_a_run_are_tried_and_those_still_unreadable_stay(Dialect dialect) throws JobFailure {
        String broken = "{\"listened_at\":1700000200,\"track_metadata\":{\"artist_name\":\"A\"}}";
        String text = listen(1_700_000_000, "One") + '\n' + listen(AHEAD, "Two") + '\n' + broken + '\n';
        try (Desk desk = new Desk(dialect)) {
            ImportRun run = desk.bring("listens.jsonl", text);
            desk.clock.set(Instant.ofEpochSecond(AHEAD));
            desk.bring("again.jsonl", listen(AHEAD, "Two") + '\n');

            List<QuarantineRetry.Tried> tried = desk.retry.retryRun(ANNA, run.number(), 0);

            assertThat(tried)
                    .extracting(QuarantineRetry.Tried::outcome)
                    .containsExactlyInAnyOrder(QuarantineRetry.Outcome.KNOWN, QuarantineRetry.Outcome.REFUSED);
            assertThat(desk.count("scrobble")).isEqualTo(2);
            assertThat(desk.quarantine.latest(ANNA, 10))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.row().error()).contains("track_name"));
            assertThat(desk.retry.retryRun(ANNA, run.number(), 99)).isEmpty();
        }
    }
}
