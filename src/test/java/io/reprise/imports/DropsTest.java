package io.reprise.imports;

import static io.reprise.imports.Desk.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.job.JobFailure;
import io.reprise.job.JobState;
import io.reprise.store.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DropsTest {
    private static final User USER = new User(ANNA, "anna");
    private static final Duration SETTLED = Duration.ofSeconds(DropLook.SETTLED_SECONDS);

    @TempDir
    Path root = Path.of("");

    private final Desk desk = new Desk(Dialect.SQLITE);
    private Drops drops = new Drops(desk.database, Path.of(""));
    private DropLook look = new DropLook(drops, desk.imports, desk.clock);

    @BeforeEach
    void begin() {
        drops = new Drops(desk.database, root);
        look = again();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** As in the next process. */
    private DropLook again() {
        return new DropLook(drops, desk.imports, desk.clock);
    }

    private static String song(String title, int hour) {
        return "{\"kind\":\"song\",\"title\":\"" + title + "\",\"artist\":\"A\",\"started_at\":\"2024-05-01T0" + hour
                + ":00:00Z\"}\n";
    }

    private Path at(String name) {
        return root.resolve("anna").resolve(name);
    }

    private Path put(String name, String text) throws IOException {
        return Files.writeString(at(name), text);
    }

    private long in(Duration time) {
        return desk.clock.instant().plus(time).getEpochSecond();
    }

    private void settle() {
        desk.clock.advance(SETTLED);
        look.look();
    }

    /** The names of all that lies there, also of what is hidden, below the folder. */
    private List<String> lie(String folder) throws IOException {
        if (Files.notExists(at(folder))) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(at(folder))) {
            return all.filter(Files::isRegularFile)
                    .map(DropFolder::name)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_file_is_taken_when_its_writing_has_ended_and_is_kept_in_done() throws Exception {
        drops.turn(USER, true);
        assertThat(look.look()).isEmpty();
        Path file = put("old.ndjson", song("One", 1));
        assertThat(look.look()).isEqualTo(OptionalLong.of(in(SETTLED)));

        desk.clock.advance(SETTLED);
        Files.writeString(file, song("Two", 2), StandardOpenOption.APPEND);
        assertThat(look.look()).as("it has grown").isEqualTo(OptionalLong.of(in(SETTLED)));
        assertThat(lie("done")).isEmpty();

        desk.clock.advance(SETTLED);
        assertThat(look.look()).isEmpty();
        assertThat(desk.end()).isInstanceOf(JobState.Done.class);
        assertThat(desk.count("play")).isEqualTo(2);
        assertThat(desk.imports.runs(ANNA, 1).getFirst().source()).isEqualTo("old.ndjson");
        assertThat(lie("done")).containsExactly("old.ndjson");
        assertThat(lie("")).containsExactly("old.ndjson");
        assertThat(drops.of(USER)).isEqualTo(new Drops.Drop(true, root.resolve("anna"), 0, null));
    }

    @Test
    void two_files_of_one_name_are_both_kept() throws Exception {
        drops.turn(USER, true);
        for (int i = 1; i <= 2; i++) {
            put("old.ndjson", song("Song " + i, i));
            look.look();
            settle();
            desk.end();
        }
        assertThat(lie("done")).containsExactly("old (2).ndjson", "old.ndjson");
        assertThat(desk.count("play")).isEqualTo(2);
    }

    @Test
    void what_is_hidden_half_loaded_empty_a_link_or_a_folder_is_left_alone() throws Exception {
        drops.turn(USER, true);
        for (String name : List.of(".old.ndjson", "a.ndjson.part", "b.TMP", "c.crdownload")) {
            put(name, song("One", 1));
        }
        Files.createSymbolicLink(at("link.ndjson"), Files.writeString(root.resolve("elsewhere"), song("One", 1)));
        Files.createDirectories(at("folder.ndjson"));
        assertThat(look.look()).as("none of them is waited for").isEmpty();
        put("empty.ndjson", "");

        assertThat(look.look()).as("most are filled at once").isEqualTo(OptionalLong.of(in(SETTLED)));
        settle();
        settle();
        assertThat(desk.worker.latest(ANNA, 9)).isEmpty();
        assertThat(lie("refused")).isEmpty();

        Files.move(at("a.ndjson.part"), at("a.ndjson"));
        look.look();
        settle();
        desk.end();
        assertThat(lie("done")).containsExactly("a.ndjson");
    }

    @Test
    void what_nobody_understands_is_among_the_refused_with_a_note() throws Exception {
        drops.turn(USER, true);
        put("cat.jpg", "neither this nor that");
        look.look();
        settle();

        assertThat(lie("refused")).containsExactly("cat.jpg", "cat.jpg.txt");
        assertThat(Files.readString(at("refused/cat.jpg.txt")))
                .contains("cat.jpg holds no history that can be read")
                .contains("21 bytes that begin with: neither this nor that")
                .contains("These are understood", "Spotify")
                .contains("move it back into the folder above");
        assertThat(desk.worker.latest(ANNA, 9)).isEmpty();
        assertThat(desk.count("import_run")).isZero();
    }

    @Test
    void nothing_is_taken_before_it_is_switched_on_nor_after_it_is_switched_off() throws Exception {
        assertThat(drops.of(USER).on()).isFalse();
        drops.turn(USER, true);
        drops.turn(USER, false);
        Path file = put("old.ndjson", song("One", 1));
        look.look();
        settle();
        assertThat(file).exists();
        assertThat(desk.worker.latest(ANNA, 9)).isEmpty();

        drops.turn(USER, true);
        look.look();
        settle();
        assertThat(desk.end()).isInstanceOf(JobState.Done.class);
    }

    @Test
    void so_many_are_taken_at_a_time_and_the_others_wait() throws Exception {
        drops.turn(USER, true);
        look.look();
        for (int i = 0; i < DropLook.FILES_TAKEN_MAX; i++) {
            Path alone = Files.createDirectories(at(".taken/" + i));
            Files.writeString(alone.resolve("x"), "x");
        }
        Path file = put("old.ndjson", song("One", 1));
        look.look();
        settle();
        assertThat(file).exists();
        assertThat(drops.of(USER).taken()).isEqualTo(DropLook.FILES_TAKEN_MAX);

        Files.delete(at(".taken/0/x"));
        Files.delete(at(".taken/0"));
        look.look();
        assertThat(desk.end()).isInstanceOf(JobState.Done.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void a_file_that_was_taken_when_the_process_was_killed_is_taken_again() throws Exception {
        drops.turn(USER, true);
        Path file = put("old.ndjson", song("One", 1));
        new DropFolder(root.resolve("anna")).take(file);
        Files.createDirectories(at(".taken/that-was-never-filled"));

        look = again();
        look.look();
        assertThat(file).exists();
        assertThat(at(".taken")).isEmptyDirectory();
        settle();
        assertThat(desk.end()).isInstanceOf(JobState.Done.class);
        assertThat(lie("")).containsExactly("old.ndjson");
    }

    @Test
    void a_file_whose_import_ended_when_the_process_was_killed_is_put_where_it_belongs() throws Exception {
        drops.turn(USER, true);
        put("old.ndjson", song("One", 1));
        look.look();
        settle();
        desk.end();
        Path alone =
                ImportJob.Argument.of(desk.worker.latest(ANNA, 1).getFirst()).path();
        Files.createDirectories(alone);
        Files.move(at("done/old.ndjson"), alone.resolve("old.ndjson"));

        look = again();
        look.look();
        settle();
        assertThat(lie("done")).containsExactly("old.ndjson");
        assertThat(lie("")).hasSize(1);
        assertThat(desk.count("import_run")).isEqualTo(1);
    }

    @Test
    void a_file_that_grew_while_it_was_imported_goes_back_and_one_that_failed_is_refused() throws Exception {
        drops.turn(USER, true);
        DropFolder folder = new DropFolder(root.resolve("anna"));
        Path alone = folder.take(put("old.ndjson", song("One", 1)));
        Dropped dropped = Dropped.of(folder, alone);
        Files.writeString(alone.resolve("old.ndjson"), song("Two", 2), StandardOpenOption.APPEND);

        dropped.ended(new JobState.Running(0, null, null, ""));
        assertThat(alone.resolve("old.ndjson")).exists();
        dropped.ended(new JobState.Done("done"));
        assertThat(at("old.ndjson")).exists();
        assertThat(lie("done")).isEmpty();
        dropped.ended(new JobState.Done("done"));
        assertThat(lie("")).as("told twice").containsExactly("old.ndjson");

        Dropped failed = Dropped.of(folder, folder.take(at("old.ndjson")));
        failed.ended(new JobState.Failed("the disk is full", "make room"));
        assertThat(lie("refused")).containsExactly("old.ndjson", "old.ndjson.txt");
        assertThat(Files.readString(at("refused/old.ndjson.txt"))).contains("the disk is full.", "make room.");
        assertThat(at(".taken")).isEmptyDirectory();
    }

    @Test
    void a_file_that_is_written_for_days_is_said_and_waited_for_no_longer() throws Exception {
        drops.turn(USER, true);
        Path file = put("log.ndjson", song("One", 1));
        look.look();
        desk.clock.advance(Duration.ofDays(2));
        Files.writeString(file, song("Two", 2), StandardOpenOption.APPEND);

        assertThat(look.look()).isEmpty();
        assertThat(drops.of(USER).trouble()).contains("log.ndjson is being written for more than a day");
        assertThat(file).exists();
    }

    @Test
    void folders_are_named_after_their_users_and_no_two_share_one() {
        assertThat(drops.of(new User(new UserId(7), "J\u00f6rg")).folder()).isEqualTo(root.resolve("J_rg+7"));
        assertThat(drops.of(new User(new UserId(8), "J_rg")).folder()).isEqualTo(root.resolve("J_rg"));
    }

    @Test
    void who_is_forgotten_leaves_no_file() throws Exception {
        drops.turn(USER, true);
        drops.turn(new User(new UserId(2), "ben"), true);
        put("old.ndjson", song("One", 1));
        Files.createDirectories(at("done/deep"));
        Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
        Files.createSymbolicLink(at("link"), elsewhere);

        desk.database.write(tx -> {
            drops.forget(tx, ANNA);
            return true;
        });
        assertThat(root.resolve("anna")).doesNotExist();
        assertThat(elsewhere).exists();
        assertThat(root.resolve("ben")).exists();
        assertThat(desk.count("import_drop")).isZero();
    }

    @Test
    void the_system_tells_of_a_switch_in_another_process_and_of_a_file() throws Exception {
        AtomicLong seconds = new AtomicLong(desk.clock.instant().getEpochSecond());
        InstantSource running = () -> Instant.ofEpochSecond(seconds.addAndGet(DropLook.SETTLED_SECONDS));
        Semaphore rounds = new Semaphore(0);
        Semaphore ends = new Semaphore(0);
        desk.worker.whenEnded(job -> ends.release());
        try (DropWatch watch = new DropWatch(drops, desk.imports, running, rounds::release)) {
            watch.start();
            acquire(rounds);
            new Drops(desk.database, root).turn(USER, true);
            acquire(rounds);
            put(".old.ndjson", song("One", 1));
            Files.move(at(".old.ndjson"), at("old.ndjson"));
            acquire(ends);
            assertThat(lie("done")).containsExactly("old.ndjson");
        }
    }

    @Test
    void the_system_tells_of_a_file_in_a_folder_that_is_on() throws Exception {
        drops.turn(USER, true);
        AtomicLong seconds = new AtomicLong(desk.clock.instant().getEpochSecond());
        InstantSource running = () -> Instant.ofEpochSecond(seconds.addAndGet(DropLook.SETTLED_SECONDS));
        Semaphore rounds = new Semaphore(0);
        Semaphore ends = new Semaphore(0);
        desk.worker.whenEnded(job -> ends.release());
        try (DropWatch watch = new DropWatch(drops, desk.imports, running, rounds::release)) {
            watch.start();
            acquire(rounds);
            put("old.ndjson", song("One", 1));
            acquire(ends);
            assertThat(lie("done")).containsExactly("old.ndjson");
        }
    }

    private static void acquire(Semaphore what) throws InterruptedException, JobFailure {
        if (!what.tryAcquire(30, TimeUnit.SECONDS)) {
            throw new JobFailure("nothing came within 30 s", "look at the watch");
        }
    }
}
