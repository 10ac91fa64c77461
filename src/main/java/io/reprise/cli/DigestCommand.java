package io.reprise.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code reprise digest [VERB WHAT]}: weeks, months and years told when they are over. */
@Command(name = "digest", description = "Lists, orders, shows and sends digests of a week, a month or a year.")
final class DigestCommand implements Callable<Integer> {
    private static final String PATH = "/api/digests";
    private static final Set<String> OF_A_PERIOD = Set.of("add", "preview");
    private static final Set<String> OF_A_NUMBER = Set.of("send", "on", "off", "remove");

    private final Target target;
    private final Terminal terminal;

    @Parameters(
            arity = "0..2",
            paramLabel = "VERB WHAT",
            description = "add or preview with week, month or year; send, on, off or remove with a number; none lists.")
    private List<String> words = List.of();

    @Option(names = "--to", paramLabel = "N", description = "add: the number of a target of the relay.")
    private @Nullable Integer to;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    DigestCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        check();
        try (Reach.Reached reached = reach.open(target, terminal)) {
            String verb = words.isEmpty() ? "" : words.getFirst();
            if (verb.equals("preview") && !json) {
                show(reached.remote());
                return Commands.DONE;
            }
            Remote.Reply reply = asked(reached.remote(), verb);
            terminal.out().println(json ? reply.text() : told(verb, reply.json()));
            return Commands.DONE;
        }
    }

    private void check() {
        boolean isKnown = words.isEmpty()
                || words.size() == 2
                        && (OF_A_PERIOD.contains(words.getFirst())
                                || OF_A_NUMBER.contains(words.getFirst())
                                        && words.getLast().matches("[0-9]{1,9}"));
        if (!isKnown) {
            throw new Misuse(
                    "Expected nothing, add or preview with week, month or year, or send, on, off or remove with"
                            + " the number of a digest, got: " + String.join(" ", words));
        }
        if (!words.isEmpty() && words.getFirst().equals("add") && to == null) {
            throw new Misuse("Expected --to and the number of a webhook, mailbox or messenger of the relay.");
        }
    }

    private Remote.Reply asked(Remote remote, String verb) {
        String one = words.isEmpty() ? PATH : PATH + "/" + words.getLast();
        return switch (verb) {
            case "add" ->
                remote.post(
                        PATH,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("every", words.getLast())
                                .put("target", to));
            case "preview" -> remote.get(preview());
            case "send" -> remote.post(one + "/send", JsonNodeFactory.instance.objectNode());
            case "on", "off" ->
                remote.post(one, JsonNodeFactory.instance.objectNode().put("enabled", verb.equals("on")));
            case "remove" -> remote.delete(Query.of(one));
            default -> remote.get(Query.of(PATH));
        };
    }

    private Query preview() {
        return Query.of(PATH + "/preview").with("every", words.getLast());
    }

    private void show(Remote remote) {
        try (InputStream text = remote.stream(preview().with("format", "text"))) {
            terminal.out().print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String told(String verb, JsonNode answer) {
        return switch (verb) {
            case "remove" -> "Removed digest " + answer.path("deleted").asString("") + ".";
            case "send" -> "On its way: " + answer.path("title").asString("") + ".";
            case "add", "on", "off" -> line(answer);
            default ->
                answer.isEmpty()
                        ? "No digest was ordered. `reprise digest add week --to N` orders one."
                        : String.join(
                                "\n",
                                answer.valueStream().map(DigestCommand::line).toList());
        };
    }

    /** "3 each week to target 2, next on 2026-11-30T06:00:00Z". */
    private static String line(JsonNode order) {
        String next = order.path("next_due_at").asString("");
        return order.path("number").asString("") + "  each "
                + order.path("every").asString("") + " to target "
                + order.path("target").asString("") + (next.isEmpty() ? ", off" : ", next on " + next);
    }
}
