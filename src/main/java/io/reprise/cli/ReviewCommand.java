package io.reprise.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code reprise review [VERB N]}: what authorities found and a person has to look at, listed and answered. */
@Command(name = "review", description = "Lists what waits for your word on what it is, or answers one proposal.")
final class ReviewCommand implements Callable<Integer> {
    private static final Set<String> VERBS = Set.of("accept", "reject", "reopen");

    private final Target target;
    private final Terminal terminal;

    @Parameters(
            arity = "0..2",
            paramLabel = "VERB N",
            description = "accept, reject or reopen, and the number of the proposal; none lists what waits.")
    private List<String> words = List.of();

    @Option(names = "--choice", paramLabel = "K", description = "accept: which match it is, from 1. Else: 1.")
    private int choice = 1;

    @Option(names = "--always", description = "accept: also what else of this credit waits for the same artist.")
    private boolean always;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    ReviewCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean isAnswer = words.size() == 2
                && VERBS.contains(words.getFirst())
                && words.getLast().matches("[1-9][0-9]{0,8}");
        if (!words.isEmpty() && !isAnswer) {
            throw new Misuse(
                    "Expected nothing, or one of accept, reject and reopen with the number of a proposal, got: "
                            + String.join(" ", words));
        }
        if (choice < 1) {
            throw new Misuse("Matches are numbered from 1, got --choice " + choice);
        }
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote remote = reached.remote();
            Remote.Reply reply = isAnswer ? answered(remote) : remote.get(Query.of("/api/review"));
            if (json) {
                terminal.out().println(reply.text());
            } else if (isAnswer) {
                long settled = reply.json().path("settled").asLong(0);
                terminal.out().println(Amounts.count(settled, "proposal", "proposals") + " settled.");
            } else {
                print(reply.json());
            }
            return Commands.DONE;
        }
    }

    private Remote.Reply answered(Remote remote) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        if (words.getFirst().equals("accept")) {
            said.put("choice", choice - 1).put("always_for_this_credit", always);
        }
        return remote.post("/api/review/" + words.getLast() + "/" + words.getFirst(), said);
    }

    private void print(JsonNode answer) {
        PrintStream out = terminal.out();
        for (JsonNode proposal : answer.path("proposals")) {
            out.println(proposal.path("number").asString("") + "  " + name(proposal) + ": "
                    + proposal.path("sentence").asString(""));
            Table table = new Table(Set.of(0));
            for (JsonNode match : proposal.path("matches")) {
                table.add(List.of(
                        "   " + (match.path("choice").asInt(0) + 1),
                        name(match),
                        match.path("container").asString(""),
                        match.path("released").asString(""),
                        match.path("score").asString(""),
                        match.path("id").asString("")));
            }
            table.lines().forEach(out::println);
        }
        long waiting = answer.path("waiting").asLong(0);
        out.println(waiting == 0 ? "Nothing waits for you." : Amounts.count(waiting) + " in all wait for your word.");
    }

    private static String name(JsonNode thing) {
        String credit = thing.path("credit").asString("");
        return thing.path("title").asString("") + (credit.isEmpty() ? "" : " by " + credit);
    }
}
