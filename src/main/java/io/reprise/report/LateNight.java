package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.List;

/** What the late hours hold, against the rest of the day. */
final class LateNight implements Report {
    private static final Option.Amount FROM = new Option.Amount("from_hour", "From hour", 0, 23, 22);
    private static final Option.Amount TO = new Option.Amount("to_hour", "To hour", 0, 23, 4);
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.CREATOR);
    private static final Option.Amount LEAST =
            new Option.Amount("min_plays", "At least so many plays", 1, 1_000_000, 10);
    private static final Option.Amount ROWS = Option.Amount.rows(20);
    private static final int LATE = 0;
    private static final int REST = 1;

    @Override
    public About about() {
        return new About(
                Theme.TIME,
                "late-night",
                "Late at night",
                "How much you play late at night, and what you play then more than by day.",
                "Late is from the first hour up to the second in your wall time, 22 to 4 o'clock unless chosen"
                        + " otherwise;"
                        + " the hours after midnight count for the day that has begun. Expected are a thing's plays in"
                        + " all times the late share of all plays; the lift is late plays over expected ones, and what"
                        + " leans to the night stands by the plays beyond the expected. Plays whose time of day is not"
                        + " known are left out.",
                List.of(SUBJECT, FROM, TO, LEAST, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        int from = asking.amount(FROM);
        int to = asking.amount(TO);
        Subject subject = asking.subject(SUBJECT);
        Selection selection = asking.selection();
        History history = selection.history;
        LocalClock clock = new LocalClock(history.zones());
        Buckets months = Buckets.of(selection, Step.MONTH);
        long[] late = new long[months.size()];
        long[] all = new long[months.size()];
        Parts parts = Parts.of(selection, subject, 2, i -> {
            if (!history.hasTime(i)) {
                return Parts.NONE;
            }
            boolean isLate = isLate(clock.hour(history.at(i)), from, to);
            int month = months.of(history, i);
            if (month != Buckets.NONE) {
                all[month]++;
                late[month] += isLate ? 1 : 0;
            }
            return isLate ? LATE : REST;
        });
        Sheet byMonth = months(months, Steps.begun(months, asking.today()), late, all);
        int limit = asking.amount(ROWS);
        Names names = selection.names;
        List<Ranking.Place> leaning = parts.leaning(LATE, asking.amount(LEAST), limit);
        List<Ranking.Place> most = parts.most(LATE, limit);
        return new Answer(
                sentence(
                        parts,
                        leaning.isEmpty()
                                ? ""
                                : Say.named(names, subject, leaning.getFirst().number())),
                List.of(
                        new Answer.Figure("late_plays", "late plays", Cell.count(parts.totals[LATE])),
                        new Answer.Figure("plays", "plays with a time", Cell.count(parts.all())),
                        new Answer.Figure("share", "late share", Cell.share(parts.totals[LATE], parts.all()))),
                List.of(
                        byMonth,
                        things("leaning", "Played late more than by day", parts, leaning),
                        things("most", "Most played late", parts, most)));
    }

    private static Sheet months(Buckets months, int begun, long[] late, long[] all) {
        Sheet.Maker rows = Sheet.of(
                "months",
                "Month by month",
                "month",
                "month",
                "late_plays",
                "late plays",
                "plays",
                "plays",
                "share",
                "late share");
        for (int month = Steps.firstShown(begun, 1); month < begun; month++) {
            rows.row(
                    Cell.text(months.label(month)),
                    Cell.count(late[month]),
                    Cell.count(all[month]),
                    Cell.share(late[month], all[month]));
        }
        return rows.end(Picture.of(Picture.Shape.LINES, "month", "share"));
    }

    private static boolean isLate(int hour, int from, int to) {
        return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
    }

    private static Sheet things(String word, String title, Parts parts, List<Ranking.Place> places) {
        Sheet.Maker rows = Sheet.of(
                word,
                title,
                "thing",
                "what",
                "late_plays",
                "late plays",
                "plays",
                "plays in all",
                "share",
                "late share",
                "lift",
                "times the expected");
        return parts.things(rows, LATE, places);
    }

    private static String sentence(Parts parts, String owl) {
        if (parts.all() == 0) {
            return "No play here has a time of day.";
        }
        String share = Say.percent(parts.totals[LATE], parts.all()) + " of your plays were late at night";
        return owl.isEmpty() ? share + "." : share + "; " + owl + " belongs to the night most.";
    }
}
