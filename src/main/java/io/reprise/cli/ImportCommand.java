package io.reprise.cli;

import io.reprise.http.ProblemException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code reprise import FILE...}: brings histories in from files, one after another; {@code --undo RUN} and
 * {@code --redo RUN} turn what a run brought off and on as a whole; {@code --drop} switches the drop folder.
 */
@Command(
        name = "import",
        description = "Brings histories in from files, zipped or not; doing it again changes nothing.")
final class ImportCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "The files; - is standard input.")
    private List<String> files = List.of();

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print each run as the API tells it, one a line.")
    private boolean json;

    @Option(names = "--preview", description = "Say what would come of the files, and store nothing.")
    private boolean preview;

    @Option(names = "--undo", paramLabel = "RUN", description = "Instead: nothing of this import run counts any more.")
    private @Nullable Integer undo;

    @Option(names = "--redo", paramLabel = "RUN", description = "Instead: an import run that was undone counts again.")
    private @Nullable Integer redo;

    @Option(
            names = "--drop",
            paramLabel = "on|off",
            description = "Instead: switch the drop folder on or off, whose files the server imports as they come.")
    private @Nullable String drop;

    ImportCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        demandOneThing();
        terminal.stop().heedSignals();
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote remote = reached.remote();
            ProgressBar bar = new ProgressBar(terminal.err(), terminal.isScreen());
            JobWatch watch = new JobWatch(remote, terminal.stop(), bar);
            if (drop != null) {
                new DropTurn(remote, terminal).turn(drop.equals("on"), json);
                return Commands.DONE;
            }
            if (undo != null) {
                return new RunTurn(remote, watch, terminal).turn(undo, "undo", json);
            }
            if (redo != null) {
                return new RunTurn(remote, watch, terminal).turn(redo, "redo", json);
            }
            ImportOfFile one = new ImportOfFile(remote, watch);
            if (preview) {
                return looked(one, new PreviewPrinter(remote, terminal));
            }
            RunPrinter printer = new RunPrinter(remote, terminal);
            boolean isWell = true;
            long rows = 0;
            for (String file : files) {
                if (!terminal.stop().isAsked()) {
                    ImportOfFile.Ended ended = imported(one, file);
                    rows += ended.rowsRead();
                    isWell &= !ended.isBroken();
                    printer.print(ended, json);
                }
            }
            return isWell && rows > 0 ? Commands.DONE : Commands.FAILED;
        } finally {
            terminal.stop().end();
        }
    }

    private int looked(ImportOfFile one, PreviewPrinter printer) {
        boolean isWell = true;
        for (String file : files) {
            ImportOfFile.Ended ended = one.look(file, terminal.in());
            isWell &= !ended.isBroken();
            printer.print(ended, json);
        }
        return isWell ? Commands.DONE : Commands.FAILED;
    }

    private void demandOneThing() {
        int things = (files.isEmpty() ? 0 : 1) + (undo == null ? 0 : 1) + (redo == null ? 0 : 1);
        if (things + (drop == null ? 0 : 1) != 1) {
            throw new Misuse("Expected either files, or --undo and the number of an import run, or --redo and one, or"
                    + " --drop and on or off.");
        }
        if (drop != null && !drop.equals("on") && !drop.equals("off")) {
            throw new Misuse("Expected --drop on or --drop off, got: " + drop);
        }
    }

    /** A file that is not understood does not keep the others from coming in. */
    private ImportOfFile.Ended imported(ImportOfFile one, String file) {
        try {
            return one.run(file, terminal.in());
        } catch (ProblemException e) {
            if (files.size() == 1 || e.problem().status() != ImportOfFile.NOT_UNDERSTOOD) {
                throw e;
            }
            terminal.err().println("reprise: " + file + ": " + e.problem().line());
            return ImportOfFile.Ended.NOTHING;
        }
    }
}
