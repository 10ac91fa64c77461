package io.reprise.api;

import io.javalin.http.Context;
import io.reprise.history.History;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.media.MediaKind;
import io.reprise.report.Filter;
import io.reprise.report.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which plays a request is about: {@code range} (or {@code period}), or {@code from} and {@code to} (or {@code start}
 * and {@code end}); {@code kind}, {@code item}, {@code creator}, {@code container}, {@code origin}.
 */
record Question(Period period, Filter filter) {
    private static final Parameter.Bounds NUMBERS = new Parameter.Bounds(1, Integer.MAX_VALUE);

    static Question read(Context context, History history, LocalDate today) {
        return new Question(period(context, history, today), filter(context));
    }

    io.reprise.report.Range range() {
        return period.range();
    }

    private static Period period(Context context, History history, LocalDate today) {
        String word = first(context, "range", "period");
        String start = first(context, "from", "start");
        String end = first(context, "to", "end");
        if (word != null && word.equalsIgnoreCase("custom") && (start == null || end == null)) {
            throw Problem.badRequest("The period custom needs both a start and an end.")
                    .expected("start and end, such as 2024-05-01 or 2024-05-01T00:00:00Z")
                    .got(start == null ? end : start)
                    .where("query parameters start and end")
                    .raised();
        }
        if (start != null || end != null) {
            return Asked.read(
                    "query parameters from and to",
                    (start == null ? "" : start) + ".." + (end == null ? "" : end),
                    () -> Period.between(start, end, history.zones()));
        }
        return word == null
                ? Period.ALL
                : Asked.read(
                        "query parameter range",
                        word,
                        () -> Period.parse(word, new Period.Now(today, history.weekStart())));
    }

    private static @Nullable String first(Context context, String name, String other) {
        String text = Parameter.text(context, name);
        return text == null ? Parameter.text(context, other) : text;
    }

    static Filter filter(Context context) {
        return new Filter(
                kinds(context),
                number(context, "creator"),
                number(context, "container"),
                number(context, "item"),
                number(context, "origin"));
    }

    private static int number(Context context, String name) {
        return Math.toIntExact(Parameter.number(context, name, 0, NUMBERS));
    }

    private static Set<MediaKind> kinds(Context context) {
        Set<MediaKind> kinds = EnumSet.noneOf(MediaKind.class);
        for (String words : context.queryParams("kind")) {
            for (String word : words.split(",", -1)) {
                if (!word.isBlank()) {
                    kinds.add(kind(word.strip()));
                }
            }
        }
        return kinds;
    }

    /** The kind of this word; {@code music} is a word for songs. */
    static MediaKind kind(String word) {
        return MediaKind.ofWord(word.equalsIgnoreCase("music") ? "song" : word)
                .orElseThrow(() -> Problem.badRequest("There is no such kind of media.")
                        .expected("one of " + words())
                        .got(word)
                        .where("kind")
                        .raised());
    }

    private static String words() {
        List<MediaKind> kinds = Arrays.asList(MediaKind.values());
        return kinds.stream().map(MediaKind::word).collect(Collectors.joining(", "));
    }
}
