package io.reprise.cli;

import io.reprise.http.Problem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an opinion is about, as it is typed: {@code now}, the number of an item, {@code creator:12} or
 * {@code container:7}, or a name that the search finds.
 */
record RatedWord(String text) {
    static final String HELP =
            "The number of an item, creator:N, container:N, a name that the search finds, or now for what plays.";
    static final String NOW = "now";
    private static final Pattern NUMBERED = Pattern.compile("(?:(item|creator|container):)?([1-9][0-9]{0,8})");
    private static final int SHOWN_MAX = 5;

    boolean isNow() {
        return text.equals(NOW);
    }

    /** The path of what was meant; a name that nothing or several things have is refused with what was found. */
    String path(Remote remote) {
        Matcher numbered = NUMBERED.matcher(text);
        if (numbered.matches()) {
            String of = Optional.ofNullable(numbered.group(1)).orElse("item");
            return "/api/" + of + "s/" + numbered.group(2);
        }
        JsonNode found = remote.get(Query.of("/api/search").with("q", text).with("limit", SHOWN_MAX))
                .json();
        StringBuilder several = new StringBuilder();
        String only = null;
        int hits = 0;
        int exact = 0;
        String named = null;
        for (String of : new String[] {"item", "creator", "container"}) {
            for (JsonNode hit : found.path(of + "s")) {
                String name = hit.path("name").asString("");
                only = "/api/" + of + "s/" + hit.path("number").asString("");
                if (name.equalsIgnoreCase(text)) {
                    named = only;
                    exact++;
                }
                hits++;
                String by = hit.path("credit").asString("");
                several.append(several.isEmpty() ? "" : "; ")
                        .append(of)
                        .append(':')
                        .append(hit.path("number").asString(""))
                        .append(' ')
                        .append(name)
                        .append(by.isEmpty() ? "" : " by " + by);
            }
        }
        if (exact == 1 && named != null) {
            return named;
        }
        if (hits == 1 && only != null) {
            return only;
        }
        throw hits == 0
                ? Problem.notFound("Nothing in your history is called \"" + text + "\".")
                        .expected("a number, creator:N, container:N or a name")
                        .raised()
                : Problem.of(409, "Several things are called so. Say which by its number: " + several + ".")
                        .raised();
    }

    /** The path of the verbs of the kind that plays now, or that is told. */
    static String playing(Remote remote, @Nullable String kind) {
        if (kind != null) {
            return "/api/kinds/" + KnownKind.named(kind).word();
        }
        JsonNode playing = remote.get(Query.of("/api/now-playing")).json();
        if (playing.isEmpty()) {
            throw Problem.notFound("Nothing plays now.")
                    .expected("something that a player tells of; or --kind and one such as film, for what was started"
                            + " last")
                    .raised();
        }
        return "/api/kinds/" + playing.path(0).path("kind").asString("");
    }
}
