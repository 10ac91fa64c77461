package io.reprise.playlist;

import io.reprise.media.MediaKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A smart playlist: which items, in which order, how many. Read from the JSON of Navidrome's {@code .nsp} files and of
 * ours ({@link #read}), or from one line ({@link #ofLine}); written as both. Immutable; a definition is pure words,
 * what is in the list is asked of {@link Evaluator}.
 */
public record Definition(Words words, Set<MediaKind> kinds, Rule rule, Order order, Bounds bounds, List<Part> mix) {
    public static final int NAME_CHARS_MAX = 4096;

    public Definition {
        kinds = Set.copyOf(kinds);
        mix = List.copyOf(mix);
    }

    /**
     * Its name and what it is for, both empty where they are not told, and members of the JSON that mean nothing here.
     */
    public record Words(String name, String comment, List<String> passedOver) {
        public Words {
            passedOver = List.copyOf(passedOver);
            if (name.length() > NAME_CHARS_MAX || comment.length() > NAME_CHARS_MAX) {
                throw new IllegalArgumentException(
                        "a name and a comment have at most " + NAME_CHARS_MAX + " characters");
            }
        }
    }

    /** One thing that a list is ordered by. */
    record Key(Field field, boolean descending) {}

    /** In which order, and from what chance grows where it is random: {@code daily}, {@code weekly}, or a number. */
    record Order(List<Key> keys, String seed) {
        static final String DAILY = "daily";
        static final String WEEKLY = "weekly";

        public Order {
            keys = List.copyOf(keys);
            if (keys.isEmpty() || !seed.matches("daily|weekly|-?\\d{1,18}")) {
                throw new IllegalArgumentException("an order has a key, and a seed that is daily, weekly or a number");
            }
        }
    }

    /** At most so many of one group. */
    record PerGroup(Field field, int max) {}

    /**
     * How much of what fits: the first {@code limit} (0 for all), or so many percent of it (0 for all), after the first
     * {@code offset}; until so much time is full; so many of a group.
     */
    record Bounds(
            int limit,
            int limitPercent,
            int offset,
            @Nullable Span duration,
            @Nullable PerGroup perGroup,
            boolean countsUnknownDates,
            boolean next) {
        static final Bounds NONE = new Bounds(0, 0, 0, null, null, false, false);
    }

    /** A list that is mixed in, by its id, and how much of it for one of the others. */
    record Part(String list, int weight) {}

    /** Reads JSON (comments are passed over, as in a {@code .nsp} file); what cannot be read is a {@link Fault}. */
    public static Definition read(String json) {
        return DefinitionReader.read(json);
    }

    /** Reads a line such as {@code kind:song score:80.. lastplayed:..-180d sort:random limit:50}. */
    public static Definition ofLine(String line) {
        return LineReader.read(line);
    }

    /** Reads either: what begins with a brace, a bracket or a comment is JSON. */
    public static Definition ofText(String text) {
        String stripped = text.strip();
        return stripped.startsWith("{") || stripped.startsWith("[") || stripped.startsWith("/")
                ? read(stripped)
                : ofLine(stripped);
    }

    /** As JSON, indented. */
    public String json() {
        return DefinitionWriter.json(this);
    }

    /** As one line, empty where a line cannot say it. */
    public java.util.Optional<String> line() {
        return LineWriter.line(this);
    }

    /** What it says, in words for people. */
    public String sentence() {
        return Sentence.of(this);
    }

    /** Under another name. */
    public Definition named(String name) {
        return new Definition(new Words(name, words.comment(), words.passedOver()), kinds, rule, order, bounds, mix);
    }
}
