package io.reprise.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code reprise authority drop NAME} */
@Command(name = "drop", description = "Deletes an index; what was decided by it stays.")
final class AuthorityDropCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "Its name, as the list shows it.")
    private String name = "";

    AuthorityDropCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        AuthorityCommand.shelf(target.config()).drop(name);
        terminal.out().println("Dropped " + name + ".");
        return Commands.DONE;
    }
}
