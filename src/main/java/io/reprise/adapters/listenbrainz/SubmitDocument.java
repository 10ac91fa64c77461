package io.reprise.adapters.listenbrainz;

import io.reprise.http.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The body of submit-listens, cut: which type, and each listen as the exact bytes that stand in the request. What is
 * wrong with the document as a whole is a problem 400 in the words of ListenBrainz, checked in its order.
 */
record SubmitDocument(Type type, List<byte[]> listens) {
    static final int BODY_BYTES_MAX = 10_240_000;
    static final int LISTENS_MAX = 1000;
    private static final int BYTES_PER_LISTEN_MAX = 10_240;
    /** The log takes no larger report; as an average over the document ListenBrainz allows less. */
    private static final int LISTEN_BYTES_MAX = 1 << 20;

    private static final JsonFactory JSON = JsonFactory.builder().build();

    /** What is submitted. */
    enum Type {
        SINGLE("single"),
        PLAYING_NOW("playing_now"),
        IMPORT("import");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        static Type ofWord(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(type -> type.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> refused("JSON document requires a valid listen_type key."));
        }
    }

    /** What was found of the document while it streamed by. */
    private static final class Found {
        private boolean isObject;
        private boolean hasPayload;
        private boolean isList;
        private boolean hasType;
        private @Nullable String type;
        private int count;
        private final List<byte[]> listens = new ArrayList<>();
    }

    static SubmitDocument read(byte[] body) {
        if (body.length > BODY_BYTES_MAX) {
            throw refused("Payload too large. Payload cannot exceed " + BODY_BYTES_MAX + " bytes");
        }
        Found found = parse(body);
        demand(found.isObject, "Invalid JSON document submitted. Top level of JSON document should be a json object.");
        demand(found.hasPayload && found.hasType, "Invalid JSON document submitted.");
        demand(found.isList, "The payload in the JSON document should be a list of listens.");
        demand(found.count > 0, "JSON document does not contain any listens");
        demand(
                found.count <= LISTENS_MAX,
                "Too many listens. You may not submit more than " + LISTENS_MAX + " listens at once.");
        boolean fits = body.length <= (long) found.count * BYTES_PER_LISTEN_MAX
                && found.listens.stream().allMatch(listen -> listen.length <= LISTEN_BYTES_MAX);
        demand(
                fits,
                "JSON document is too large. Each listens may not be larger than " + BYTES_PER_LISTEN_MAX + " bytes.");
        Type type = Type.ofWord(found.type);
        demand(
                type == Type.IMPORT || found.count == 1,
                "JSON document contains more than listen for a single/playing_now. It should contain only one.");
        return new SubmitDocument(type, found.listens);
    }

    private static Found parse(byte[] body) {
        Found found = new Found();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            JsonToken first = json.nextToken();
            if (first == null) {
                throw unparsable("the body is empty");
            }
            if (json.currentLocation().getByteOffset() < 0) {
                throw unparsable("expected UTF-8");
            }
            found.isObject = first == JsonToken.START_OBJECT;
            if (found.isObject) {
                members(json, body, found);
            } else {
                json.skipChildren();
            }
            if (json.nextToken() != null) {
                throw unparsable("something follows the end of the document");
            }
        } catch (JacksonException e) {
            throw unparsable(e.getOriginalMessage());
        }
        return found;
    }

    private static void members(JsonParser json, byte[] body, Found found) {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "payload" -> payload(json, value, body, found);
                case "listen_type" -> {
                    found.hasType = true;
                    found.type = value == JsonToken.VALUE_STRING ? json.getString() : null;
                    json.skipChildren();
                }
                default -> json.skipChildren();
            }
        }
    }

    private static void payload(JsonParser json, JsonToken value, byte[] body, Found found) {
        found.hasPayload = true;
        found.isList = value == JsonToken.START_ARRAY;
        found.count = 0;
        found.listens.clear();
        if (!found.isList) {
            json.skipChildren();
            return;
        }
        for (JsonToken each = json.nextToken(); each != JsonToken.END_ARRAY; each = json.nextToken()) {
            long begin = json.currentTokenLocation().getByteOffset();
            json.skipChildren();
            json.finishToken();
            long end = json.currentLocation().getByteOffset();
            if (++found.count <= LISTENS_MAX) {
                found.listens.add(Arrays.copyOfRange(body, Math.toIntExact(begin), Math.toIntExact(end)));
            }
        }
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw refused(otherwise);
        }
    }

    private static RuntimeException unparsable(String why) {
        return refused("Cannot parse JSON document: " + why);
    }

    private static RuntimeException refused(String text) {
        return Problem.badRequest(text).where("body").raised();
    }
}
