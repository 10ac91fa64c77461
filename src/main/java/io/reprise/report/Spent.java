package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.MediaKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where the time went, kind by kind. */
final class Spent implements Report {
    private static final Option.Pick STEP = Option.Pick.step(Step.MONTH);

    @Override
    public About about() {
        return new About(
                Theme.TIME,
                "spent",
                "Time spent",
                "How your time went to songs, books, films and the rest, step by step.",
                "Adds the known seconds of the plays of each step and kind; a play whose length nobody told adds nothing"
                        + " and is counted among those without a time. The time a day is over all days of the range up to today"
                        + " (from the first to the last play where it is open). Plays known too coarsely for the step"
                        + " are left out. Of very many steps the latest are shown.",
                List.of(STEP));
    }

    /** The plays of one kind, step by step. */
    private static final class Of {
        final MediaKind kind;
        final long[] plays;
        final long[] seconds;
        long allPlays;
        long allSeconds;

        Of(MediaKind kind, int steps) {
            this.kind = kind;
            this.plays = new long[steps];
            this.seconds = new long[steps];
        }
    }

    @Override
    public Answer answer(Asking asking) {
        Step step = asking.step(STEP);
        Selection selection = asking.selection();
        Buckets steps = Buckets.of(selection, step);
        long[] silent = new long[1];
        List<Of> kinds = kinds(selection, steps, silent);
        Sheet.Maker rows = Sheet.of(
                "steps",
                "Step by step",
                "period",
                Steps.title(step),
                "kind",
                "kind",
                "seconds",
                "time",
                "plays",
                "plays");
        int begun = Steps.begun(steps, asking.today());
        for (int bucket = Steps.firstShown(begun, kinds.size()); bucket < begun; bucket++) {
            for (Of each : kinds) {
                rows.row(
                        Cell.text(steps.label(bucket)),
                        Cell.text(each.kind.word()),
                        Cell.span(each.seconds[bucket]),
                        Cell.count(each.plays[bucket]));
            }
        }
        long seconds = kinds.stream().mapToLong(each -> each.allSeconds).sum();
        long days = Steps.days(steps, asking.today());
        return new Answer(
                sentence(kinds, seconds, days),
                List.of(
                        new Answer.Figure("seconds", "in all", Cell.span(seconds)),
                        new Answer.Figure("seconds_a_day", "a day", Cell.span(days == 0 ? 0 : seconds / days)),
                        new Answer.Figure("without_seconds", "plays without a time", Cell.count(silent[0]))),
                List.of(
                        rows.end(Picture.by(Picture.Shape.STACKED, "period", "kind", "seconds")),
                        sheet(kinds, seconds, days)));
    }

    /** The kinds that were played, those with the most time first. */
    private static List<Of> kinds(Selection selection, Buckets steps, long[] silent) {
        History history = selection.history;
        Names names = selection.names;
        Of[] byCode = new Of[Byte.MAX_VALUE];
        for (MediaKind kind : MediaKind.values()) {
            byCode[kind.code()] = new Of(kind, steps.size());
        }
        for (int i = selection.first; i < selection.end; i++) {
            int bucket = selection.has(i) ? steps.of(history, i) : Buckets.NONE;
            if (bucket != Buckets.NONE) {
                Of kind = byCode[names.kindCode(history.item(i))];
                int spent = history.seconds(i);
                kind.plays[bucket]++;
                kind.seconds[bucket] += spent;
                kind.allPlays++;
                kind.allSeconds += spent;
                silent[0] += spent == 0 ? 1 : 0;
            }
        }
        List<Of> kinds = new ArrayList<>();
        for (MediaKind kind : MediaKind.values()) {
            if (byCode[kind.code()].allPlays > 0) {
                kinds.add(byCode[kind.code()]);
            }
        }
        kinds.sort(Comparator.comparingLong((Of each) -> -each.allSeconds));
        return kinds;
    }

    private static Sheet sheet(List<Of> kinds, long seconds, long days) {
        Sheet.Maker rows = Sheet.of(
                "kinds",
                "In all",
                "kind",
                "kind",
                "seconds",
                "time",
                "share",
                "share",
                "seconds_a_day",
                "a day",
                "plays",
                "plays");
        for (Of each : kinds) {
            rows.row(
                    Cell.text(each.kind.word()),
                    Cell.span(each.allSeconds),
                    Cell.share(each.allSeconds, seconds),
                    Cell.span(days == 0 ? 0 : each.allSeconds / days),
                    Cell.count(each.allPlays));
        }
        return rows.end();
    }

    private static String sentence(List<Of> kinds, long seconds, long days) {
        if (kinds.isEmpty()) {
            return Say.NOTHING;
        }
        if (seconds == 0) {
            return "How long the plays took is not known.";
        }
        Of most = kinds.getFirst();
        String found = Say.span(seconds) + " in all, " + Say.span(seconds / days) + " a day";
        return kinds.size() == 1
                ? found + "."
                : found + "; " + Say.percent(most.allSeconds, seconds) + " of it went to " + most.kind.plural() + ".";
    }
}
