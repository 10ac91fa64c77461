package io.reprise.cli;

import io.reprise.app.App;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code reprise user list} */
@Command(name = "list", description = "Lists the users.")
final class UserListCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    UserListCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (App app = target.open()) {
            List<Row> rows = app.accounts().all().stream()
                    .map(user -> new Row(user.id().value(), user.name()))
                    .toList();
            if (json) {
                terminal.out().println(app.mapper().writeValueAsString(rows));
            } else {
                rows.forEach(row -> terminal.out().println(row.number() + "\t" + row.name()));
            }
        }
        return Commands.DONE;
    }

    record Row(int number, String name) {}
}
