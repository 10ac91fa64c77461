package io.reprise.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code reprise note WHAT [TEXT]}: writes something down about a thing, shows it, and takes it back. */
@Command(name = "note", description = "Writes a note on something, shows what is written, or takes a note back.")
final class NoteCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "WHAT", description = RatedWord.HELP)
    private String what = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "TEXT", description = "The note; none shows what there is.")
    private @Nullable String text;

    @Option(names = "--remove", paramLabel = "N", description = "Take back the note of this number.")
    private @Nullable Long remove;

    @Option(names = "--kind", paramLabel = "KIND", description = "now: of this kind, also if it only was started.")
    private @Nullable String kind;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    NoteCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RatedWord word = new RatedWord(what);
        if (text != null && remove != null || word.isNow() && text == null) {
            throw new Misuse("Expected the text of a note, or --remove and the number of one of a thing.");
        }
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote remote = reached.remote();
            Remote.Reply reply = word.isNow()
                    ? remote.post(
                            RatedWord.playing(remote, kind) + "/note",
                            JsonNodeFactory.instance.objectNode().put("note", text))
                    : noted(remote, word.path(remote) + "/opinion");
            if (json) {
                terminal.out().println(reply.text());
            } else if (word.isNow()) {
                new OpinionPrinter(terminal.out()).event(reply.json());
            } else {
                new OpinionPrinter(terminal.out()).thing(reply.json());
            }
            return Commands.DONE;
        }
    }

    private Remote.Reply noted(Remote remote, String path) {
        if (text != null) {
            return remote.post(path, JsonNodeFactory.instance.objectNode().put("note", text));
        }
        if (remove != null) {
            remote.post("/api/ratings/" + remove + "/undo", JsonNodeFactory.instance.objectNode());
        }
        return remote.get(Query.of(path));
    }
}
