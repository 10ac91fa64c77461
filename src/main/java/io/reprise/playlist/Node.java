package io.reprise.playlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A place in a definition: what stands there, under which name, and the path to it. */
record Node(@Nullable JsonNode json, String name, String path) {
    /** The members of this object. */
    List<Node> members() {
        if (json == null || !json.isObject()) {
            throw fault("An object is needed here.", "{ ... }");
        }
        List<Node> members = new ArrayList<>();
        for (String each : json.propertyNames()) {
            members.add(new Node(json.get(each), each, path.equals("$") ? each : path + "." + each));
        }
        return members;
    }

    List<Node> elements() {
        if (json == null || !json.isArray()) {
            throw fault("A list is needed here.", "[ ... ]");
        }
        List<Node> elements = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            elements.add(new Node(json.get(i), name, path + "[" + i + "]"));
        }
        return elements;
    }

    boolean isArray() {
        return json != null && json.isArray();
    }

    boolean isObject() {
        return json != null && json.isObject();
    }

    boolean isNull() {
        return json == null || json.isNull();
    }

    boolean isNumber() {
        return json != null && json.isNumber();
    }

    boolean isBoolean() {
        return json != null && json.isBoolean();
    }

    @Nullable
    Node find(String member) {
        return members().stream()
                .filter(each -> each.name().equalsIgnoreCase(member))
                .findFirst()
                .orElse(null);
    }

    Node need(String member) {
        Node found = find(member);
        if (found == null) {
            throw fault("The member " + member + " is missing.", "an object with the member " + member);
        }
        return found;
    }

    String text(String expected) {
        if (json == null || !json.isString()) {
            throw fault("A text is needed here.", expected);
        }
        return json.stringValue();
    }

    /** A text, or a number or truth as it is written. */
    String plain() {
        if (json == null || !json.isString() && !json.isNumber() && !json.isBoolean()) {
            throw fault("A single value is needed here.", "a text or a number");
        }
        return json.asString();
    }

    String oneOf(String one, String other) {
        String told = text(one + " or " + other).strip().toLowerCase(Locale.ROOT);
        if (!told.equals(one) && !told.equals(other)) {
            throw fault("This word has no meaning here.", one + " or " + other);
        }
        return told;
    }

    double number() {
        String told = json != null && (json.isNumber() || json.isString())
                ? json.asString().strip()
                : "";
        try {
            double number = Double.parseDouble(told);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw fault("A number is needed here.", "a number");
        }
        throw fault("A number is needed here.", "a number");
    }

    int whole(int least, int most) {
        double number = number();
        if (number != Math.rint(number) || number < least || number > most) {
            throw fault(
                    "This number does not fit.",
                    "a whole number" + (least == Integer.MIN_VALUE ? "" : " from " + least) + " up to " + most);
        }
        return (int) number;
    }

    boolean flag() {
        String told = json == null ? "" : json.asString("").strip().toLowerCase(Locale.ROOT);
        return switch (told) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw fault("This is neither true nor false.", "true or false");
        };
    }

    Fault fault(String detail, String expected) {
        return new Fault(path, new Fault.Words(detail, expected, json == null ? "nothing" : json.toString()));
    }
}
