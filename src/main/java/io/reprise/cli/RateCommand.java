package io.reprise.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code reprise rate WHAT [RATING]}: says how good something is, on any scale, or what was said of it. */
@Command(name = "rate", description = "Rates something on any scale, or shows what you think of it.")
final class RateCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "WHAT", description = RatedWord.HELP)
    private String what = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "RATING",
            description = "Such as 4.5/5, 8/10, 85 of 100, love, hate, none (neither) or undo; nothing shows it.")
    private @Nullable String rating;

    @Option(names = "--kind", paramLabel = "KIND", description = "now: of this kind, also if it only was started.")
    private @Nullable String kind;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    RateCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RatedWord word = new RatedWord(what);
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote remote = reached.remote();
            if (word.isNow()) {
                if (rating == null) {
                    throw new Misuse("Expected a rating after now, such as 8/10.");
                }
                String path = RatedWord.playing(remote, kind);
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                Remote.Reply reply = rating.equals("undo")
                        ? remote.post(path + "/undo", body)
                        : remote.post(path + "/rate", body.put("rating", rating));
                print(reply, () -> new OpinionPrinter(terminal.out()).event(reply.json()));
                return Commands.DONE;
            }
            String path = word.path(remote) + "/opinion";
            Remote.Reply reply = rated(remote, path);
            print(reply, () -> new OpinionPrinter(terminal.out()).thing(reply.json()));
            return Commands.DONE;
        }
    }

    private Remote.Reply rated(Remote remote, String path) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (rating == null) {
            return remote.get(Query.of(path));
        }
        if (rating.equals("undo")) {
            JsonNode last = remote.get(Query.of(path)).json().path("rating").path("number");
            if (!last.isIntegralNumber()) {
                throw new Misuse("It is not rated, so there is nothing to undo.");
            }
            remote.post("/api/ratings/" + last.asString() + "/undo", body);
            return remote.get(Query.of(path));
        }
        return remote.post(path, rating.equals("none") ? body.put("love", "none") : body.put("rating", rating));
    }

    private void print(Remote.Reply reply, Runnable words) {
        if (json) {
            terminal.out().println(reply.text());
        } else {
            words.run();
        }
    }
}
