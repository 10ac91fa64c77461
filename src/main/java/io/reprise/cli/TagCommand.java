package io.reprise.cli;

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

/** {@code reprise tag [WHAT TAG]}: gives and takes tags, lists them, and finds what has one. */
@Command(name = "tag", description = "Tags something, lists your tags, or finds what has one.")
final class TagCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(
            arity = "0..2",
            paramLabel = "WHAT TAG",
            description =
                    "What is tagged (a number, creator:N, container:N, a name or now), and the tag; none lists all.")
    private List<String> words = List.of();

    @Option(names = "--remove", description = "Take the tag away.")
    private boolean remove;

    @Option(names = "--find", paramLabel = "TAG", description = "List what has this tag.")
    private @Nullable String find;

    @Option(names = "--kind", paramLabel = "KIND", description = "now: of this kind, also if it only was started.")
    private @Nullable String kind;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    TagCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean isQuestion = words.isEmpty() && !remove;
        boolean isTagging = words.size() == 2 && find == null;
        if (!isQuestion && !isTagging) {
            throw new Misuse("Expected what is to be tagged and the tag, or --find and a tag, or nothing, got: "
                    + String.join(" ", words));
        }
        if (remove && words.getFirst().equals(RatedWord.NOW)) {
            throw new Misuse("A tag given to what plays is taken back by `reprise rate now undo`.");
        }
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote remote = reached.remote();
            Remote.Reply reply = isTagging
                    ? tagged(remote)
                    : remote.get(Query.of(find == null ? "/api/tags" : "/api/tags/" + Query.segment(find)));
            if (json) {
                terminal.out().println(reply.text());
            } else if (isTagging && words.getFirst().equals(RatedWord.NOW)) {
                new OpinionPrinter(terminal.out()).event(reply.json());
            } else if (isTagging) {
                new OpinionPrinter(terminal.out()).thing(reply.json());
            } else {
                print(reply.json());
            }
            return Commands.DONE;
        }
    }

    private Remote.Reply tagged(Remote remote) {
        RatedWord what = new RatedWord(words.getFirst());
        if (what.isNow()) {
            return remote.post(
                    RatedWord.playing(remote, kind) + "/tag",
                    JsonNodeFactory.instance.objectNode().put("tag", words.getLast()));
        }
        return remote.post(
                what.path(remote) + "/opinion",
                JsonNodeFactory.instance.objectNode().put(remove ? "untag" : "tag", words.getLast()));
    }

    private void print(JsonNode rows) {
        Table table = new Table(find == null ? Set.of(1) : Set.of());
        for (JsonNode row : rows) {
            String number = row.path("number").isIntegralNumber()
                    ? row.path("of").asString("") + ":" + row.path("number").asString("")
                    : row.path("of").asString("");
            table.add(
                    find == null
                            ? List.of(
                                    row.path("text").asString(""),
                                    row.path("things").asString(""))
                            : List.of(
                                    number,
                                    row.path("name").asString(""),
                                    row.path("credit").asString("")));
        }
        List<String> lines = table.lines();
        lines.forEach(terminal.out()::println);
        if (lines.isEmpty()) {
            terminal.out().println(find == null ? "You have given no tags yet." : "Nothing has this tag.");
        }
    }
}
