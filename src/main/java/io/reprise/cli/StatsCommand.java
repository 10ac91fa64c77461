package io.reprise.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code reprise stats}: what a range holds in sum. */
@Command(name = "stats", description = "Sums up a range: plays, time, days, new finds, kinds.")
final class StatsCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Mixin
    private final Reach reach = new Reach();

    @Mixin
    private final Slice slice = new Slice();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    StatsCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote.Reply reply = reached.remote().get(slice.of(Query.of("/api/totals")));
            if (json) {
                terminal.out().println(reply.text());
            } else {
                print(reply.json());
            }
        }
        return Commands.DONE;
    }

    private void print(JsonNode totals) {
        Style style = Style.of(terminal);
        terminal.out().println(style.bold("Range: " + totals.path("range").asString("all")));
        sums(totals).lines().forEach(terminal.out()::println);
        Table kinds = new Table(Set.of(1, 2, 3));
        for (JsonNode kind : totals.path("kinds")) {
            kinds.add(List.of(
                    kind.path("kind").asString(""),
                    Amounts.count(kind.path("plays").asLong()) + " plays",
                    Amounts.count(kind.path("items").asLong()) + " different",
                    Amounts.time(kind.path("seconds").asLong())));
        }
        kinds.lines().forEach(line -> terminal.out().println("  " + line));
    }

    private static Table sums(JsonNode totals) {
        Table sums = new Table(Set.of());
        sums.add(List.of("plays", count(totals, "plays")));
        sums.add(List.of("time", time(totals)));
        sums.add(List.of("different", met(totals.path("played"))));
        sums.add(List.of("first met", met(totals.path("first_met"))));
        sums.add(List.of("days with plays", days(totals)));
        sums.add(List.of(
                "days in a row",
                count(totals, "streak") + " at the end, " + count(totals, "longest_streak") + " at most"));
        return sums;
    }

    private static String time(JsonNode totals) {
        long silent = totals.path("plays_without_seconds").asLong();
        String time = Amounts.time(totals.path("seconds").asLong());
        return silent == 0 ? time : time + " (of " + Amounts.count(silent) + " plays it is not known)";
    }

    private static String met(JsonNode met) {
        return count(met, "items") + " items, " + count(met, "creators") + " creators, " + count(met, "containers")
                + " containers";
    }

    private static String days(JsonNode totals) {
        String first = totals.path("first_day").asString("");
        String days = count(totals, "active_days");
        return first.isEmpty()
                ? days
                : days + ", " + first + " to " + totals.path("last_day").asString("");
    }

    private static String count(JsonNode node, String name) {
        return Amounts.count(node.path(name).asLong());
    }
}
