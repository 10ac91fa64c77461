package io.reprise.adapters.musicbrainz.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads one document of a JSON dump, member by member; what is not wanted is passed over without being kept. */
final class FactsJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private static final Set<String> TRACKS = Set.of("tracks", "pregap", "data-tracks");

    private @Nullable UUID mbid;
    private String name = "";
    private String sortName = "";
    private String comment = "";
    private String date = "";
    private String place = "";
    private String type = "";
    private int millis;
    private final List<String> aliases = new ArrayList<>();
    private final List<String> genres = new ArrayList<>();
    private final List<String> isrcs = new ArrayList<>();
    private final List<Facts.CreditPart> credit = new ArrayList<>();

    private FactsJson() {}

    /**
     * What a line tells: one thing, or with {@code ofRelease} the recordings of a release. Throws a
     * {@code JacksonException} or an {@link IllegalArgumentException} where the line is none.
     */
    static List<Facts> read(byte[] line, int length, boolean ofRelease) {
        List<Facts> all = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), line, 0, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("a JSON object was expected");
            }
            if (ofRelease) {
                within(json, "media", () -> inMedium(json, all));
            } else {
                all.add(thing(json));
            }
        }
        return all;
    }

    private static void inMedium(JsonParser json, List<Facts> all) {
        members(json, member -> {
            if (TRACKS.contains(member)) {
                each(json, () -> within(json, "recording", () -> all.add(thing(json))));
            } else {
                json.skipChildren();
            }
        });
    }

    /** Stands on each object that there is: one, or the elements of a list. */
    private static void each(JsonParser json, Runnable one) {
        Runnable object = () -> {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                one.run();
            } else {
                json.skipChildren();
            }
        };
        if (json.currentToken() == JsonToken.START_ARRAY) {
            elements(json, object);
        } else {
            object.run();
        }
    }

    /** Reads what lies under one member, each of its elements where it is a list. */
    private static void within(JsonParser json, String wanted, Runnable one) {
        members(json, member -> {
            if (member.equals(wanted)) {
                each(json, one);
            } else {
                json.skipChildren();
            }
        });
    }

    private static Facts thing(JsonParser json) {
        FactsJson facts = new FactsJson();
        members(json, member -> facts.member(json, member));
        return facts.whole();
    }

    private Facts whole() {
        if (mbid == null) {
            throw new IllegalArgumentException("it has no MBID in \"id\"");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("it has neither a title nor a name");
        }
        return new Facts(mbid, name, sortName, comment, date, place, type, millis, aliases, genres, isrcs, credit);
    }

    private void member(JsonParser json, String member) {
        switch (member) {
            case "id" -> mbid = Uuids.of(text(json));
            case "title", "name" -> name = text(json);
            case "sort-name" -> sortName = text(json);
            case "disambiguation" -> comment = text(json);
            case "first-release-date" -> date = text(json);
            case "country" -> place = text(json);
            case "primary-type" -> type = text(json);
            case "length" -> millis = json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getIntValue() : 0;
            case "life-span" -> members(json, each -> date = each.equals("begin") ? text(json) : passed(json, date));
            case "aliases" -> elements(json, () -> named(json, aliases));
            case "genres" -> elements(json, () -> named(json, genres));
            case "isrcs" -> elements(json, () -> add(isrcs, text(json)));
            case "artist-credit" -> elements(json, () -> credited(json));
            default -> json.skipChildren();
        }
    }

    private void credited(JsonParser json) {
        UUID[] artist = {Uuids.NONE};
        String[] said = {"", "", ""};
        members(json, member -> {
            switch (member) {
                case "name" -> said[0] = text(json);
                case "joinphrase" -> said[1] = text(json);
                case "artist" -> members(json, own -> artist(json, own, artist, said));
                default -> json.skipChildren();
            }
        });
        String creditedAs = said[0].isEmpty() ? said[2] : said[0];
        if (credit.size() < Facts.LIST_MAX && !creditedAs.isEmpty()) {
            credit.add(new Facts.CreditPart(artist[0], creditedAs, said[1]));
        }
    }

    private static void artist(JsonParser json, String member, UUID[] artist, String[] said) {
        switch (member) {
            case "id" -> {
                UUID found = Uuids.of(text(json));
                artist[0] = found == null ? Uuids.NONE : found;
            }
            case "name" -> said[2] = text(json);
            default -> json.skipChildren();
        }
    }

    private static void named(JsonParser json, List<String> into) {
        members(json, member -> {
            if (member.equals("name")) {
                add(into, text(json));
            } else {
                json.skipChildren();
            }
        });
    }

    private static void add(List<String> into, String text) {
        if (into.size() < Facts.LIST_MAX && !text.isBlank() && !into.contains(text)) {
            into.add(text);
        }
    }

    private static String passed(JsonParser json, String kept) {
        json.skipChildren();
        return kept;
    }

    /** The value as text; nothing where it is null or no text. */
    private static String text(JsonParser json) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            json.skipChildren();
            return "";
        }
        String text = json.getString();
        return text.length() <= Facts.TEXT_CHARS_MAX ? text : text.substring(0, Facts.TEXT_CHARS_MAX);
    }

    /** Shows the name of each member while the parser stands on its value, which has to be read or passed over. */
    private static void members(JsonParser json, Consumer<String> each) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = json.currentName();
            json.nextToken();
            each.accept(member);
        }
    }

    private static void elements(JsonParser json, Runnable each) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            each.run();
        }
    }
}
