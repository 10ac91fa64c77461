package io.reprise.cli;

import io.reprise.app.App;
import io.reprise.app.Config;
import io.reprise.app.Setting;
import io.reprise.demo.DemoHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code reprise demo}: a server with a history to look around in, gone when it ends. */
@Command(name = "demo", description = "Starts a server with ten years of an invented history, to look around.")
final class DemoCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;
    private final int plays;

    DemoCommand(Target target, Terminal terminal) {
        this(target, terminal, DemoHistory.PLAYS_MAX);
    }

    /** With fewer plays, for who does not want to wait. */
    DemoCommand(Target target, Terminal terminal, int plays) {
        this.plays = plays;
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean isKept = target.isTold(Setting.DATA);
        Path folder = isKept ? target.config().data() : throwAway();
        terminal.stop().heedSignals();
        try {
            pointAt(folder);
            run();
        } finally {
            if (!isKept) {
                delete(folder);
            }
            terminal.stop().end();
        }
        return Commands.DONE;
    }

    /** Variables and files say where the real history is; a demo keeps away from it. */
    private void pointAt(Path folder) {
        target.tell(Setting.DATA, folder.toString());
        if (!target.isTold(Setting.DATABASE_URL)) {
            target.tell(Setting.DATABASE_URL, "sqlite:" + folder.resolve("reprise.db"));
        }
        if (!target.isTold(Setting.PORT) && !terminal.surroundings().variables().containsKey(Setting.PORT.variable())) {
            target.tell(Setting.PORT, "0");
        }
    }

    private void run() {
        Config config = target.config();
        try (App app = target.open()) {
            DemoLibrary.SignIn signIn = new DemoLibrary(app, config.data(), terminal, plays).prepare();
            if (terminal.stop().isAsked()) {
                return;
            }
            String address = app.serve(terminal.systemName()).address();
            terminal.out().println(signIn.shown(address));
            terminal.out().println("Listening on " + address + " (Ctrl-C ends it)");
            terminal.out().flush();
            terminal.stop().awaitAsked();
        }
    }

    private static Path throwAway() {
        try {
            return Files.createTempDirectory("reprise-demo-");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the demo could be made; name one with --data", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the demo, " + folder + ", could not be deleted", e);
        }
    }
}
