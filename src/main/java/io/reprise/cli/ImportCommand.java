package io.reprise.cli;

import io.reprise.http.ProblemException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reprise import FILE...}: brings histories in from files, one after another. */
@Command(
        name = "import",
        description = "Brings histories in from files, zipped or not; doing it again changes nothing.")
final class ImportCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files; - is standard input.")
    private List<String> files = List.of();

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print each run as the API tells it, one a line.")
    private boolean json;

    ImportCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.stop().heedSignals();
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote remote = reached.remote();
            ProgressBar bar = new ProgressBar(terminal.err(), terminal.isScreen());
            ImportOfFile one = new ImportOfFile(remote, new JobWatch(remote, terminal.stop(), bar));
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
