package io.reprise.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** {@code reprise history}: plays, newest first. */
@Command(name = "history", description = "Shows what was played, newest first.")
final class HistoryCommand implements Callable<Integer> {
    private static final int PAGE_ROWS_MAX = 1000;
    private static final int ROWS_MAX = 1_000_000;

    private final Target target;
    private final Terminal terminal;

    @Mixin
    private final Reach reach = new Reach();

    @Mixin
    private final Slice slice = new Slice();

    @Option(names = "--item", paramLabel = "N", description = "Only the item of this number.")
    private @Nullable Integer item;

    @Option(
            names = "--creator",
            paramLabel = "N",
            description = "Only what the creator of this number is credited for.")
    private @Nullable Integer creator;

    @Option(names = "--container", paramLabel = "N", description = "Only what is in the container of this number.")
    private @Nullable Integer container;

    @Option(names = "--limit", paramLabel = "N", description = "So many at most. Else: 20.")
    private int limit = 20;

    @Option(names = "--json", description = "Print the answers of the API.")
    private boolean json;

    HistoryCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > ROWS_MAX) {
            throw new Misuse(
                    "--limit " + limit + " cannot be used. Expected a whole number from 1 to " + ROWS_MAX + ".");
        }
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Query query = slice.of(Query.of("/api/scrobbles"))
                    .with("item", item)
                    .with("creator", creator)
                    .with("container", container);
            List<Remote.Reply> pages = pages(reached.remote(), query);
            if (json) {
                terminal.out().println(pages.size() == 1 ? pages.getFirst().text() : joined(reached.remote(), pages));
            } else {
                print(pages);
            }
        }
        return Commands.DONE;
    }

    /** Follows the cursors as far as was asked for. */
    private List<Remote.Reply> pages(Remote remote, Query query) {
        List<Remote.Reply> pages = new ArrayList<>();
        int left = limit;
        String cursor = null;
        do {
            Remote.Reply page = remote.get(
                    query.with("limit", Math.min(left, PAGE_ROWS_MAX)).with("cursor", cursor));
            pages.add(page);
            left -= page.json().size();
            cursor = page.json().isEmpty() ? null : page.cursor();
        } while (left > 0 && cursor != null);
        return pages;
    }

    private static String joined(Remote remote, List<Remote.Reply> pages) {
        ArrayNode all = remote.mapper().createArrayNode();
        pages.forEach(page -> page.json().forEach(all::add));
        return all.toString();
    }

    private void print(List<Remote.Reply> pages) {
        Table table = new Table(Set.of(0, 6));
        pages.forEach(page -> page.json().forEach(play -> table.add(row(play))));
        List<String> lines = table.lines();
        if (lines.isEmpty()) {
            terminal.out().println("Nothing was played there.");
        }
        lines.forEach(terminal.out()::println);
    }

    private static List<String> row(JsonNode play) {
        JsonNode when = play.path("when");
        String day = when.path("day").asString("");
        String time = when.path("time").asString("");
        long seconds = play.path("seconds").asLong(0);
        return List.of(
                play.path("number").asString(""),
                day.isEmpty()
                        ? "unknown day"
                        : time.isEmpty() ? day : day + " " + time.substring(0, Math.min(5, time.length())),
                play.path("kind").asString(""),
                play.path("title").asString(""),
                play.path("item").path("credit").asString(""),
                play.path("container").path("name").asString(""),
                seconds > 0 ? Amounts.clock(seconds) : "");
    }
}
