package io.reprise.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code reprise credits VERB ...}: rules for names, what they would change, and doing it. */
@Command(name = "credits", description = "Rules for names and credits: listed, added, previewed, applied, undone.")
final class CreditsCommand implements Callable<Integer> {
    private static final Set<String> KINDS = Set.of("keep", "replace", "belongs", "ignore");
    private static final String RULES = "/api/credits/rules";

    private final Target target;
    private final Terminal terminal;

    @Parameters(
            arity = "0..*",
            paramLabel = "VERB",
            description = "list; add KIND NAME [INTO...] with keep, replace, belongs or ignore; remove NAME; preview;"
                    + " apply; undo FIRST LAST.")
    private List<String> words = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "preview: so many names at most, up to 1000. Else: 20.")
    private int limit = 20;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    CreditsCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String verb = words.isEmpty() ? "list" : words.getFirst();
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        check(verb, rest);
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote.Reply reply = reply(reached.remote(), verb, rest);
            if (json) {
                terminal.out().println(reply.text());
            } else {
                print(verb, reply.json());
            }
            return Commands.DONE;
        }
    }

    private void check(String verb, List<String> rest) {
        boolean fits = switch (verb) {
            case "list", "preview", "apply" -> rest.isEmpty();
            case "add" -> rest.size() >= 2 && KINDS.contains(rest.getFirst());
            case "remove" -> rest.size() == 1;
            case "undo" -> rest.size() == 2 && rest.stream().allMatch(number -> number.matches("[1-9][0-9]{0,8}"));
            default -> false;
        };
        if (!fits) {
            throw new Misuse("Expected list, add KIND NAME [INTO...] (keep, replace, belongs or ignore), remove NAME,"
                    + " preview, apply, or undo FIRST LAST, got: " + String.join(" ", words));
        }
    }

    private Remote.Reply reply(Remote remote, String verb, List<String> rest) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return switch (verb) {
            case "add" -> {
                body.put("kind", rest.getFirst()).put("name", rest.get(1));
                ArrayNode into = body.putArray("into");
                rest.subList(2, rest.size()).forEach(into::add);
                yield remote.put(RULES, body);
            }
            case "remove" -> remote.delete(Query.of(RULES).with("name", rest.getFirst()));
            case "preview" -> remote.get(Query.of("/api/credits/preview").with("limit", limit));
            case "apply" -> remote.post("/api/credits/apply", body);
            case "undo" ->
                remote.post(
                        "/api/credits/undo",
                        body.put("first", Integer.parseInt(rest.getFirst()))
                                .put("last", Integer.parseInt(rest.getLast())));
            default -> remote.get(Query.of(RULES));
        };
    }

    private void print(String verb, JsonNode answer) {
        PrintStream out = terminal.out();
        switch (verb) {
            case "add" ->
                out.println("Kept: " + rule(answer) + ". `reprise credits preview` shows what it would change.");
            case "remove" ->
                out.println(
                        answer.path("removed").asBoolean(false)
                                ? "The rule is gone. What it changed stays until it is undone."
                                : "There was no rule for this name.");
            case "preview" -> preview(answer);
            case "apply" -> applied(answer);
            case "undo" ->
                out.println(Amounts.count(answer.path("undone").asLong(0), "decision", "decisions") + " taken back.");
            default -> {
                answer.forEach(row -> out.println(rule(row)));
                if (answer.isEmpty()) {
                    out.println("There are no rules yet.");
                }
            }
        }
    }

    private static String rule(JsonNode rule) {
        String into = names(rule.path("into"));
        return rule.path("kind").asString("") + " " + rule.path("name").asString("")
                + (into.isEmpty() ? "" : " -> " + into);
    }

    private static String names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(name -> names.add(name.asString("")));
        return String.join(" | ", names);
    }

    private void preview(JsonNode answer) {
        Table table = new Table(Set.of(0));
        for (JsonNode row : answer.path("rows")) {
            String into = names(row.path("into"));
            String title = row.path("title").asString("");
            table.add(List.of(
                    row.path("plays").asString(""),
                    row.path("name").asString(""),
                    "-> " + (title.isEmpty() ? "" : title + " by ") + (into.isEmpty() ? "nobody" : into),
                    row.path("because").asString("")));
        }
        table.lines().forEach(terminal.out()::println);
        long changes = answer.path("changes").asLong(0);
        terminal.out()
                .println(
                        changes == 0
                                ? "Nothing would change."
                                : Amounts.count(changes) + " in all would change. `reprise credits apply` does it.");
    }

    private void applied(JsonNode answer) {
        long changed = answer.path("changed").asLong(0);
        terminal.out().println(Amounts.count(changed, "name", "names") + " changed.");
        answer.path("refusals").forEach(refusal -> terminal.out().println("Not changed: " + refusal.asString("")));
        if (answer.path("first").asLong(0) > 0) {
            terminal.out()
                    .println("Undo with: reprise credits undo "
                            + answer.path("first").asString("") + " "
                            + answer.path("last").asString(""));
        }
    }
}
