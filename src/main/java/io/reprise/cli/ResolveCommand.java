package io.reprise.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code reprise resolve}: asks authorities what the items are that nothing is known of, and follows the job; or orders
 * that it be asked regularly.
 */
@Command(name = "resolve", description = "Asks what your items really are, and says what came of it.")
final class ResolveCommand implements Callable<Integer> {
    private static final String ORDER = "/api/resolve/order";

    private final Target target;
    private final Terminal terminal;

    @Option(names = "--network", description = "Ask authorities elsewhere as well, about one item a second.")
    private boolean network;

    @Option(names = "--again", description = "Also those that were asked for in vain in the last 30 days.")
    private boolean again;

    @Option(names = "--max", paramLabel = "N", description = "So many items at most, the most played first. Else: all.")
    private @Nullable Integer max;

    @Option(
            names = "--every",
            paramLabel = "DAYS",
            description = "Only order that the network is asked every so many days (1 to 365; 0 ends it).")
    private @Nullable Integer every;

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
        if (every != null) {
            return order(every);
        }
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        asked.put("network", network).put("again", again);
        if (max != null) {
            asked.put("items_max", max);
        }
        return new FollowedJob(target, terminal, reach).run("/api/resolve", asked, json);
    }

    private int order(int days) {
        if (network || again || max != null) {
            throw new Misuse(
                    "--every only orders what is asked later. Expected it without --network, --again and --max.");
        }
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote remote = reached.remote();
            Remote.Reply reply = days == 0
                    ? remote.delete(Query.of(ORDER))
                    : remote.put(ORDER, JsonNodeFactory.instance.objectNode().put("every_days", days));
            terminal.out().println(json ? reply.text() : told(reply.json()));
            return Commands.DONE;
        }
    }

    private static String told(JsonNode order) {
        int days = order.path("every_days").asInt(0);
        return days == 0
                ? "Authorities on the network are asked only when you start it."
                : "Authorities on the network are asked every " + (days == 1 ? "day" : days + " days") + ", next at "
                        + order.path("next_at").asString("") + ".";
    }
}
