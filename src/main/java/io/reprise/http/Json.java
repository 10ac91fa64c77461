package io.reprise.http;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One set-up of Jackson for all who speak JSON. Lenient in what it reads, since foreign clients are as they are:
 * unknown members are passed over, a member told twice counts as the last says. Bounded: {@value #DEPTH_MAX} levels.
 * Thread-safe.
 */
public final class Json {
    static final int DEPTH_MAX = 200;
    private static final int NUMBER_CHARS_MAX = 100;

    private Json() {}

    /** A new mapper; make one for the whole program, since it learns the classes that it sees. */
    public static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_MAX)
                        .maxNumberLength(NUMBER_CHARS_MAX)
                        .build())
                .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }

    /** Reads a request's body as a tree; what is not JSON ends in a problem 400 that says where. */
    public static JsonNode body(JsonMapper mapper, byte[] bytes) {
        JsonNode tree;
        try {
            tree = mapper.readTree(bytes);
        } catch (JacksonException e) {
            throw unreadable(e).raised();
        }
        if (tree == null || tree.isMissingNode()) {
            throw Problem.badRequest("The body is empty.")
                    .expected("JSON")
                    .got(null)
                    .where("body")
                    .raised();
        }
        return tree;
    }

    /** What Jackson says is wrong, without the words about itself that it writes into each place. */
    public static String reason(JacksonException failure) {
        return failure.getOriginalMessage().replaceAll("\\[Source: [^;\\]]*; (line: [^\\]]*)]", "$1");
    }

    private static Problem unreadable(JacksonException failure) {
        TokenStreamLocation place = failure.getLocation();
        return Problem.badRequest("The body is not JSON: " + reason(failure))
                .expected("JSON in UTF-8")
                .where(place == null ? "body" : "line " + place.getLineNr() + ", column " + place.getColumnNr());
    }
}
