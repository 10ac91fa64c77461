package io.reprise.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code reprise art save FILE}: the pictures that the user brought, as a zip file. */
@Command(name = "save", description = "Writes your own pictures to a zip file, which art restore takes back.")
final class ArtSaveCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The zip file to write.")
    private Path file = Path.of("");

    @Mixin
    private final Reach reach = new Reach();

    ArtSaveCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Reach.Reached reached = reach.open(target, terminal);
                InputStream told = reached.remote().stream(Query.of("/api/art/own"))) {
            long bytes = WholeFile.write(told, file);
            terminal.err().println("Wrote " + Amounts.count(bytes) + " bytes to " + file + ".");
        } catch (IOException e) {
            throw new UncheckedIOException("the pictures could not be written to their end", e);
        }
        return Commands.DONE;
    }
}
