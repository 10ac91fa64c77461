package io.reprise.cli;

import io.reprise.app.App;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reprise token list USER} */
@Command(name = "list", description = "Lists the tokens of a user, without their texts.")
final class TokenListCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(paramLabel = "USER", description = "The name of the user.")
    private String user = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    TokenListCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (App app = target.open()) {
            List<Row> rows = app
                    .accounts()
                    .tokens(KnownUser.named(app.accounts(), user).id())
                    .stream()
                    .map(token -> new Row(
                            token.number(), token.name(), token.createdAt().toString()))
                    .toList();
            if (json) {
                terminal.out().println(app.mapper().writeValueAsString(rows));
            } else {
                rows.forEach(row -> terminal.out().println(row.number() + "\t" + row.createdAt() + "\t" + row.name()));
            }
        }
        return Commands.DONE;
    }

    record Row(int number, String name, String createdAt) {}
}
