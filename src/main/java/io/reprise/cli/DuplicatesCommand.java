package io.reprise.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code reprise duplicates [rule]}: the plays that were folded, and the rule for it, tried and changed. */
@Command(
        name = "duplicates",
        description =
                "Lists the plays that were folded into those of other sources, or shows, tries and sets the rule.")
final class DuplicatesCommand implements Callable<Integer> {
    private static final String RULE = "/api/duplicates/rule";
    private static final String PREVIEW = RULE + "/preview";

    private final Target target;
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "rule", description = "rule: show the rule instead, as JSON.")
    private @Nullable String word;

    @Option(names = "--preview", paramLabel = "FILE", description = "Say what the rule in this file would change.")
    private @Nullable Path preview;

    @Option(names = "--set", paramLabel = "FILE", description = "Make the rule in this file the one that holds.")
    private @Nullable Path set;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    DuplicatesCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (word != null && !word.equals("rule")) {
            throw new Misuse("Expected nothing, or the word rule, got: " + word);
        }
        if ((preview != null || set != null) && (word == null || preview != null && set != null)) {
            throw new Misuse("Expected rule --preview FILE or rule --set FILE.");
        }
        terminal.stop().heedSignals();
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote remote = reached.remote();
            if (preview != null) {
                return tried(remote, preview);
            }
            if (set != null) {
                return changed(remote, set);
            }
            Remote.Reply reply = remote.get(Query.of(word == null ? "/api/duplicates" : RULE));
            if (json) {
                terminal.out().println(reply.text());
            } else if (word == null) {
                print(reply.json());
            } else {
                terminal.out().println(reply.json().path("rule").toPrettyString());
            }
            return Commands.DONE;
        } finally {
            terminal.stop().end();
        }
    }

    private void print(JsonNode pairs) {
        Table table = new Table(Set.of(0));
        for (JsonNode pair : pairs) {
            table.add(List.of(
                    pair.path("folded").path("number").asString(""),
                    pair.path("folded").path("at").asString("no date"),
                    pair.path("title").asString(""),
                    source(pair.path("folded")) + " into " + source(pair.path("stands")),
                    pair.path("rule").asString("")));
        }
        List<String> lines = table.lines();
        lines.forEach(terminal.out()::println);
        if (lines.isEmpty()) {
            terminal.out().println("No play was told by two sources.");
        }
    }

    private static String source(JsonNode side) {
        return name(side.path("origin"));
    }

    private int tried(Remote remote, Path file) {
        JsonNode job = followed(remote, remote.post(PREVIEW, rule(remote, file)));
        if (!isDone(job)) {
            return failed(job);
        }
        if (json) {
            terminal.out().println(remote.get(Query.of(PREVIEW)).text());
            return Commands.DONE;
        }
        JsonNode seen = remote.get(Query.of(PREVIEW)).json();
        terminal.out().println(job.path("message").asString(""));
        Table table = new Table(Set.of(1, 2, 3));
        for (JsonNode share : seen.path("shares")) {
            table.add(List.of(
                    name(share.path("origin")) + " and " + name(share.path("other_origin")),
                    share.path("year").asString("no date"),
                    share.path("folded").asString("") + " folded",
                    share.path("apart").asString("") + " apart"));
        }
        table.lines().forEach(terminal.out()::println);
        return Commands.DONE;
    }

    private static String name(JsonNode origin) {
        String client = origin.path("client").asString("");
        return client.isEmpty() ? origin.path("protocol").asString("a source") : client;
    }

    private int changed(Remote remote, Path file) {
        JsonNode job = followed(remote, remote.put(RULE, rule(remote, file)));
        if (!isDone(job)) {
            return failed(job);
        }
        terminal.out().println(json ? job.toString() : job.path("message").asString(""));
        return Commands.DONE;
    }

    private JsonNode followed(Remote remote, Remote.Reply begun) {
        ProgressBar bar = new ProgressBar(terminal.err(), terminal.isScreen());
        return new JobWatch(remote, terminal.stop(), bar)
                .follow(begun.json().path("job").path("id").asString(""));
    }

    private static boolean isDone(JsonNode job) {
        return job.path("state").asString("").equals("done");
    }

    private int failed(JsonNode job) {
        terminal.err().println("reprise: " + job.path("message").asString(""));
        return Commands.FAILED;
    }

    private static JsonNode rule(Remote remote, Path file) {
        try {
            return remote.mapper().readTree(GivenFile.text(file, "what `duplicates rule` prints, changed as you like"));
        } catch (JacksonException e) {
            throw new Misuse(
                    "The file " + file + " is no JSON. Expected what `duplicates rule` prints, changed as you like.");
        }
    }
}
