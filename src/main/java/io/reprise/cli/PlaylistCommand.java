package io.reprise.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code reprise playlist VERB ...}: lists by rules or by hand, looked at, kept, brought in and out. */
@Command(
        name = "playlist",
        description = "Lists: list, show LIST, eval RULES, add RULES, export LIST, import FILE, remove LIST.")
final class PlaylistCommand implements Callable<Integer> {
    private static final Set<String> VERBS = Set.of("show", "eval", "add", "export", "import", "remove");
    private static final String RULES = "the rules of a list, as a line or as JSON";
    private static final int LISTS_MAX = 1_000;

    private final Target target;
    private final Terminal terminal;

    @Parameters(
            arity = "0..2",
            paramLabel = "VERB WHAT",
            description = "What to do, and with what: a list by its id or name; rules as a line such as 'kind:song"
                    + " playcount:5.. lastplayed:..-180d', or in a file as @FILE; a file to import.")
    private List<String> words = List.of("list");

    @Option(names = "--name", paramLabel = "NAME", description = "add: the name of the list.")
    private String name = "";

    @Option(names = "--limit", paramLabel = "N", description = "show, eval: so many items at most. Else: 50.")
    private int limit = 50;

    @Option(names = "--as-of", paramLabel = "DAY", description = "show, eval: as it was at the end of that day.")
    private @Nullable String asOf;

    @Option(names = "--seed", paramLabel = "S", description = "show, eval: daily, weekly or a number, for chance.")
    private @Nullable String seed;

    @Option(names = "--why", description = "show, eval: say of each item which rules held.")
    private boolean why;

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "export: jspf, xspf, m3u8, json, ndjson, csv or nsp. Else: jspf.")
    private String format = "jspf";

    @Option(
            names = "--path",
            paramLabel = "PATTERN",
            description = "export: where things lie, such as '/music/{artist}/{album}/{title}.flac'.")
    private @Nullable String path;

    @Option(names = "--to", paramLabel = "FILE", description = "export: the file to write. Else: standard output.")
    private @Nullable Path file;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    PlaylistCommand(Target target, Terminal terminal) {
        this.target = target;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String verb = words.getFirst();
        if (!(words.size() == 1 && verb.equals("list")) && !(words.size() == 2 && VERBS.contains(verb))) {
            throw new Misuse(
                    "Expected list, or one of show, eval, add, export, import and remove with what it is about,"
                            + " got: " + String.join(" ", words));
        }
        try (Reach.Reached reached = reach.open(target, terminal)) {
            Remote remote = reached.remote();
            switch (verb) {
                case "list" -> list(remote);
                case "show" -> items(remote.get(question("/api/playlists/" + id(remote, words.getLast()) + "/items")));
                case "eval" ->
                    items(remote.post(question("/api/playlists/evaluate").toString(), rules(remote)));
                case "add" -> kept(remote.post("/api/playlists", rules(remote)));
                case "export" -> export(remote);
                case "import" -> bringIn(remote);
                default -> remove(remote);
            }
        }
        return Commands.DONE;
    }

    private Query question(String address) {
        return Query.of(address)
                .with("limit", limit)
                .with("as_of", asOf)
                .with("seed", seed)
                .with("why", why ? "true" : null);
    }

    /** The id of the list that is meant; a name stands for the only list that has it. */
    static String id(Remote remote, String told) {
        if (told.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return told;
        }
        List<String> ids = lists(remote)
                .json()
                .path("playlists")
                .valueStream()
                .filter(list -> list.path("name").asString("").equalsIgnoreCase(told))
                .map(list -> list.path("id").asString(""))
                .toList();
        if (ids.size() != 1) {
            throw new Misuse((ids.isEmpty() ? "There is no list" : "There are " + ids.size() + " lists") + " called \""
                    + told + "\". Expected the id of a list; `reprise playlist list` shows them.");
        }
        return ids.getFirst();
    }

    private static Remote.Reply lists(Remote remote) {
        return remote.get(Query.of("/api/playlists").with("limit", LISTS_MAX));
    }

    /** A line, or the file after an @; a file holds JSON or a line. */
    private JsonNode rules(Remote remote) {
        String told = words.getLast();
        String text = told.startsWith("@") ? GivenFile.text(Path.of(told.substring(1)), RULES) : told;
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (!text.stripLeading().startsWith("{")) {
            return body.put("line", text.strip()).put("name", name);
        }
        JsonNode rules = remote.tree(text)
                .orElseThrow(() -> new Misuse("These rules are not JSON. Expected a smart playlist, got: " + told));
        if (rules instanceof ObjectNode object && !name.isEmpty()) {
            object.put("name", name);
        }
        return rules;
    }

    private void list(Remote remote) {
        Remote.Reply reply = lists(remote);
        if (json) {
            terminal.out().println(reply.text());
            return;
        }
        Table table = new Table(Set.of());
        for (JsonNode list : reply.json().path("playlists")) {
            table.add(List.of(
                    list.path("id").asString(""),
                    list.path("name").asString(""),
                    list.path("smart").asBoolean(false) ? list.path("sentence").asString("") : "made by hand"));
        }
        table.lines().forEach(terminal.out()::println);
        long total = reply.json().path("total").asLong(0);
        terminal.out().println(Amounts.count(total, "list", "lists") + ".");
    }

    private void items(Remote.Reply reply) {
        PrintStream out = terminal.out();
        if (json) {
            out.println(reply.text());
            return;
        }
        JsonNode answer = reply.json();
        out.println(Style.of(terminal).bold(answer.path("sentence").asString("")));
        for (JsonNode note : answer.path("notes")) {
            terminal.err().println("Note: " + note.asString(""));
        }
        Table table = new Table(Set.of(0, 3));
        for (JsonNode row : answer.path("items")) {
            table.add(List.of(
                    row.path("position").asString(""),
                    row.path("title").asString(""),
                    row.path("credit").asString(""),
                    row.path("plays").asString(""),
                    row.path("last_played").asString("").replaceFirst("T.*", "")));
        }
        List<String> lines = table.lines();
        for (int i = 0; i < lines.size(); i++) {
            out.println(lines.get(i));
            for (JsonNode reason : answer.path("items").path(i).path("why")) {
                String found = reason.path("found").asString("");
                out.println("      " + reason.path("rule").asString("") + (found.isEmpty() ? "" : "  (" + found + ")"));
            }
        }
        long total = answer.path("total").asLong(0);
        out.println(Amounts.count(lines.size()) + " of " + Amounts.count(total, "item", "items") + ".");
    }

    private void kept(Remote.Reply reply) {
        terminal.out()
                .println(
                        json
                                ? reply.text()
                                : "Kept as \"" + reply.json().path("name").asString("") + "\": "
                                        + reply.json().path("id").asString(""));
    }

    private void bringIn(Remote remote) {
        Path from = Path.of(words.getLast());
        Query query = Query.of("/api/playlists/import").with("name", String.valueOf(from.getFileName()));
        kept(remote.upload(query, GivenFile.content(from, "a playlist as JSPF, XSPF, M3U8 or NSP")));
    }

    private void remove(Remote remote) {
        Remote.Reply reply = remote.delete(Query.of("/api/playlists/" + id(remote, words.getLast())));
        terminal.out().println(json ? reply.text() : "Removed.");
    }

    private void export(Remote remote) {
        String ending = URLEncoder.encode(format, StandardCharsets.UTF_8);
        Query query = Query.of("/api/playlists/" + id(remote, words.getLast()) + "." + ending)
                .with("as_of", asOf)
                .with("path", path);
        try (InputStream told = remote.stream(query)) {
            if (file == null) {
                told.transferTo(terminal.out());
                terminal.out().flush();
            } else {
                WholeFile.write(told, file);
                terminal.err().println("Wrote " + file + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list could not be written to its end", e);
        }
    }
}
