package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A year or a month told: its sentences, figures, lists of what led, its moments, and the year's squares. */
record RecapView(
        Head head,
        List<String> story,
        List<Figure> figures,
        List<RankedCard> tops,
        List<Moment> moments,
        @Nullable CalendarCard calendar,
        ReportView.Table steps) {
    /** The period in words, and the addresses beside it (null where there is none) and of the same in numbers. */
    record Head(
            String title,
            @Nullable String earlier,
            @Nullable String later,
            String numbers) {}

    /** One play or day to remember; {@code href} is null where it is a day alone. */
    record Moment(String word, String when, @Nullable String href, String what) {}
}
