package io.reprise.cli;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code reprise art restore FILE}: takes back the pictures that {@link ArtSaveCommand} wrote. */
@Command(name = "restore", description = "Takes back the pictures that art save wrote, into this or another library.")
final class ArtRestoreCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The zip file to read.")
    private Path file = Path.of("");

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    ArtRestoreCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        BodyPublisher pictures = GivenFile.content(file, "the zip file that `reprise art save` wrote");
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote.Reply reply = reached.remote().upload(Query.of("/api/art/own"), pictures);
            if (json) {
                terminal.out().println(reply.text());
            } else {
                print(reply.json());
            }
            return Commands.DONE;
        }
    }

    private void print(JsonNode answer) {
        terminal.out()
                .println(Amounts.count(answer.path("brought").asLong(0), "picture", "pictures") + " taken, "
                        + Amounts.count(answer.path("known").asLong(0)) + " here already, "
                        + Amounts.count(answer.path("refused").asLong(0)) + " refused.");
        for (JsonNode one : answer.path("refusals")) {
            terminal.out()
                    .println("Refused: " + one.path("name").asString("") + ": "
                            + one.path("reason").asString(""));
        }
    }
}
