package io.reprise.report;

import io.reprise.history.History;
import java.time.LocalDate;
import java.util.Map;

/**
 * One question to a report: of which history, which local days and which plays; {@code today} is the user's local day,
 * {@code chosen} the options by their words. What an option does not take is an {@link IllegalArgumentException} that
 * says what it takes.
 */
public record Asking(History history, Range range, Filter filter, LocalDate today, Map<String, String> chosen) {
    public Asking {
        chosen = Map.copyOf(chosen);
    }

    int amount(Option.Amount option) {
        String text = chosen.getOrDefault(option.word(), "").strip();
        if (text.isEmpty()) {
            return option.otherwise();
        }
        if (text.matches("\\d{1,9}")) {
            int amount = Integer.parseInt(text);
            if (amount >= option.min() && amount <= option.max()) {
                return amount;
            }
        }
        throw refused(option, text);
    }

    String pick(Option.Pick option) {
        String text = chosen.getOrDefault(option.word(), "").strip();
        if (text.isEmpty()) {
            return option.standard();
        }
        return option.words().stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> refused(option, text));
    }

    Subject subject(Option.Pick option) {
        return Subject.ofWord(pick(option)).orElseThrow();
    }

    Step step(Option.Pick option) {
        return Step.ofWord(pick(option)).orElseThrow();
    }

    /** The plays in question. */
    Selection selection() {
        return new Selection(history, range, filter);
    }

    /** The same question over other days. */
    Asking over(Range other) {
        return new Asking(history, other, filter, today, chosen);
    }

    private static IllegalArgumentException refused(Option option, String text) {
        String shown = text.length() <= 40 ? text : text.substring(0, 40) + "...";
        return new IllegalArgumentException(option.word() + " is " + option.expected() + ", not '" + shown + "'");
    }
}
