package io.reprise.playlist;

import io.reprise.media.MediaKind;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a line says beside its rules, read as the members of JSON that say the same. */
final class LineSettings {
    private LineSettings() {}

    static Definition of(Map<String, String> settings, Set<MediaKind> kinds, Rule rule) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.putArray("all");
        settings.forEach((name, value) -> put(members, name, value));
        Definition read = DefinitionReader.of(new Node(members, "", "$"));
        return new Definition(read.words(), kinds, rule, read.order(), read.bounds(), read.mix());
    }

    private static void put(ObjectNode members, String name, String value) {
        switch (name) {
            case "limitpercent" -> members.put("limitPercent", value);
            case "unknown" -> members.put("unknownDates", value);
            case "max" -> members.putObject("limitBy").put("duration", value);
            case "per" -> {
                int equals = value.indexOf('=');
                members.putObject("perGroup")
                        .put("field", equals < 0 ? value : value.substring(0, equals))
                        .put("max", equals < 0 ? "1" : value.substring(equals + 1));
            }
            default -> members.put(name, value);
        }
    }
}
