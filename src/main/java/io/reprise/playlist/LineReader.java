package io.reprise.playlist;

import io.reprise.media.MediaKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a definition from one line, in the manner of beets: words with spaces between them all have to hold, a comma
 * that stands alone means or, {@code ^} or {@code -} before a word denies it, parentheses group. {@code sort:},
 * {@code limit:} and the like say what JSON says beside its rules.
 */
final class LineReader {
    static final int LINE_CHARS_MAX = 10_000;
    private static final List<String> SETTINGS =
            List.of("sort", "order", "limit", "limitpercent", "offset", "seed", "max", "per", "unknown", "next");

    private final LineTokens tokens;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Set<MediaKind> kinds = EnumSet.noneOf(MediaKind.class);
    private int rules;

    private LineReader(LineTokens tokens) {
        this.tokens = tokens;
    }

    static Definition read(String line) {
        if (line.isBlank() || line.length() > LINE_CHARS_MAX) {
            throw new Fault(
                    "character 1",
                    new Fault.Words(
                            line.isBlank() ? "There are no rules." : "The line is too long.",
                            "rules such as kind:song playcount:5.. sort:-lastplayed limit:50",
                            line));
        }
        return new LineReader(new LineTokens(line)).definition();
    }

    private Definition definition() {
        Rule rule = alternatives(0);
        if (!tokens.isEmpty()) {
            throw tokens.fault("This parenthesis closes nothing.", "a ( before it");
        }
        Rule top = switch (rule) {
            case Rule.All all -> all;
            case Rule.Any any -> any;
            default -> new Rule.All(List.of(rule));
        };
        return LineSettings.of(settings, kinds, top);
    }

    private Rule alternatives(int depth) {
        if (depth > Rule.DEPTH_MAX) {
            throw tokens.fault("Groups lie in each other too deeply.", "at most " + Rule.DEPTH_MAX + " levels");
        }
        List<Rule> any = new ArrayList<>(List.of(sequence(depth)));
        while (tokens.take(",")) {
            any.add(sequence(depth));
        }
        return any.size() == 1 ? any.getFirst() : new Rule.Any(any);
    }

    private Rule sequence(int depth) {
        List<Rule> all = new ArrayList<>();
        while (!tokens.isEmpty() && !tokens.isAt(",") && !tokens.isAt(")")) {
            term(depth).ifPresent(all::add);
        }
        return all.size() == 1 && (depth > 0 || tokens.isAt(",")) ? all.getFirst() : new Rule.All(all);
    }

    /** Empty where it is a setting and no rule. */
    private Optional<Rule> term(int depth) {
        if (++rules > Rule.RULES_MAX) {
            throw tokens.fault("There are too many rules.", "at most " + Rule.RULES_MAX);
        }
        boolean denied = tokens.take("^");
        if (tokens.take("(")) {
            Rule group = alternatives(depth + 1);
            if (!tokens.take(")")) {
                throw tokens.fault("A parenthesis is not closed.", ")");
            }
            return Optional.of(denied ? new Rule.Not(group) : group);
        }
        LineTokens.Token token = tokens.next();
        if (!denied && depth == 0 && isSetting(token)) {
            return Optional.empty();
        }
        Rule rule = LineRule.of(token);
        return Optional.of(denied ? LineRule.denied(rule) : rule);
    }

    private boolean isSetting(LineTokens.Token token) {
        String name = token.name().toLowerCase(Locale.ROOT);
        if (name.equals("kind")
                && !token.value().startsWith(":")
                && !token.value().startsWith("=")) {
            Set<MediaKind> told = EnumSet.noneOf(MediaKind.class);
            for (String word : token.value().split(",", -1)) {
                told.add(MediaKind.ofWord(word.strip())
                        .orElseThrow(() -> token.fault(
                                "There is no such kind of media.",
                                Fault.near(word, MediaWords.ALL) + "one of " + String.join(", ", MediaWords.ALL))));
            }
            kinds = told;
            return true;
        }
        if (!SETTINGS.contains(name)) {
            return false;
        }
        settings.put(name, token.value());
        return true;
    }
}
