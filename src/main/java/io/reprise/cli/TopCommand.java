package io.reprise.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code reprise top SUBJECT}: a chart. */
@Command(name = "top", description = "Ranks creators, containers or items; those with as many plays share a rank.")
final class TopCommand implements Callable<Integer> {
    private static final int BAR_CHARS = 20;

    private final Target target;
    private final Terminal terminal;

    @Parameters(paramLabel = "SUBJECT", description = "creators, containers or items.")
    private String subject = "";

    @Mixin
    private final Reach reach = new Reach();

    @Mixin
    private final Slice slice = new Slice();

    @Option(names = "--by", paramLabel = "MEASURE", description = "plays or seconds. Else: plays.")
    private String measure = "plays";

    @Option(names = "--limit", paramLabel = "N", description = "So many places at most, up to 1000. Else: 10.")
    private int limit = 10;

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    TopCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!List.of("creators", "containers", "items").contains(subject)) {
            throw new Misuse("There is no chart of \"" + subject + "\". Expected creators, containers or items.");
        }
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Query query = slice.of(Query.of("/api/charts/" + subject))
                    .with("by", measure)
                    .with("limit", limit);
            Remote.Reply reply = reached.remote().get(query);
            if (json) {
                terminal.out().println(reply.text());
            } else {
                print(reply.json());
            }
        }
        return Commands.DONE;
    }

    private void print(JsonNode chart) {
        JsonNode rows = chart.path("rows");
        boolean byTime = chart.path("by").asString("").equals("seconds");
        String of = byTime ? "seconds" : "plays";
        long most = Math.max(1, rows.path(0).path(of).asLong(1));
        Table table = new Table(Set.of(0, 3));
        for (JsonNode row : rows) {
            long amount = row.path(of).asLong();
            table.add(List.of(
                    row.path("rank").asString(""),
                    row.path("name").asString(""),
                    row.path("credit").asString(""),
                    byTime ? Amounts.time(amount) : Amounts.count(amount),
                    bar(amount, most)));
        }
        terminal.out()
                .println(Style.of(terminal)
                        .bold(Amounts.count(chart.path("size").asLong()) + " " + subject + ", "
                                + Amounts.count(chart.path("plays").asLong()) + " plays, range: "
                                + chart.path("range").asString("all")));
        table.lines().forEach(terminal.out()::println);
    }

    /** As long as its share of the first place; whatever was played at all has a mark. */
    static String bar(long amount, long most) {
        return "█".repeat((int) Math.max(1, Math.round(BAR_CHARS * (double) amount / most)));
    }
}
