package io.reprise.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.catalog.Ledger;
import io.reprise.job.JobFailure;
import io.reprise.job.JobState;
import io.reprise.scrobble.Quarantine;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
final class ImporterTest {
    private static String listen(long at, String artist, String title) {
        return "{\"listened_at\":" + at + ",\"track_metadata\":{\"artist_name\":\"" + artist + "\",\"track_name\":\""
                + title + "\"}}";
    }

    private static String lines(int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            lines.append(listen(1_700_000_000L + i * 200L, "Artist " + i % 50, "Song " + i % 400))
                    .append('\n');
        }
        return lines.toString();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_export_is_read_row_by_row_and_reading_it_again_changes_nothing(Dialect dialect) throws JobFailure {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("user.json", "{\"user_id\":\"anna\"}");
        entries.put("listens/2023/11.jsonl", lines(0, 600));
        entries.put("listens/2023/2.jsonl", lines(600, 900));
        entries.put("feedback.jsonl", "{\"recording_msid\":\"x\",\"score\":1}\n");
        byte[] zip = Desk.zip(entries);
        try (Desk desk = new Desk(dialect)) {
            ImportRun first = desk.bring("anna.zip", zip);
            ImportRun again = desk.bring("anna.zip", zip);

            assertThat(first.state()).isEqualTo(ImportRun.State.DONE);
            assertThat(first.format()).isEqualTo("listenbrainz.export");
            assertThat(first.tally()).isEqualTo(new Tally(900, 0, 0, 0));
            assertThat(first.firstAt()).isEqualTo(1_700_000_000L);
            assertThat(first.lastAt()).isEqualTo(1_700_000_000L + 899 * 200L);
            assertThat(first.message()).contains("user.json").contains("feedback.jsonl");
            assertThat(again.tally()).isEqualTo(new Tally(0, 900, 0, 0));
            assertThat(desk.count("scrobble")).isEqualTo(900);
            assertThat(desk.count("play")).isEqualTo(900);
            assertThat(desk.count("item")).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_very_same_file_is_known_without_being_read_until_another_build_comes(Dialect dialect) throws Exception {
        String text = lines(0, 300) + "{\"listened_at\":\"never\"}\n";
        try (Desk desk = new Desk(Stores.fresh(dialect), "build 1")) {
            ImportRun first = desk.bring("a.jsonl", text);
            ImportRun again = desk.bring("b.jsonl", text);
            ImportRun longer = desk.bring("a.jsonl", text + lines(300, 301));

            assertThat(first.tally()).isEqualTo(new Tally(300, 0, 1, 0));
            assertThat(again.tally()).isEqualTo(new Tally(0, 300, 1, 0));
            assertThat(again.message()).contains("the very same file was read to its end by import run 1");
            assertThat(again.lastAt()).isEqualTo(first.lastAt());
            assertThat(longer.tally()).isEqualTo(new Tally(1, 300, 1, 0));
            assertThat(longer.message()).doesNotContain("the very same file");
            Desk newer = new Desk(desk.database, "build 2");
            assertThat(newer.bring("a.jsonl", text).message()).doesNotContain("the very same file");
            newer.worker.close();
        }
    }

    @Test
    void a_file_whose_import_was_undone_is_read_again() throws Exception {
        try (Desk desk = new Desk(Stores.fresh(Dialect.SQLITE), "build 1")) {
            ImportRun first = desk.bring("a.jsonl", lines(0, 10));
            desk.imports.undo(Desk.ANNA, first.number(), new Ledger.Author("anna", "a mistake"));
            desk.end();

            assertThat(desk.bring("a.jsonl", lines(0, 10)).message())
                    .doesNotContain("the very same file")
                    .contains("undone");
        }
    }

    @Test
    void more_rows_than_one_step_holds_are_all_stored() throws JobFailure {
        try (Desk desk = new Desk(Dialect.SQLITE)) {
            ImportRun run = desk.bring("many.jsonl", lines(0, 25_000));

            assertThat(run.tally()).isEqualTo(new Tally(25_000, 0, 0, 0));
            assertThat(desk.count("scrobble")).isEqualTo(25_000);
        }
    }

    @Test
    void bad_rows_are_refused_with_their_place_and_the_others_are_kept() throws JobFailure {
        String text = listen(1_700_000_000, "A", "One")
                + "\n{\"listened_at\":1700000200,\"track_metadata\":{\"artist_name\":\"A\"}}\n\0\0\0\n"
                + "{\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"No time\"}}\n"
                + listen(4_000_000_000L, "A", "Future") + "\n"
                + listen(1_700_000_400, "A", "Two");
        try (Desk desk = new Desk(Dialect.SQLITE)) {
            ImportRun run = desk.bring("listens.jsonl", text);

            assertThat(run.tally()).isEqualTo(new Tally(2, 0, 4, 0));
            assertThat(desk.imports.refusals(Desk.ANNA, run.number()))
                    .extracting(Refusal::place)
                    .containsExactlyInAnyOrder(
                            "listens.jsonl, line 2",
                            "listens.jsonl, line 3",
                            "listens.jsonl, line 4",
                            "listens.jsonl, line 5");
            assertThat(desk.imports.refusals(Desk.ANNA, run.number()))
                    .extracting(Refusal::reason)
                    .anyMatch(reason -> reason.contains("track_metadata.track_name: expected text, got nothing"))
                    .anyMatch(reason -> reason.contains("tells no time"))
                    .anyMatch(reason -> reason.contains("ahead of now"));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_cannot_be_read_is_kept_once_to_be_tried_again(Dialect dialect) throws JobFailure {
        String bad = "{\"listened_at\":1700000200,\"track_metadata\":{\"artist_name\":\"A\"}}";
        String text = listen(1_700_000_000, "A", "One") + '\n' + bad + '\n';
        try (Desk desk = new Desk(dialect)) {
            desk.bring("listens.jsonl", text);
            desk.bring("listens.jsonl", text);

            assertThat(desk.quarantine.latest(Desk.ANNA, 10)).singleElement().satisfies(kept -> {
                Quarantine.Row row = kept.row();
                assertThat(new String(row.bytes(), StandardCharsets.UTF_8)).isEqualTo(bad);
                assertThat(row.place()).isEqualTo("listens.jsonl, line 2");
                assertThat(row.error()).contains("track_name");
            });
        }
    }

    @Test
    void a_file_of_an_unknown_kind_is_answered_with_what_is_understood() {
        try (Desk desk = new Desk(Dialect.SQLITE)) {
            assertThatThrownBy(() -> desk.bring("photo.jpg", "\u00FF\u00D8\u00FF\u00E0"))
                    .isInstanceOfSatisfying(JobFailure.class, failure -> {
                        assertThat(failure.reason()).contains("photo.jpg holds no history that can be read");
                        assertThat(failure.whatToDo())
                                .contains("ListenBrainz")
                                .contains("Spotify")
                                .contains("Maloja");
                    });
            assertThat(desk.imports.runs(Desk.ANNA, 10)).isEmpty();
        }
    }

    @Test
    void an_empty_file_is_an_unknown_kind() {
        try (Desk desk = new Desk(Dialect.SQLITE)) {
            assertThatThrownBy(() -> desk.bring("empty.json", new byte[0])).isInstanceOf(JobFailure.class);
        }
    }

    @Test
    void the_name_of_a_file_proves_nothing() throws JobFailure {
        try (Desk desk = new Desk(Dialect.SQLITE)) {
            assertThat(desk.bring("holiday.jpg", lines(0, 3)).tally().fresh()).isEqualTo(3);
        }
    }

    @Test
    void a_gzip_is_read_as_what_it_holds() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(lines(0, 10).getBytes(StandardCharsets.UTF_8));
        }
        try (Desk desk = new Desk(Dialect.SQLITE)) {
            assertThat(desk.bring("listens.jsonl.gz", bytes.toByteArray())
                            .tally()
                            .fresh())
                    .isEqualTo(10);
        }
    }

    @Test
    void a_zip_that_was_cut_off_gives_what_it_can_and_says_so() throws JobFailure {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("a/listens/2023/1.jsonl", lines(0, 300));
        entries.put("a/listens/2023/2.jsonl", lines(300, 3_000));
        byte[] zip = Desk.zip(entries);
        try (Desk desk = new Desk(Dialect.SQLITE)) {
            ImportRun run = desk.bring("anna.zip", Arrays.copyOf(zip, zip.length / 2));

            assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
            assertThat(run.tally().fresh()).isBetween(301L, 2_999L);
            assertThat(run.tally().refused()).isEqualTo(1);
            assertThat(run.message()).contains("damaged");
            assertThat(desk.imports.refusals(Desk.ANNA, run.number()).getFirst().reason())
                    .contains("cut off");
        }
    }

    @Test
    void a_bomb_is_defused_and_what_came_before_it_is_kept() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("listens/2023/1.jsonl"));
            zip.write(lines(0, 20).getBytes(StandardCharsets.UTF_8));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        try (Desk desk = new Desk(Dialect.SQLITE)) {
            ImportRun run = desk.bring("bomb.zip", bytes.toByteArray());

            assertThat(run.tally().fresh()).isEqualTo(20);
            assertThat(desk.imports.refusals(Desk.ANNA, run.number()))
                    .extracting(Refusal::reason)
                    .anyMatch(reason -> reason.contains("unpacks to more than"));
        }
    }

    @Test
    void a_spooled_upload_is_deleted_and_a_persons_own_file_is_not() throws Exception {
        try (Desk desk = new Desk(Dialect.SQLITE)) {
            Path spooled = desk.file(lines(0, 3).getBytes(StandardCharsets.UTF_8));
            Path own = desk.file(lines(0, 3).getBytes(StandardCharsets.UTF_8));
            desk.bring("a.jsonl", spooled);
            desk.imports.start(Desk.ANNA, own, "b.jsonl");

            assertThat(desk.end()).isInstanceOf(JobState.Done.class);
            assertThat(spooled).doesNotExist();
            assertThat(own).exists();
        }
    }

    @Test
    void a_file_that_is_gone_fails_with_what_to_do() throws IOException {
        try (Desk desk = new Desk(Dialect.SQLITE)) {
            Path file = desk.file(new byte[0]);
            Files.delete(file);

            assertThatThrownBy(() -> desk.bring("gone.json", file))
                    .isInstanceOfSatisfying(
                            JobFailure.class,
                            failure -> assertThat(failure.whatToDo()).contains("again"));
        }
    }

    @Test
    void thousands_of_refusals_are_counted_and_the_first_thousand_kept() throws JobFailure {
        StringBuilder text = new StringBuilder(lines(0, 1));
        for (int i = 0; i < 3_000; i++) {
            text.append("{\"listened_at\":true}\n");
        }
        text.append(lines(1, 2));
        try (Desk desk = new Desk(Dialect.SQLITE)) {
            ImportRun run = desk.bring("bad.jsonl", text.toString());

            assertThat(run.tally()).isEqualTo(new Tally(2, 0, 3_000, 0));
            assertThat(desk.imports.refusals(Desk.ANNA, run.number())).hasSize(1_000);
        }
    }
}
