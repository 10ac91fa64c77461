package io.reprise.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code reprise report}: the reports there are; {@code reprise report WORD}: one of them as tables. */
@Command(
        name = "report",
        description = "Asks a report; without a name, lists those there are.",
        footer = {"", "Example: reprise report streaks --range 2024 --set plays_a_day=10"})
final class ReportCommand implements Callable<Integer> {
    private static final String API = "/api/reports";
    /** Which of its tables becomes comma-separated values. */
    private static final String TABLE = "table";

    private final Target target;
    private final Terminal terminal;

    @Parameters(paramLabel = "REPORT", arity = "0..1", description = "The report's word, as the list shows it.")
    private @Nullable String word;

    @Mixin
    private final Reach reach = new Reach();

    @Mixin
    private final Slice slice = new Slice();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "An option of the report, such as limit=5. Repeatable.")
    private Map<String, String> chosen = new LinkedHashMap<>();

    @Option(
            names = "--csv",
            description = "Print the first table as comma-separated values; another with --set table=NAME.")
    private boolean csv;

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    ReportCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws java.io.IOException {
        String asked = word;
        if (csv && (json || asked == null)) {
            throw new Misuse("--csv prints a table of one report. Expected: reprise report REPORT --csv");
        }
        try (Reach.Reached reached = reach.open(target, terminal)) {
            if (asked != null && !chosen.isEmpty()) {
                demandKnown(reached.remote(), asked);
            }
            Query query = asked == null ? Query.of(API) : query(asked);
            if (csv) {
                try (var body = reached.remote().stream(query)) {
                    terminal.out().print(new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
                }
                return Commands.DONE;
            }
            Remote.Reply reply = reached.remote().get(query);
            if (json) {
                terminal.out().println(reply.text());
            } else if (asked == null) {
                list(reply.json());
            } else {
                print(reply.json());
            }
        }
        return Commands.DONE;
    }

    /** A name that the report does not know would be passed over, and its answer be taken for another one. */
    private void demandKnown(Remote remote, String asked) {
        for (JsonNode report : remote.get(Query.of(API)).json().path("reports")) {
            if (report.path("word").asString("").equals(asked)) {
                List<String> names = new ArrayList<>(List.of(TABLE));
                report.path("options")
                        .forEach(option -> names.add(option.path("word").asString("")));
                for (String name : chosen.keySet()) {
                    if (!names.contains(name)) {
                        throw new Misuse("The report " + asked + " has no option \"" + name + "\". Expected one of "
                                + String.join(", ", names) + ".");
                    }
                }
            }
        }
    }

    private Query query(String asked) {
        if (!asked.matches("[A-Za-z0-9-]+")) {
            throw new Misuse("There is no report \"" + asked + "\". `reprise report` lists those there are.");
        }
        Query query = slice.of(Query.of(API + "/" + asked)).with("format", csv ? "csv" : "tables");
        for (Map.Entry<String, String> option : chosen.entrySet()) {
            query = query.with(option.getKey(), option.getValue());
        }
        return query;
    }

    private void list(JsonNode listing) {
        Table table = new Table(Set.of());
        for (JsonNode report : listing.path("reports")) {
            table.add(List.of(
                    report.path("word").asString(""), report.path("title").asString("")));
        }
        table.lines().forEach(terminal.out()::println);
    }

    private void print(JsonNode answer) {
        Style style = Style.of(terminal);
        terminal.out()
                .println(style.bold(answer.path("title").asString("") + ", range: "
                        + answer.path("range").asString("all")));
        terminal.out().println(answer.path("sentence").asString(""));
        Table figures = new Table(Set.of(1));
        answer.path("figures")
                .properties()
                .forEach(figure -> figures.add(
                        List.of(figure.getKey().replace('_', ' '), text(figure.getKey(), figure.getValue()))));
        figures.lines().forEach(line -> terminal.out().println("  " + line));
        answer.path("tables").properties().forEach(table -> {
            if (!table.getValue().isEmpty()) {
                terminal.out().println();
                terminal.out().println(style.bold(table.getKey().replace('_', ' ')));
                table(table.getValue()).lines().forEach(terminal.out()::println);
            }
        });
    }

    private static Table table(JsonNode rows) {
        List<String> columns = new ArrayList<>(rows.get(0).propertyNames());
        Set<Integer> numbers = new HashSet<>();
        for (int place = 0; place < columns.size(); place++) {
            if (rows.get(0).path(columns.get(place)).isNumber()) {
                numbers.add(place);
            }
        }
        Table table = new Table(numbers);
        table.add(columns.stream().map(column -> column.replace('_', ' ')).toList());
        for (JsonNode row : rows) {
            table.add(columns.stream()
                    .map(column -> text(column, row.path(column)))
                    .toList());
        }
        return table;
    }

    /** A value as one reads it: seconds as a time, things by name, moments by day. */
    private static String text(String column, JsonNode value) {
        if (value.isObject()) {
            String name = value.path("name").asString("");
            String credit = value.path("credit").asString("");
            return value.has("precision")
                    ? value.path("day").asString("")
                    : credit.isEmpty() ? name : credit + " – " + name;
        }
        if (value.isFloatingPointNumber()) {
            return String.format(java.util.Locale.ROOT, "%.3f", value.asDouble());
        }
        if (value.isNumber()) {
            return column.endsWith("seconds") ? Amounts.time(value.asLong()) : Amounts.count(value.asLong());
        }
        return value.asString("");
    }
}
