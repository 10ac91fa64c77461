package io.reprise.cli;

import io.reprise.adapters.musicbrainz.offline.LoadedIndex;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code reprise authority list} */
@Command(name = "list", description = "Lists the indexes: name, rows, bytes, the dump and its day, when it was loaded.")
final class AuthorityListCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    AuthorityListCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<LoadedIndex> all = AuthorityCommand.shelf(target.config()).list();
        Table table = new Table(Set.of(1, 2));
        table.add(List.of("name", "rows", "bytes", "dump", "of", "loaded"));
        for (LoadedIndex index : all) {
            table.add(List.of(
                    index.name(),
                    String.format(Locale.ROOT, "%,d", index.rows()),
                    String.format(Locale.ROOT, "%,d", index.bytes()),
                    index.dump(),
                    index.dumpDate(),
                    index.loadedAt().toString()));
        }
        if (all.isEmpty()) {
            terminal.out().println("No dump is loaded. docs/authority.md says where they are.");
        } else {
            table.lines().forEach(terminal.out()::println);
        }
        all.stream()
                .filter(index -> !index.fault().isEmpty())
                .forEach(index -> terminal.err().println("reprise: " + index.fault()));
        return all.stream().allMatch(index -> index.fault().isEmpty()) ? Commands.DONE : Commands.FAILED;
    }
}
