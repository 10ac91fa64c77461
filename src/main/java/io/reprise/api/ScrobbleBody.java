package io.reprise.api;

import io.reprise.http.Json;
import io.reprise.http.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * The body of {@code POST /api/scrobbles}, cut into scrobbles as the exact bytes that stand in it: one object, or
 * {@code {"scrobbles": [...]}} with at most {@value #SCROBBLES_MAX}.
 */
record ScrobbleBody(boolean isList, List<byte[]> scrobbles) {
    static final int SCROBBLES_MAX = 1000;
    private static final JsonFactory JSON = JsonFactory.builder().build();

    static ScrobbleBody read(byte[] body) {
        List<byte[]> found = new ArrayList<>();
        boolean list = false;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            demand(
                    json.nextToken() == JsonToken.START_OBJECT,
                    "one scrobble as a JSON object, or {\"scrobbles\": [...]}");
            demand(json.currentLocation().getByteOffset() >= 0, "JSON in UTF-8");
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                JsonToken value = json.nextToken();
                if (name.equals("scrobbles")) {
                    demand(value == JsonToken.START_ARRAY, "a list of scrobbles");
                    list = true;
                    found = elements(json, body);
                } else {
                    json.skipChildren();
                }
            }
            demand(json.nextToken() == null, "nothing after the end of the JSON object");
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            throw Problem.badRequest("The body is not JSON: " + Json.reason(e))
                    .expected("JSON in UTF-8")
                    .where(place == null ? "body" : "line " + place.getLineNr() + ", column " + place.getColumnNr())
                    .raised();
        }
        demand(!list || !found.isEmpty(), "at least one scrobble in the list");
        return new ScrobbleBody(list, list ? found : List.of(body));
    }

    private static List<byte[]> elements(JsonParser json, byte[] body) {
        List<byte[]> elements = new ArrayList<>();
        for (JsonToken each = json.nextToken(); each != JsonToken.END_ARRAY; each = json.nextToken()) {
            long begin = json.currentTokenLocation().getByteOffset();
            json.skipChildren();
            json.finishToken();
            long end = json.currentLocation().getByteOffset();
            demand(elements.size() < SCROBBLES_MAX, "at most " + SCROBBLES_MAX + " scrobbles at once");
            elements.add(Arrays.copyOfRange(body, Math.toIntExact(begin), Math.toIntExact(end)));
        }
        return elements;
    }

    /** Where this one stands, for messages. */
    String place(int index) {
        return isList ? "scrobbles[" + index + "]" : "body";
    }

    private static void demand(boolean holds, String expected) {
        if (!holds) {
            throw Problem.badRequest("The body does not hold scrobbles; nothing was stored.")
                    .expected(expected)
                    .where("body")
                    .raised();
        }
    }
}
