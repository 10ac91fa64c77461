package io.reprise.adapters.listenbrainz;

import io.javalin.http.Context;
import io.reprise.http.Problem;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The small JSON bodies of requests, whatever their Content-Type says. */
final class RequestJson {
    private static final int SHOWN_CHARS_MAX = 100;
    /** Beyond it a double no longer holds every whole number. */
    private static final double WHOLE_MAX = 1L << 53;

    private RequestJson() {}

    static JsonNode object(JsonMapper mapper, Context context) {
        JsonNode body;
        try {
            body = mapper.readTree(context.bodyAsBytes());
        } catch (JacksonException e) {
            throw Problem.badRequest("Cannot parse JSON document: " + e.getOriginalMessage())
                    .raised();
        }
        if (!body.isObject()) {
            throw Problem.badRequest(
                            "Invalid JSON document submitted. Top level of JSON document should be a json object.")
                    .raised();
        }
        return body;
    }

    /** A second, also where it is written as a fraction or as text; empty where it is none. */
    static OptionalLong second(JsonNode told) {
        try {
            double value = ListenedAt.second(ListenCheck.number(told, ""));
            return Math.abs(value) <= WHOLE_MAX ? OptionalLong.of((long) value) : OptionalLong.empty();
        } catch (InvalidListen e) {
            return OptionalLong.empty();
        }
    }

    /** Answers with a body. */
    static void answer(JsonMapper mapper, Context context, JsonNode body) {
        context.contentType("application/json").result(mapper.writeValueAsBytes(body));
    }

    /** Answers that it is done. */
    static void ok(Context context) {
        context.contentType("application/json").result("{\"status\":\"ok\"}");
    }

    /** What came, for a message. */
    static String shown(JsonNode told) {
        return shown(told.isString() ? told.stringValue() : told.toString());
    }

    static String shown(String text) {
        return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "…";
    }
}
