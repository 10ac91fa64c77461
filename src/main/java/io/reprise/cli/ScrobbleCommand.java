package io.reprise.cli;

import io.reprise.media.MediaKind;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code reprise scrobble KIND TITLE}: tells one play. */
@Command(name = "scrobble", description = "Tells one play by hand, and what became of it.")
final class ScrobbleCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "song, episode, film, article, book, picture, podcast or video.")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "TITLE", description = "The title, as it was told.")
    private String title = "";

    @Mixin
    private final ItemWords item = new ItemWords();

    @Mixin
    private final PlayWords play = new PlayWords();

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    ScrobbleCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        MediaKind told = KnownKind.named(kind);
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote remote = reached.remote();
            ObjectNode scrobble = remote.mapper().createObjectNode();
            item.into(scrobble, told, title);
            play.into(scrobble, InstantSource.system().instant(), () -> UserClock.of(remote));
            Remote.Reply reply = remote.post("/api/scrobbles", scrobble);
            if (json) {
                terminal.out().println(reply.text());
            } else {
                terminal.out().println(told(remote, reply.json()));
            }
            return reply.json().path("status").asString("").equals("refused") ? Commands.FAILED : Commands.DONE;
        }
    }

    private String told(Remote remote, JsonNode outcome) {
        String status = outcome.path("status").asString("");
        if (status.equals("refused")) {
            return "Refused: " + outcome.path("reason").asString("");
        }
        long number = outcome.path("number").asLong();
        JsonNode amounts =
                remote.get(Query.of("/api/scrobbles/" + number)).json().path("play");
        String at = UserClock.of(remote).minute(amounts.path("at").asString(""));
        String head = status.equals("known") ? "Known already, as scrobble " : "Stored as scrobble ";
        return head + number + (at.isEmpty() ? "" : ", " + at) + ": "
                + amounts.path("sentence").asString("it was not read as a play") + ".";
    }
}
