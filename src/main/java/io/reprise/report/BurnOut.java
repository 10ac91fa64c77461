package io.reprise.report;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was played hard and then dropped. */
final class BurnOut implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.ITEM);
    private static final Option.Amount WINDOW = new Option.Amount("window_days", "Peak within days", 1, 3650, 30);
    private static final Option.Amount PLAYS = new Option.Amount("min_plays", "Plays in the peak", 2, 1_000_000, 10);
    private static final Option.Amount SHARE = new Option.Amount("share_percent", "Share of all", 1, 100, 50);
    private static final Option.Amount SILENCE = new Option.Amount("silent_days", "Silent for days", 1, 20_000, 180);
    private static final Option.Amount ROWS = Option.Amount.rows(30);

    @Override
    public About about() {
        return new About(
                Theme.LIVES,
                "burn-out",
                "Burnt out",
                "What you played hard for a short while and then dropped.",
                "The peak is the window of days with the most plays of a thing, the first of equals. It counts where it"
                        + " begins in the range, has enough plays and at least the chosen share of all plays of the"
                        + " thing in the whole history, and where today the thing has been silent for long enough."
                        + " Plays not known to the day are left out.",
                List.of(SUBJECT, WINDOW, PLAYS, SHARE, SILENCE, ROWS));
    }

    private record Peak(int plays, int from, int to, int last) {}

    @Override
    public Answer answer(Asking asking) {
        Subject subject = asking.subject(SUBJECT);
        Traces traces = Traces.of(asking.over(Range.ALL).selection(), subject, asking.amount(PLAYS));
        @Nullable Peak[] peaks = new Peak[traces.count()];
        for (int thing = 1; thing < peaks.length; thing++) {
            peaks[thing] = traces.size(thing) > 0 ? burnt(asking, traces, thing) : null;
        }
        Ranking ranking = Ranking.of(peaks.length, thing -> {
            Peak peak = peaks[thing];
            return peak == null ? 0 : peak.plays();
        });
        int today = Range.dayOf(asking.today());
        Sheet.Maker rows = Sheet.of(
                "burnt_out",
                "Played hard, then dropped",
                "thing",
                subject.word(),
                "peak_plays",
                "plays in the peak",
                "from",
                "from",
                "to",
                "to",
                "plays",
                "plays in all",
                "last",
                "last played",
                "days",
                "days silent");
        List<Ranking.Place> places =
                ranking.places(number -> subject.name(asking.history().names(), number), 0, asking.amount(ROWS));
        for (Ranking.Place place : places) {
            Peak peak = peaks[place.number()];
            if (peak != null) {
                rows.row(
                        Cell.thing(asking.history().names(), subject, place.number()),
                        Cell.count(peak.plays()),
                        Cell.day(peak.from()),
                        Cell.day(peak.to()),
                        Cell.count(traces.size(place.number())),
                        Cell.day(peak.last()),
                        Cell.count(today - peak.last()));
            }
        }
        String sentence = places.isEmpty()
                ? "Nothing burnt out here."
                : "Hardest you played "
                        + Say.thing(
                                asking.history().names(),
                                subject,
                                places.getFirst().number())
                        + ", and then no more.";
        return new Answer(
                sentence,
                List.of(new Answer.Figure("burnt_out", subject.word() + "s burnt out", Cell.count(ranking.size()))),
                List.of(rows.end(Picture.of(Picture.Shape.LYING, "thing", "peak_plays"))));
    }

    /** The peak of a thing that burnt out. */
    private static @Nullable Peak burnt(Asking asking, Traces traces, int thing) {
        int[] days = Arrays.copyOfRange(traces.days, traces.begin(thing), traces.end(thing));
        Arrays.sort(days);
        int last = days[days.length - 1];
        if (Range.dayOf(asking.today()) - last < asking.amount(SILENCE)) {
            return null;
        }
        int window = asking.amount(WINDOW);
        int end = 0;
        int begin = 0;
        int most = 0;
        for (int at = 0; at < days.length; at++) {
            while (end < days.length && days[end] - days[at] < window) {
                end++;
            }
            if (end - at > most) {
                most = end - at;
                begin = at;
            }
        }
        boolean inRange = days[begin] >= asking.range().fromDay()
                && days[begin] <= asking.range().toDay();
        return inRange && most >= asking.amount(PLAYS) && 100L * most >= (long) asking.amount(SHARE) * days.length
                ? new Peak(most, days[begin], days[begin + most - 1], last)
                : null;
    }
}
