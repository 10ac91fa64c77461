package io.reprise.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code reprise art fetch}: starts the job that looks for pictures, and follows it. */
@Command(name = "fetch", description = "Looks for pictures of everything you play, the most played first.")
final class ArtFetchCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Option(names = "--max", paramLabel = "N", description = "So many pictures at most. Else: 2000.")
    private @Nullable Integer max;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    ArtFetchCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        if (max != null) {
            asked.put("pictures_max", max);
        }
        return new FollowedJob(target, terminal, reach).run("/api/art/fetch", asked, json);
    }
}
