package io.reprise.api;

import io.reprise.http.Problem;
import io.reprise.http.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The members of a request's JSON object; what does not fit is a problem 400 that names the member. */
record Fields(JsonNode node) {
    private static final int TEXT_CHARS_MAX = 4096;

    static Fields of(JsonNode node) {
        if (!node.isObject()) {
            throw wrong("body", "a JSON object", node).raised();
        }
        return new Fields(node);
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    @Nullable
    String text(String name) {
        JsonNode child = node.get(name);
        if (child == null || child.isNull()) {
            return null;
        }
        if (!child.isString() || child.stringValue().length() > TEXT_CHARS_MAX) {
            throw wrong(name, "text of at most " + TEXT_CHARS_MAX + " characters", child)
                    .raised();
        }
        String text = child.stringValue().strip();
        if (text.indexOf('\0') >= 0) {
            throw wrong(name, "text without NUL characters", null).raised();
        }
        return text.isEmpty() ? null : text;
    }

    String needText(String name) {
        String text = text(name);
        if (text == null) {
            throw wrong(name, "text", null).raised();
        }
        return text;
    }

    /** A text as it is, with the spaces around it; a password is such a one. */
    String needSecret(String name) {
        JsonNode child = node.get(name);
        if (child == null || !child.isString() || child.stringValue().length() > TEXT_CHARS_MAX) {
            throw wrong(name, "text of at most " + TEXT_CHARS_MAX + " characters", null)
                    .raised();
        }
        return child.stringValue();
    }

    @Nullable
    Double number(String name) {
        JsonNode child = node.get(name);
        if (child == null || child.isNull()) {
            return null;
        }
        if (!child.isNumber() || !Double.isFinite(child.doubleValue())) {
            throw wrong(name, "a number", child).raised();
        }
        return child.doubleValue();
    }

    double needNumber(String name) {
        Double number = number(name);
        if (number == null) {
            throw wrong(name, "a number", null).raised();
        }
        return number;
    }

    /** The number of something: whole, from 1. */
    int needCount(String name) {
        JsonNode child = node.get(name);
        if (child == null || !child.canConvertToInt() || !child.isIntegralNumber() || child.intValue() < 1) {
            throw wrong(name, "a whole number from 1", child).raised();
        }
        return child.intValue();
    }

    /** True or false; false where it is not told. */
    boolean flag(String name) {
        JsonNode child = node.get(name);
        return child != null && !child.isNull() && needFlag(name);
    }

    /** A whole number from {@code least} to {@code most}; {@code otherwise} where it is not told. */
    int count(String name, int otherwise, int least, int most) {
        JsonNode child = node.get(name);
        if (child == null || child.isNull()) {
            return otherwise;
        }
        boolean whole = child.canConvertToInt() && child.isIntegralNumber();
        if (!whole || child.intValue() < least || child.intValue() > most) {
            throw wrong(name, "a whole number from " + least + " to " + most, child)
                    .raised();
        }
        return child.intValue();
    }

    /** The objects of a list; empty where it is not told. */
    List<Fields> objects(String name) {
        JsonNode child = node.get(name);
        if (child == null || child.isNull()) {
            return List.of();
        }
        if (!child.isArray()) {
            throw wrong(name, "a list of objects", child).raised();
        }
        return child.valueStream().map(Fields::of).toList();
    }

    /** The texts of a list; empty where it is not told. */
    List<String> texts(String name) {
        JsonNode child = node.get(name);
        if (child == null || child.isNull()) {
            return List.of();
        }
        if (!child.isArray() || !child.valueStream().allMatch(JsonNode::isString)) {
            throw wrong(name, "a list of texts", child).raised();
        }
        return child.valueStream().map(JsonNode::stringValue).toList();
    }

    /** An object that has to be told. */
    Fields needObject(String name) {
        JsonNode child = node.get(name);
        if (child == null || !child.isObject()) {
            throw wrong(name, "an object", child).raised();
        }
        return of(child);
    }

    boolean needFlag(String name) {
        JsonNode child = node.get(name);
        if (child == null || !child.isBoolean()) {
            throw wrong(name, "true or false", child).raised();
        }
        return child.booleanValue();
    }

    ProblemException refused(String name, String expected) {
        return wrong(name, expected, node.get(name)).raised();
    }

    private static Problem wrong(String where, String expected, @Nullable JsonNode got) {
        return Problem.badRequest("The member " + where + " of the body does not fit.")
                .expected(expected)
                .got(got == null || got.isNull() ? null : got.toString())
                .where(where);
    }
}
