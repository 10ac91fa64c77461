package io.reprise.cli;

import io.reprise.app.Config;
import io.reprise.store.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code reprise backup FILE} */
@Command(name = "backup", description = "Copies the store into a file; works while the server runs.")
final class BackupCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The file to make. It must not be there yet.")
    private Path file = Path.of("");

    BackupCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Config config = target.config();
        long bytes = Backup.copy(config.database(), file);
        terminal.out().println("Backed up to " + file + " (" + bytes + " bytes).");
        return Commands.DONE;
    }
}
