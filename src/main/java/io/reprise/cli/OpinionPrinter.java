package io.reprise.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Says what one thinks of a thing, as the API tells it. */
final class OpinionPrinter {
    private final PrintStream out;

    OpinionPrinter(PrintStream out) {
        this.out = out;
    }

    /** What holds of a thing of the library. */
    void thing(JsonNode opinion) {
        String by = opinion.path("credit").asString("");
        List<String> parts = new ArrayList<>();
        if (opinion.path("rating").isObject()) {
            parts.add(opinion.path("rating").path("shown").asString(""));
        }
        String love = opinion.path("love").asString("none");
        if (!love.equals("none")) {
            parts.add(love);
        }
        List<String> tags = new ArrayList<>();
        opinion.path("tags").forEach(tag -> tags.add(tag.path("text").asString("")));
        if (!tags.isEmpty()) {
            parts.add("tags: " + String.join(", ", tags));
        }
        out.println(opinion.path("name").asString("") + (by.isEmpty() ? "" : " by " + by) + ": "
                + (parts.isEmpty() ? "nothing said" : String.join("; ", parts)));
        for (JsonNode note : opinion.path("notes")) {
            out.println("  note " + note.path("number").asString("") + ", "
                    + note.path("at").asString("") + ": " + note.path("text").asString(""));
        }
    }

    /** An event about what plays now. */
    void event(JsonNode event) {
        JsonNode position = event.path("position");
        String at = position.isNumber() ? " at " + position.asInt() + " s" : "";
        String said = switch (event.path("type").asString("")) {
            case "rate" -> "rated " + event.path("value").asString("") + " of 100";
            case "tag" -> "tagged " + event.path("tag").asString("");
            case "note" -> "noted";
            default -> event.path("type").asString("");
        };
        out.println(event.path("title").asString("") + ": " + said + at + ".");
    }
}
