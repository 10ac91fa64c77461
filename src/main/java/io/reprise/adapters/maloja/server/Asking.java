package io.reprise.adapters.maloja.server;

import io.javalin.http.Context;
import io.reprise.history.History;
import io.reprise.http.FormFields;
import io.reprise.http.Problem;
import io.reprise.report.Chart;
import io.reprise.report.Filter;
import io.reprise.report.Lookup;
import io.reprise.report.Period;
import io.reprise.report.Range;
import io.reprise.report.Step;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** What a reading call asks for: a range of days, a filter, a page. */
record Asking(FormFields fields, History history, LocalDate today) {
    private static final int PER_PAGE = 100;
    private static final int PAGE_MAX = 1_000_000;

    static Asking of(Context context, History history, long now) {
        LocalDate today = LocalDate.ofEpochDay(history.zones().dayAt(now));
        return new Asking(FormFields.of(context), history, today);
    }

    /** {@code in}, or {@code since} ({@code from}) and {@code to} ({@code until}), with Maloja's dates. */
    Range range() {
        String within = fields.text("in");
        String from = fields.text("since").isEmpty() ? fields.text("from") : fields.text("since");
        String to = fields.text("until").isEmpty() ? fields.text("to") : fields.text("until");
        String words = within.isEmpty() ? from + ".." + to : within;
        try {
            return Period.parse(words, new Period.Now(today, history.weekStart()))
                    .range();
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()))
                    .where("in, since, from or to")
                    .raised();
        }
    }

    /** Songs alone, by {@code artist} where one is named; empty where nobody of that name was played. */
    Optional<Filter> filter() {
        Filter filter = Filter.SONGS;
        String artist = fields.text("artist");
        String title = fields.text("title");
        if (!title.isEmpty() && !artist.isEmpty()) {
            OptionalInt item = Lookup.item(history, Filter.SONGS, artist, title);
            return item.isEmpty() ? Optional.empty() : Optional.of(filter.withItem(item.getAsInt()));
        }
        if (!artist.isEmpty()) {
            OptionalInt creator = Lookup.creator(history, Filter.SONGS, artist);
            return creator.isEmpty() ? Optional.empty() : Optional.of(filter.withCreator(creator.getAsInt()));
        }
        return Optional.of(filter);
    }

    int page() {
        return number("page", 0, 0, PAGE_MAX);
    }

    int perPage() {
        return number("perpage", number("max", PER_PAGE, 1, Chart.ROWS_MAX), 1, Chart.ROWS_MAX);
    }

    Step step() {
        String word = fields.text("step");
        return Step.ofWord(word.isEmpty() ? "month" : word)
                .orElseThrow(() -> Problem.badRequest("There is no such step.")
                        .expected("day, week, month or year")
                        .got(word)
                        .where("step")
                        .raised());
    }

    private int number(String name, int otherwise, int min, int max) {
        String text = fields.text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,18}")) {
            throw Problem.badRequest("The parameter " + name + " is not usable.")
                    .expected("a whole number")
                    .got(text)
                    .where(name)
                    .raised();
        }
        return (int) Math.clamp(Long.parseLong(text), min, max);
    }
}
