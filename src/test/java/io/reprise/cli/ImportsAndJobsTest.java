package io.reprise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.User;
import io.reprise.app.App;
import io.reprise.cli.Typist.Ended;
import io.reprise.http.Json;
import io.reprise.http.OtherParty;
import io.reprise.imports.ConnectionOrder;
import io.reprise.job.Job;
import io.reprise.job.JobId;
import io.reprise.job.JobState;
import io.reprise.job.Worker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code import} and {@code jobs} do, on the data folder and against a server, with the codes they end with. */
@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ImportsAndJobsTest {
    private static final int WORKER_THREADS = 2;

    @TempDir
    static Path made;

    static Path emptyStore;

    @TempDir
    Path home = Path.of("");

    private final CountDownLatch released = new CountDownLatch(1);
    private @Nullable App server;

    @BeforeAll
    static void makeStore() {
        emptyStore = Typist.emptyStore(made);
    }

    @AfterEach
    void end() {
        released.countDown();
        if (server != null) {
            server.close();
        }
    }

    private Typist typist(boolean isServer) {
        Typist here = new Typist(home).over(emptyStore);
        String token = here.user("ann");
        if (!isServer) {
            return here;
        }
        App app = here.open();
        server = app;
        String address = app.serve("ann").address();
        return new Typist(home.resolve("elsewhere"))
                .with(Reach.SERVER_VARIABLE, address)
                .with(Reach.TOKEN_VARIABLE, token);
    }

    private String file(String name, String content) throws Exception {
        return Files.writeString(home.resolve(name), content).toString();
    }

    private static String song(String title, String at) {
        return "{\"kind\":\"song\",\"title\":\"" + title + "\",\"artist\":\"One\",\"started_at\":\"" + at + "\"}\n";
    }

    private static String plays(Typist typist) {
        return typist.run("stats")
                .out()
                .lines()
                .filter(line -> line.startsWith("plays"))
                .findFirst()
                .orElse("")
                .replaceFirst("plays\\s+", "");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_preview_tells_what_would_come_and_stores_nothing(boolean isServer) throws Exception {
        Typist typist = typist(isServer);
        String known = song("A", "2024-05-01T01:00:00Z");
        typist.run("import", file("known.ndjson", known));
        String look = file("more.ndjson", known + song("B", "2024-05-02T01:00:00Z") + "{\"kind\":\"song\"}\n");

        Ended seen = typist.run("import", look, "--preview");

        assertThat(seen.code()).isZero();
        assertThat(seen.err()).doesNotContain("reprise: ");
        assertThat(seen.out())
                .contains("more.ndjson (reprise.export), looked at; nothing is stored")
                .contains("3 rows: 1 new (0 of them told by another source already), 1 known, 1 refused, 0 left out")
                .contains("plays from 2024-05-01 to 2024-05-02", "line 3: title: expected text", "B - One");
        assertThat(plays(typist)).isEqualTo("1");
        assertThat(Json.mapper()
                        .readTree(typist.run("import", look, "--preview", "--json")
                                .out())
                        .path("rows_new")
                        .asInt(0))
                .isEqualTo(1);

        Ended odd = typist.run("import", file("odd.bin", "neither this nor that"), "--preview");
        assertThat(odd.code()).isEqualTo(1);
        assertThat(odd.err()).contains("holds no history that can be read").hasLineCount(1);
        assertThat(typist.run("import", "--preview").code()).isEqualTo(2);
        assertThat(plays(typist)).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_run_is_undone_and_redone_and_the_counts_go_back_and_forth(boolean isServer) throws Exception {
        Typist typist = typist(isServer);
        typist.run("import", file("one.ndjson", song("A", "2024-05-01T01:00:00Z")));
        String two = file("two.ndjson", song("B", "2024-05-02T01:00:00Z") + song("C", "2024-05-03T01:00:00Z"));
        assertThat(typist.run("import", two).out()).contains("run 2");
        assertThat(plays(typist)).isEqualTo("3");

        Ended undone = typist.run("import", "--undo", "2");
        assertThat(undone.err()).doesNotContain("reprise: ");
        assertThat(undone.code()).isZero();
        assertThat(undone.out()).isNotBlank();
        assertThat(plays(typist)).isEqualTo("1");

        Ended twice = typist.run("import", "--undo", "2");
        assertThat(twice.code()).isEqualTo(1);
        assertThat(twice.err()).contains("import run 2 is undone already").hasLineCount(1);

        Ended redone = typist.run("import", "--redo", "2", "--json");
        assertThat(redone.code()).isZero();
        assertThat(Json.mapper().readTree(redone.out()).path("state").asString(""))
                .isEqualTo("done");
        assertThat(plays(typist)).isEqualTo("3");

        assertThat(typist.run("import", "--redo", "2").code()).isEqualTo(1);
        Ended none = typist.run("import", "--undo", "99");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("99").hasLineCount(1);
        assertThat(typist.run("import", "--undo", "two").code()).isEqualTo(2);
        assertThat(typist.run("import", two, "--undo", "2").err()).contains("Expected either files, or --undo");
        assertThat(plays(typist)).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_drop_folder_is_switched_on_and_off(boolean isServer) {
        Typist typist = typist(isServer);

        Ended on = typist.run("import", "--drop", "on");
        assertThat(on.code()).isZero();
        assertThat(on.out()).startsWith("The drop folder is on: " + home.resolve("kept/drop/ann") + "\n");
        assertThat(home.resolve("kept/drop/ann")).isDirectory();
        Ended off = typist.run("import", "--drop", "off", "--json");
        assertThat(off.code()).isZero();
        assertThat(Json.mapper().readTree(off.out()).path("on").asBoolean(true)).isFalse();

        Ended maybe = typist.run("import", "--drop", "maybe");
        assertThat(maybe.code()).isEqualTo(2);
        assertThat(maybe.err()).contains("Expected --drop on or --drop off, got: maybe");
        assertThat(typist.run("import", "--drop", "on", "--undo", "1").code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void jobs_are_listed_and_one_that_is_over_cannot_be_turned(boolean isServer) throws Exception {
        Typist typist = typist(isServer);
        assertThat(typist.run("jobs")).isEqualTo(new Ended(0, "There are no jobs.\n", ""));
        typist.run("import", file("one.ndjson", song("A", "2024-05-01T01:00:00Z")));

        Ended list = typist.run("jobs");
        assertThat(list.code()).isZero();
        assertThat(list.out()).hasLineCount(1).contains("  import  done  ").contains("1 new");
        String id = Json.mapper()
                .readTree(typist.run("jobs", "--json").out())
                .path(0)
                .path("id")
                .asString("");
        assertThat(list.out()).startsWith(id);

        for (String verb : new String[] {"pause", "resume", "cancel", "retry"}) {
            Ended turned = typist.run("jobs", verb, id);
            assertThat(turned.code()).as(verb).isEqualTo(1);
            assertThat(turned.out()).as(verb).isEmpty();
            assertThat(turned.err()).as(verb).startsWith("reprise: ").hasLineCount(1);
            Ended unknown = typist.run("jobs", verb, "0b8f6c1e-7d2a-4c55-9d2e-51a1f2f0c9aa");
            assertThat(unknown.code()).isEqualTo(1);
            assertThat(unknown.err()).contains("There is no job of this id here");
            assertThat(typist.run("jobs", verb).code()).isEqualTo(2);
        }
        Ended wrong = typist.run("jobs", "stop", id);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("one of cancel, pause, resume and retry with the id of a job, got: stop");
    }

    @Test
    void a_job_that_waits_is_paused_resumed_cancelled_and_tried_again() throws Exception {
        Typist typist = typist(true);
        App app = Objects.requireNonNull(server);
        User ann = app.accounts().find("ann").orElseThrow();
        Worker worker = app.library().worker();
        try (OtherParty party = OtherParty.by(asked -> held())) {
            CountDownLatch busy = new CountDownLatch(WORKER_THREADS);
            Set<JobId> running = ConcurrentHashMap.newKeySet();
            try (AutoCloseable watch = worker.watch(ann.id(), job -> {
                if (job.state() instanceof JobState.Running && running.add(job.id())) {
                    busy.countDown();
                }
            })) {
                for (int i = 0; i < WORKER_THREADS; i++) {
                    app.library().pulls().once(ann.id(), order(party, "somebody" + i), false);
                }
                assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
            }
            Path one = Path.of(file("one.ndjson", song("A", "2024-05-01T01:00:00Z")));
            Job job = app.library().imports().start(ann.id(), one, "one.ndjson");
            String id = job.id().value();

            assertThat(turned(typist, "pause", id)).contains("import  paused");
            assertThat(typist.run("jobs", "pause", id).code())
                    .as("paused already")
                    .isEqualTo(1);
            assertThat(typist.run("jobs", "retry", id).code()).as("not over").isEqualTo(1);
            assertThat(turned(typist, "resume", id)).contains("import  queued");
            assertThat(typist.run("jobs", "resume", id).code()).as("it goes on").isEqualTo(1);
            assertThat(turned(typist, "cancel", id)).contains("import  cancelled");
            assertThat(typist.run("jobs", "cancel", id).code()).as("over").isEqualTo(1);
            CountDownLatch done = new CountDownLatch(1);
            try (AutoCloseable watch = worker.watch(ann.id(), state -> {
                if (state.id().equals(job.id()) && state.state() instanceof JobState.Done) {
                    done.countDown();
                }
            })) {
                assertThat(turned(typist, "retry", id)).contains("import  queued");
                released.countDown();
                assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(typist.run("jobs").out()).contains(id + "  import  done");
            assertThat(plays(typist)).isEqualTo("1");
        }
    }

    @Test
    void without_a_server_a_job_that_is_tried_again_is_followed_to_its_end() throws Exception {
        Typist typist = typist(false);
        AtomicInteger asked = new AtomicInteger();
        try (OtherParty party = OtherParty.by(request -> {
            asked.incrementAndGet();
            return OtherParty.Reply.of(404, "{\"error\":\"nobody\"}");
        })) {
            String id;
            try (App app = typist.open()) {
                User ann = app.accounts().find("ann").orElseThrow();
                CountDownLatch over = new CountDownLatch(1);
                try (AutoCloseable watch = app.library().worker().watch(ann.id(), job -> {
                    if (job.state().isFinal()) {
                        over.countDown();
                    }
                })) {
                    id = app.library()
                            .pulls()
                            .once(ann.id(), order(party, "somebody"), false)
                            .id()
                            .value();
                    assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
                }
            }
            int before = asked.get();

            Ended tried = typist.run("jobs", "retry", id);

            assertThat(tried.out()).startsWith(id).contains("failed").doesNotContain("queued");
            assertThat(tried.code()).isEqualTo(Commands.FAILED);
            assertThat(asked.get()).as("it did run").isGreaterThan(before);
        }
    }

    private static String turned(Typist typist, String verb, String id) {
        Ended ended = typist.run("jobs", verb, id);
        assertThat(ended.err()).as(verb).isEmpty();
        assertThat(ended.code()).as(verb).isZero();
        assertThat(ended.out()).as(verb).startsWith(id).hasLineCount(1);
        return ended.out();
    }

    /** Answers when the test says so, with nothing. */
    private OtherParty.Reply held() {
        try {
            if (!released.await(60, TimeUnit.SECONDS)) {
                return OtherParty.Reply.of(500, "{}");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return OtherParty.Reply.of(404, "{\"error\":\"nobody\"}");
    }

    private static ConnectionOrder order(OtherParty party, String name) {
        return new ConnectionOrder(
                "listenbrainz",
                name,
                party.at("").toString(),
                new ConnectionOrder.Secrets(ConnectionOrder.Given.NOTHING, ConnectionOrder.Given.NOTHING),
                null,
                null);
    }
}
