package io.reprise.cli;

import io.reprise.account.User;
import io.reprise.app.App;
import io.reprise.http.Problem;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code reprise token revoke USER NUMBER} */
@Command(name = "revoke", description = "Takes a token back; a running server refuses it within half a minute.")
final class TokenRevokeCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(paramLabel = "USER", description = "The name of the user.")
    private String user = "";

    @Parameters(paramLabel = "NUMBER", description = "The number of the token, as token list shows it.")
    private int number;

    TokenRevokeCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (App app = target.open()) {
            User holder = KnownUser.named(app.accounts(), user);
            if (!app.accounts().revoke(holder.id(), number)) {
                throw Problem.notFound(holder.name() + " has no token " + number + ". `reprise token list "
                                + holder.name() + "` shows those there are.")
                        .raised();
            }
            terminal.out().println("Took back token " + number + " of " + holder.name() + ".");
        }
        return Commands.DONE;
    }
}
