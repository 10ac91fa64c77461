package io.reprise.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code reprise resolve}: asks authorities what the items are that nothing is known of, and follows the job. */
@Command(name = "resolve", description = "Asks what your items really are, and says what came of it.")
final class ResolveCommand implements Callable<Integer> {
    private final Target target;
    private final Terminal terminal;

    @Option(names = "--network", description = "Ask authorities elsewhere as well, about one item a second.")
    private boolean network;

    @Option(names = "--again", description = "Also those that were asked for in vain in the last 30 days.")
    private boolean again;

    @Option(names = "--max", paramLabel = "N", description = "So many items at most, the most played first. Else: all.")
    private @Nullable Integer max;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    ResolveCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        asked.put("network", network).put("again", again);
        if (max != null) {
            asked.put("items_max", max);
        }
        return new FollowedJob(target, terminal, reach).run("/api/resolve", asked, json);
    }
}
