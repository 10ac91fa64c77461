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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code reprise link [create SHOWS | revoke NUMBER]} */
@Command(name = "link", description = "Lists, makes and takes back links, which show one thing of a history.")
final class LinkCommand implements Callable<Integer> {
    private static final String PATH = "/api/links";
    /** Where a link begins, after the address of its server. */
    private static final String LINK = "/x/";

    private final Target target;
    private final Terminal terminal;

    @Parameters(
            arity = "0..2",
            paramLabel = "VERB WHAT",
            description =
                    "create and what it shows (as plays, top or metrics), or revoke and a number; none lists all.")
    private List<String> words = List.of();

    @Option(names = "--name", paramLabel = "N", description = "create: what stands over it.")
    private @Nullable String name;

    @Option(names = "--only", paramLabel = "KIND", description = "create: only of this kind; may be given again.")
    private List<String> kinds = List.of();

    @Option(names = "--span", paramLabel = "RANGE", description = "create: of which days, as 2026 or “last 30 days”.")
    private @Nullable String span;

    @Option(names = "--public", paramLabel = "NAME", description = "create: this name in the address, and no secret.")
    private @Nullable String publicName;

    @Option(names = "--list", paramLabel = "LIST", description = "create playlist: the id or the name of the list.")
    private @Nullable String list;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    LinkCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String verb = words.isEmpty() ? "" : words.getFirst();
        boolean isMade = words.size() == 2 && verb.equals("create");
        boolean isRevoked =
                words.size() == 2 && verb.equals("revoke") && words.getLast().matches("[0-9]{1,9}");
        if (!words.isEmpty() && !isMade && !isRevoked) {
            throw new Misuse("Expected nothing, create and what the link shows, or revoke and its number, got: "
                    + String.join(" ", words));
        }
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote remote = reached.remote();
            Remote.Reply reply = isMade
                    ? remote.post(PATH, order(remote))
                    : isRevoked ? remote.delete(Query.of(PATH + "/" + words.getLast())) : remote.get(Query.of(PATH));
            if (json) {
                terminal.out().println(reply.text());
            } else if (isMade) {
                boolean isHere = reached.app().isPresent();
                reply.json().path("addresses").forEach(each -> printAddress(each.asString(""), isHere));
            } else if (isRevoked) {
                terminal.out().println("Took back link " + words.getLast() + ".");
            } else {
                print(reply.json());
            }
            return Commands.DONE;
        }
    }

    private ObjectNode order(Remote remote) {
        ObjectNode order = JsonNodeFactory.instance.objectNode().put("shows", words.getLast());
        put(order, "name", name);
        put(order, "range", span);
        put(order, "public_name", publicName);
        put(order, "list", list == null ? null : PlaylistCommand.id(remote, list));
        if (!kinds.isEmpty()) {
            ArrayNode only = order.putArray("kinds");
            kinds.forEach(only::add);
        }
        return order;
    }

    private static void put(ObjectNode order, String member, @Nullable String value) {
        if (value != null) {
            order.put(member, value);
        }
    }

    /** Without a server nobody knows yet under which address it will be reached. */
    private void printAddress(String address, boolean isHere) {
        terminal.out().println(isHere ? address.substring(address.indexOf(LINK)) : address);
    }

    private void print(JsonNode rows) {
        if (rows.isEmpty()) {
            terminal.out().println("There are no links. `reprise link create top` makes one.");
            return;
        }
        Table table = new Table(Set.of(0));
        for (JsonNode row : rows) {
            String shown = row.path("public_name").asString("");
            table.add(List.of(
                    row.path("number").asString(""),
                    row.path("shows").asString(""),
                    row.path("name").asString(""),
                    shown.isEmpty() ? "secret" : LINK + shown,
                    row.path("created_at").asString("")));
        }
        table.lines().forEach(terminal.out()::println);
    }
}
