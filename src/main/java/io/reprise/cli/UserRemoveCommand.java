package io.reprise.cli;

import io.reprise.account.User;
import io.reprise.app.App;
import io.reprise.http.Problem;
import io.reprise.job.JobFailure;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reprise user remove NAME --yes} */
@Command(name = "remove", description = "Forgets a user and their whole history, for good. Stop the server first.")
final class UserRemoveCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "The name of the user.")
    private String name = "";

    @Option(names = "--yes", description = "Without it nothing is removed.")
    private boolean sure;

    UserRemoveCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws JobFailure {
        try (App app = target.open()) {
            User user = KnownUser.named(app.accounts(), name);
            if (!sure) {
                throw Problem.badRequest("This would forget " + user.name()
                                + " and all that was ever told of theirs; nothing was removed.")
                        .expected("--yes")
                        .raised();
            }
            app.library().forgetting().forget(user.id());
            terminal.out().println("Removed " + user.name() + " and everything of theirs.");
        }
        return Commands.DONE;
    }
}
