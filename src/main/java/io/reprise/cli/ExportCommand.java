package io.reprise.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reprise export}: everything that was told, as a stream. */
@Command(name = "export", description = "Writes out everything that was told; import takes ndjson back.")
final class ExportCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--format", paramLabel = "F", description = "json, ndjson or csv. Else: ndjson.")
    private String format = "ndjson";

    @Option(names = "--removed", description = "With what you removed from your history.")
    private boolean removed;

    @Option(names = "--to", paramLabel = "FILE", description = "The file to write. Else: standard output.")
    private @Nullable Path file;

    ExportCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Query query = Query.of("/api/export").with("format", format).with("removed", removed ? "true" : null);
        try (Reach.Reached reached = reach.open(target, terminal);
                InputStream told = reached.remote().stream(query)) {
            if (file == null) {
                told.transferTo(terminal.out());
                terminal.out().flush();
            } else {
                long bytes = WholeFile.write(told, file);
                terminal.err().println("Wrote " + Amounts.count(bytes) + " bytes to " + file + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the export could not be written to its end", e);
        }
        return Commands.DONE;
    }
}
