package io.reprise.report;

import io.reprise.history.History;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first, the hundredth, the thousandth play. */
final class Milestones implements Report {
    private static final Option.Amount EVERY = new Option.Amount("every", "Every (0: round numbers)", 0, 10_000_000, 0);
    private static final int[] ROUND = {1, 100, 1_000, 5_000, 10_000, 25_000, 50_000, 75_000};
    private static final int ROUND_THEN = 100_000;
    private static final int PACE_DAYS = 90;

    @Override
    public About about() {
        return new About(
                Theme.TIME,
                "milestones",
                "Milestones",
                "Your first play, your 100th, your 1,000th ... what it was, and when the next is due.",
                "Counts the plays in question in the order of time from the beginning of the range; plays that are not"
                        + " known to the day have no place in that order and are left out, and those known to the day"
                        + " alone come first in it. Shown are the 1st, 100th, 1,000th, 5,000th, 10,000th, 25,000th,"
                        + " 50,000th, 75,000th and then each 100,000th, or each so-many-th. The next is due at the pace"
                        + " of the last 90 days.",
                List.of(EVERY));
    }

    @Override
    public Answer answer(Asking asking) {
        Selection selection = asking.selection();
        History history = selection.history;
        int every = asking.amount(EVERY);
        List<Integer> places = new ArrayList<>();
        List<Integer> reached = new ArrayList<>();
        int today = Range.dayOf(asking.today());
        int plays = 0;
        int recent = 0;
        int next = next(0, every);
        for (int i = selection.first; i < selection.end; i++) {
            if (selection.has(i) && isKnown(history, i)) {
                plays++;
                int day = history.day(i);
                recent += day > today - PACE_DAYS && day <= today ? 1 : 0;
                if (plays == next) {
                    places.add(plays);
                    reached.add(i);
                    next = next(next, every);
                }
            }
        }
        LocalDate due = due(asking, next - plays, recent);
        return new Answer(
                sentence(plays, next, due),
                List.of(
                        new Answer.Figure("plays", "plays so far", Cell.count(plays)),
                        new Answer.Figure("next", "the next milestone", Cell.count(next)),
                        new Answer.Figure("due", "due at your pace", due == null ? Cell.NOTHING : new Cell.Day(due))),
                List.of(sheet(history, places, reached)));
    }

    private static boolean isKnown(History history, int index) {
        return history.day(index) != History.NO_DAY && Step.DAY.places(history.precision(index));
    }

    private static int next(int reached, int every) {
        if (every > 0) {
            return reached + every;
        }
        for (int round : ROUND) {
            if (round > reached) {
                return round;
            }
        }
        return reached - reached % ROUND_THEN + ROUND_THEN;
    }

    private static @Nullable LocalDate due(Asking asking, int missing, int recent) {
        boolean goesOn =
                asking.range().to().map(to -> to.isAfter(asking.today())).orElse(true);
        return recent == 0 || !goesOn
                ? null
                : asking.today().plusDays((long) Math.ceil((double) missing * PACE_DAYS / recent));
    }

    private static Sheet sheet(History history, List<Integer> places, List<Integer> reached) {
        Sheet.Maker rows = Sheet.of(
                "milestones",
                "Reached",
                "play",
                "play",
                "day",
                "day",
                "time",
                "time",
                "item",
                "what",
                "days",
                "days since the one before");
        for (int i = Math.max(0, places.size() - Sheet.ROWS_MAX); i < places.size(); i++) {
            int index = reached.get(i);
            LocalTime time = Moment.of(history, index).time();
            rows.row(
                    Cell.count(places.get(i)),
                    Cell.day(history.day(index)),
                    time == null ? Cell.NOTHING : Cell.text(Say.time(time)),
                    Cell.thing(history.names(), Subject.ITEM, history.item(index)),
                    i == 0 ? Cell.NOTHING : Cell.count(history.day(index) - history.day(reached.get(i - 1))));
        }
        return rows.end();
    }

    private static String sentence(int plays, int next, @Nullable LocalDate due) {
        if (plays == 0) {
            return Say.NOTHING;
        }
        String found = Say.count(plays, "play", "plays") + " so far; number " + Say.number(next);
        return due == null
                ? found + " is " + Say.number(next - plays) + " away."
                : found + " is due around " + Say.date(due) + ".";
    }
}
