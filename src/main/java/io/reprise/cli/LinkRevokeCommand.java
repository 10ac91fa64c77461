package io.reprise.cli;

import io.reprise.account.User;
import io.reprise.app.App;
import io.reprise.http.Problem;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code reprise link revoke USER NUMBER} */
@Command(name = "revoke", description = "Takes a link back; its address is nobody's from then on.")
final class LinkRevokeCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "USER", description = "The name of the user.")
    private String user = "";

    @Parameters(index = "1", paramLabel = "NUMBER", description = "The number of the link, as link list shows it.")
    private int number;

    LinkRevokeCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (App app = target.open()) {
            User owner = KnownUser.named(app.accounts(), user);
            if (!app.library().outputs().links().revoke(owner.id(), number)) {
                throw Problem.notFound(owner.name() + " has no link " + number + ". `reprise link list " + owner.name()
                                + "` shows those there are.")
                        .raised();
            }
            terminal.out().println("Took back link " + number + " of " + owner.name() + ".");
        }
        return Commands.DONE;
    }
}
