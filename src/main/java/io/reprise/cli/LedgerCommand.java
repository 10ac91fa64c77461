package io.reprise.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code reprise ledger [undo N]}: what was decided about what things are, the newest first, and taken back. */
@Command(name = "ledger", description = "Lists the latest decisions about what things are, or undoes one.")
final class LedgerCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(
            arity = "0..2",
            paramLabel = "undo N",
            description = "undo, and the number of the decision; none lists the latest.")
    private List<String> words = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "So many decisions at most, up to 1000. Else: 20.")
    private int limit = 20;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    LedgerCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean isUndo = words.size() == 2
                && words.getFirst().equals("undo")
                && words.getLast().matches("[1-9][0-9]{0,17}");
        if (!words.isEmpty() && !isUndo) {
            throw new Misuse(
                    "Expected nothing, or undo with the number of a decision, got: " + String.join(" ", words));
        }
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote remote = reached.remote();
            Remote.Reply reply = isUndo
                    ? remote.post("/api/decisions/" + words.getLast() + "/undo", JsonNodeFactory.instance.objectNode())
                    : remote.get(
                            Query.of("/api/decisions").with("order", "newest").with("limit", limit));
            if (json) {
                terminal.out().println(reply.text());
            } else if (isUndo) {
                // The undo of a rule goes on in a job, which says so itself.
                String message = reply.json().path("message").asString("");
                terminal.out()
                        .println(message.isEmpty() ? "Decision " + words.getLast() + " no longer holds." : message);
            } else {
                print(reply.json());
            }
            return Commands.DONE;
        }
    }

    private void print(JsonNode decisions) {
        Table table = new Table(Set.of(0));
        for (JsonNode row : decisions) {
            table.add(List.of(
                    row.path("number").asString(""),
                    row.path("decided_at").asString(""),
                    row.path("by").asString(""),
                    said(row),
                    row.path("because").asString(""),
                    row.path("undone_by").isIntegralNumber()
                            ? "undone by " + row.path("undone_by").asString("")
                            : ""));
        }
        List<String> lines = table.lines();
        lines.forEach(terminal.out()::println);
        if (lines.isEmpty()) {
            terminal.out().println("Nothing was decided yet.");
        }
    }

    private static String said(JsonNode row) {
        String words =
                row.path("kind").asString("") + " " + row.path("subject_kind").asString("") + " "
                        + row.path("subject").asString("");
        String object = row.path("object").asString("");
        String content = row.path("content").asString("");
        return words + (object.isEmpty() ? "" : " " + object) + (content.isEmpty() ? "" : " " + content);
    }
}
