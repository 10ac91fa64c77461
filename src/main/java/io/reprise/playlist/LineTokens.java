package io.reprise.playlist;

import java.util.ArrayList;
import java.util.List;

/** The words of a line, one by one, with the place where each begins. */
final class LineTokens {
    private final List<Token> tokens = new ArrayList<>();
    private final String line;
    private int at;

    /**
     * A word: {@code name} before its colon (empty where it has none), {@code value} after it without quotes; whether
     * the value began with a quote; the character where it begins, from 1.
     */
    record Token(String name, String value, boolean isQuoted, int place) {
        String text() {
            return name.isEmpty() ? value : name + ":" + value;
        }

        Fault fault(String detail, String expected) {
            return new Fault("character " + place, new Fault.Words(detail, expected, text()));
        }
    }

    LineTokens(String line) {
        this.line = line;
        int place = 0;
        while (place < line.length()) {
            place = Character.isWhitespace(line.charAt(place)) ? place + 1 : read(place);
        }
    }

    private int read(int from) {
        char first = line.charAt(from);
        boolean isAlone = first == '(' || first == ')' || first == ',';
        boolean denies = first == '^' || first == '-' && from + 1 < line.length() && isBegin(line.charAt(from + 1));
        if (isAlone || denies) {
            tokens.add(new Token("", first == '-' ? "^" : String.valueOf(first), false, -from - 1));
            return from + 1;
        }
        return word(from);
    }

    private static boolean isBegin(char c) {
        return c == '(' || c == '"' || Character.isLetter(c);
    }

    private int word(int from) {
        StringBuilder text = new StringBuilder();
        int colon = -1;
        int quoted = -1;
        int depth = 0;
        boolean inQuotes = false;
        int i = from;
        for (; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && inQuotes && i + 1 < line.length()) {
                text.append(line.charAt(++i));
            } else if (c == '"') {
                inQuotes = !inQuotes;
                quoted = quoted < 0 ? text.length() : quoted;
            } else if (!inQuotes && (Character.isWhitespace(c) || c == ')' && depth == 0)) {
                break;
            } else {
                depth += inQuotes ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
                colon = colon < 0 && c == ':' && !inQuotes && depth == 0 ? text.length() : colon;
                text.append(c);
            }
        }
        if (inQuotes) {
            throw new Fault(
                    "character " + (from + 1),
                    new Fault.Words("A quotation mark is not closed.", "\" at its end", line.substring(from)));
        }
        String name = colon < 0 ? "" : text.substring(0, colon);
        tokens.add(new Token(name, text.substring(colon + 1), quoted == colon + 1, from + 1));
        return i;
    }

    boolean isEmpty() {
        return at >= tokens.size();
    }

    /** Whether the next one is this mark. */
    boolean isAt(String mark) {
        return !isEmpty()
                && tokens.get(at).place() < 0
                && tokens.get(at).value().equals(mark);
    }

    boolean take(String mark) {
        boolean is = isAt(mark);
        at += is ? 1 : 0;
        return is;
    }

    Token next() {
        if (isEmpty()) {
            throw fault("The line ends too early.", "a rule");
        }
        return tokens.get(at++);
    }

    Fault fault(String detail, String expected) {
        int place = isEmpty() ? line.length() + 1 : Math.abs(tokens.get(at).place());
        return new Fault(
                "character " + place,
                new Fault.Words(
                        detail,
                        expected,
                        isEmpty() ? "the end of the line" : tokens.get(at).text()));
    }
}
