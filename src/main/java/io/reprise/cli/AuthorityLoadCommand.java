package io.reprise.cli;

import io.reprise.adapters.musicbrainz.offline.IndexShelf;
import io.reprise.adapters.musicbrainz.offline.LoadWatch;
import io.reprise.adapters.musicbrainz.offline.LoadedIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code reprise authority load FILE...} */
@Command(name = "load", description = "Makes an index of each dump; works while the server runs.")
final class AuthorityLoadCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Dumps of MusicBrainz, packed or not.")
    private List<Path> files = List.of();

    AuthorityLoadCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        IndexShelf shelf = AuthorityCommand.shelf(target.config());
        terminal.stop().heedSignals();
        ProgressBar bar = new ProgressBar(terminal.err(), terminal.isScreen());
        try {
            for (Path file : files) {
                List<LoadedIndex> loaded = shelf.load(file, new Shown(bar, terminal.stop()));
                bar.end();
                loaded.forEach(this::print);
            }
        } finally {
            bar.end();
            terminal.stop().end();
        }
        return Commands.DONE;
    }

    private void print(LoadedIndex loaded) {
        terminal.out()
                .println(String.format(
                        Locale.ROOT, "%s: %,d rows, %,d bytes.", loaded.name(), loaded.rows(), loaded.bytes()));
        if (loaded.badLines() > 0) {
            terminal.err()
                    .println(String.format(
                            Locale.ROOT, "%,d lines were broken and left out; the first ones:", loaded.badLines()));
            loaded.firstBad().forEach(line -> terminal.err().println("  " + line));
        }
    }

    /** Draws the bar, at most so often. */
    private static final class Shown implements LoadWatch {
        private static final long EACH_NANOS = 200_000_000;

        private final ProgressBar bar;
        private final Stop stop;
        private long shownAt = System.nanoTime() - EACH_NANOS;

        Shown(ProgressBar bar, Stop stop) {
            this.bar = bar;
            this.stop = stop;
        }

        @Override
        public void at(long bytes, long ofBytes, long rows) {
            if (System.nanoTime() - shownAt >= EACH_NANOS) {
                shownAt = System.nanoTime();
                String note = String.format(Locale.ROOT, "%,d rows", rows) + (bytes < ofBytes ? "" : ", being sorted");
                bar.show(new ProgressBar.State(bytes, ofBytes, null, note));
            }
        }

        @Override
        public boolean isStopped() {
            return stop.isAsked();
        }
    }
}
