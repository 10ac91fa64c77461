package io.reprise.cli;

import io.reprise.app.App;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code reprise serve}: answers requests until the process is told to end. */
@Command(name = "serve", description = "Starts the server. The first start makes a user and shows how to sign in.")
final class ServeCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    ServeCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.stop().heedSignals();
        try (App app = target.open()) {
            app.serve(terminal.systemName(), welcome -> {
                welcome.firstUser().ifPresent(terminal.out()::println);
                terminal.out().println("Listening on " + welcome.address() + " (Ctrl-C ends it)");
                terminal.out().flush();
            });
            terminal.stop().awaitAsked();
        } finally {
            terminal.stop().end();
        }
        return Commands.DONE;
    }
}
