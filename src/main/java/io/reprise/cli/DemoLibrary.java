package io.reprise.cli;

import io.reprise.account.User;
import io.reprise.app.App;
import io.reprise.demo.DemoHistory;
import io.reprise.http.Problem;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.JobState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/** Fills a folder with the history of the user {@code demo}, through the importer like any other. */
final class DemoLibrary {
    static final String USER = "demo";
    private static final long SEED = 4747;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final long LOOKS_MAX = Duration.ofMinutes(15).dividedBy(LOOK_EVERY);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_CHARS = 12;

    private final App app;
    private final Path folder;
    private final Terminal terminal;
    private final int plays;

    DemoLibrary(App app, Path folder, Terminal terminal, int plays) {
        this.plays = plays;
        this.app = app;
        this.folder = folder;
        this.terminal = terminal;
    }

    /** How to get in. */
    record SignIn(String password, String token) {
        String shown(String address) {
            return """

                    A demo with an invented history is ready:

                      address    %s
                      user       %s
                      password   %s
                      API token  %s
                    """.formatted(address, USER, password, token);
        }
    }

    /** Makes the user and the history where they are not there yet; a folder of other users is left alone. */
    SignIn prepare() {
        String password = password();
        Optional<User> known = app.accounts().find(USER);
        if (app.accounts().all().size() > (known.isPresent() ? 1 : 0)) {
            throw new Misuse("The folder " + folder + " holds somebody's history. Expected an empty one for the demo.");
        }
        User user;
        if (known.isPresent()) {
            user = known.get();
            app.accounts().setPassword(user.id(), password);
        } else {
            user = app.accounts().create(USER, password, ZoneId.systemDefault());
            fill(user);
        }
        return new SignIn(password, app.accounts().createToken(user.id(), "demo"));
    }

    private void fill(User user) {
        terminal.err().println("Inventing " + Amounts.count(plays) + " plays of ten years ...");
        Path file = folder.resolve("demo.ndjson");
        DemoHistory history = new DemoHistory(SEED, InstantSource.system().instant(), ZoneId.systemDefault(), plays);
        try {
            try (Writer out = Files.newBufferedWriter(file)) {
                history.writeTo(out);
            }
            follow(user, app.library().imports().startSpooled(user.id(), file, "demo"));
        } catch (JobFailure e) {
            throw failed(e.reason() + ". " + e.whatToDo());
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's history could not be written to " + file, e);
        }
    }

    private void follow(User user, Job begun) {
        ProgressBar bar = new ProgressBar(terminal.err(), terminal.isScreen());
        boolean isAsked = false;
        try {
            for (long looks = 0; looks < LOOKS_MAX && !isAsked; looks++) {
                JobState state = app.library()
                        .worker()
                        .find(user.id(), begun.id())
                        .orElse(begun)
                        .state();
                if (state instanceof JobState.Running running) {
                    bar.show(new ProgressBar.State(
                            running.done(), running.total(), running.secondsLeft(), running.note()));
                } else if (state.isFinal()) {
                    demandDone(state);
                    return;
                }
                isAsked = terminal.stop().isAskedWithin(LOOK_EVERY);
            }
        } finally {
            bar.end();
        }
    }

    private static void demandDone(JobState state) {
        if (state instanceof JobState.Failed failed) {
            throw failed(failed.reason() + ". " + failed.whatToDo());
        }
    }

    private static RuntimeException failed(String reason) {
        return Problem.of(500, "The demo's history could not be brought in: " + reason)
                .raised();
    }

    private static String password() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PASSWORD_CHARS; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
