package io.reprise.cli;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
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
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote.Reply reply = reached.remote().upload(Query.of("/api/art/own"), BodyPublishers.ofFile(file));
            if (json) {
                terminal.out().println(reply.text());
                return Commands.DONE;
            }
            JsonNode answer = reply.json();
            terminal.out()
                    .println(Amounts.count(answer.path("brought").asLong(0)) + " pictures taken, "
                            + Amounts.count(answer.path("known").asLong(0)) + " were here already, "
                            + Amounts.count(answer.path("refused").asLong(0)) + " refused.");
            answer.path("refusals")
                    .forEach(one -> terminal.out()
                            .println("Refused: " + one.path("name").asString("") + ": "
                                    + one.path("reason").asString("")));
            return Commands.DONE;
        } catch (FileNotFoundException e) {
            throw new Misuse("There is no file " + file + " that can be read.");
        }
    }
}
