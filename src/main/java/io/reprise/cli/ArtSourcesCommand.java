package io.reprise.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code reprise art sources}: who is asked for pictures. */
@Command(name = "sources", description = "Says who is asked for pictures, in order, and whose they are.")
final class ArtSourcesCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    ArtSourcesCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote.Reply reply = reached.remote().get(Query.of("/api/art/sources"));
            if (json) {
                terminal.out().println(reply.text());
            } else if (reply.json().isEmpty()) {
                terminal.out().println("Nobody: no authority that has pictures is switched on.");
            } else {
                for (JsonNode source : reply.json()) {
                    terminal.out()
                            .println(source.path("title").asString("") + " ("
                                    + source.path("word").asString("") + "): "
                                    + source.path("terms").asString(""));
                }
            }
            return Commands.DONE;
        }
    }
}
