package io.reprise.cli;

import io.reprise.app.App;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reprise user add NAME} */
@Command(name = "add", description = "Adds a user.")
final class UserAddCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "The name of the user.")
    private String name = "";

    @Option(names = "--password-stdin", description = "Take the password from the first line of standard input.")
    private boolean passwordFromStandardInput;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Where the user lives, as Europe/Berlin. Else: as this machine.")
    private ZoneId zone = ZoneId.systemDefault();

    UserAddCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String password = PasswordInput.read(terminal, passwordFromStandardInput);
        try (App app = target.open()) {
            terminal.out()
                    .println("Added "
                            + app.accounts().create(name, password, zone).name() + ".");
        }
        return Commands.DONE;
    }
}
