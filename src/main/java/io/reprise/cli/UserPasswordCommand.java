package io.reprise.cli;

import io.reprise.account.User;
import io.reprise.app.App;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reprise user password NAME} */
@Command(name = "password", description = "Changes a user's password and ends every session; tokens stay.")
final class UserPasswordCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "The name of the user.")
    private String name = "";

    @Option(names = "--password-stdin", description = "Take the password from the first line of standard input.")
    private boolean passwordFromStandardInput;

    UserPasswordCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String password = PasswordInput.read(terminal, passwordFromStandardInput);
        try (App app = target.open()) {
            User user = KnownUser.named(app.accounts(), name);
            app.accounts().setPassword(user.id(), password);
            terminal.out().println("Changed the password of " + user.name() + ".");
        }
        return Commands.DONE;
    }
}
