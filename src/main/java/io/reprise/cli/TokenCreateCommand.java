package io.reprise.cli;

import io.reprise.app.App;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reprise token create USER --name N} */
@Command(name = "create", description = "Makes a token and prints it, this once, alone on a line.")
final class TokenCreateCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(paramLabel = "USER", description = "The name of the user.")
    private String user = "";

    @Option(names = "--name", required = true, paramLabel = "N", description = "What holds it, as phone or player.")
    private String name = "";

    TokenCreateCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (App app = target.open()) {
            terminal.out()
                    .println(app.accounts()
                            .createToken(KnownUser.named(app.accounts(), user).id(), name));
        }
        return Commands.DONE;
    }
}
