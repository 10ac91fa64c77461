package io.reprise.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the most played things came, peaked and went. */
final class Lifecycle implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.ITEM);
    private static final Option.Amount WINDOW = new Option.Amount("window_days", "Window in days", 7, 3650, 90);
    private static final Option.Amount ROWS = Option.Amount.rows(30);
    private static final int DRAWN_MAX = 8;
    private static final int MONTHS_MAX = 120;

    @Override
    public About about() {
        return new About(
                Theme.LIVES,
                "lifecycle",
                "Life of a favourite",
                "How your favourites came, peaked and went.",
                "Of the things with the most plays here, as far as they are known to the day: the peak is the month"
                        + " with the most plays (the first of equals), half is the day on which half of the plays,"
                        + " rounded up, were reached. Plays of the last window of days, up to today or the end of the"
                        + " range, are held against the window before: none is gone, at least twice as many is rising,"
                        + " at most half is fading, else it is steady.",
                List.of(SUBJECT, WINDOW, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Subject subject = asking.subject(SUBJECT);
        Traces traces = Traces.ofMost(asking.selection(), subject, asking.amount(ROWS));
        Ranking ranking = Ranking.of(traces.count(), traces::size);
        List<Ranking.Place> places =
                ranking.places(number -> subject.name(asking.history().names(), number), 0, asking.amount(ROWS));
        Sheet.Maker rows = Sheet.of(
                "lives",
                "Most played",
                "thing",
                subject.word(),
                "plays",
                "plays",
                "first",
                "first",
                "peak",
                "peak month",
                "peak_plays",
                "plays then",
                "half",
                "half reached",
                "last",
                "last",
                "state",
                "now");
        Map<String, Integer> states = new HashMap<>();
        int end = Math.min(Range.dayOf(asking.today()), asking.range().toDay());
        for (Ranking.Place place : places) {
            int thing = place.number();
            Map.Entry<YearMonth, Integer> peak = peak(traces, thing);
            String state = state(traces, thing, end, asking.amount(WINDOW));
            states.merge(state, 1, Integer::sum);
            rows.row(
                    Cell.thing(asking.history().names(), subject, thing),
                    Cell.count(traces.size(thing)),
                    Cell.day(traces.firstDay(thing)),
                    Cell.text(peak.getKey().toString()),
                    Cell.count(peak.getValue()),
                    Cell.day(traces.days[traces.begin(thing) + (traces.size(thing) - 1) / 2]),
                    Cell.day(traces.lastDay(thing)),
                    Cell.text(state));
        }
        return new Answer(
                sentence(places, states),
                List.of(
                        figure(states, "rising"),
                        figure(states, "steady"),
                        figure(states, "fading"),
                        figure(states, "gone")),
                List.of(months(asking, subject, traces, places), rows.end()));
    }

    private static Answer.Figure figure(Map<String, Integer> states, String state) {
        return new Answer.Figure(state, state, Cell.count(states.getOrDefault(state, 0)));
    }

    private static String sentence(List<Ranking.Place> places, Map<String, Integer> states) {
        if (places.isEmpty()) {
            return Say.NOTHING;
        }
        return "Of your " + Say.count(places.size(), "favourite", "favourites") + " here, "
                + Say.count(states.getOrDefault("rising", 0), "is", "are") + " rising and "
                + Say.count(states.getOrDefault("gone", 0), "is", "are") + " gone.";
    }

    private static String state(Traces traces, int thing, int end, int window) {
        long now = 0;
        long before = 0;
        for (int at = traces.begin(thing); at < traces.end(thing); at++) {
            long ago = (long) end - traces.days[at];
            now += ago >= 0 && ago < window ? 1 : 0;
            before += ago >= window && ago < 2L * window ? 1 : 0;
        }
        if (now == 0) {
            return "gone";
        }
        if (now >= 2 * before) {
            return "rising";
        }
        return 2 * now <= before ? "fading" : "steady";
    }

    private static Map.Entry<YearMonth, Integer> peak(Traces traces, int thing) {
        Map<YearMonth, Integer> plays = new HashMap<>();
        Map.Entry<YearMonth, Integer> peak = Map.entry(YearMonth.of(1, 1), 0);
        int at = traces.begin(thing);
        while (at < traces.end(thing)) {
            int from = at;
            int day = traces.days[at];
            while (at < traces.end(thing) && traces.days[at] == day) {
                at++;
            }
            YearMonth month = YearMonth.from(LocalDate.ofEpochDay(day));
            int now = plays.merge(month, at - from, Integer::sum);
            if (now > peak.getValue() || now == peak.getValue() && month.isBefore(peak.getKey())) {
                peak = Map.entry(month, now);
            }
        }
        return peak;
    }

    /** The few first of them month by month, to be drawn. */
    private static Sheet months(Asking asking, Subject subject, Traces traces, List<Ranking.Place> places) {
        Sheet.Maker rows =
                Sheet.of("months", "Month by month", "period", "month", "thing", subject.word(), "plays", "plays");
        List<Ranking.Place> drawn = places.subList(0, Math.min(DRAWN_MAX, places.size()));
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (Ranking.Place place : drawn) {
            first = Math.min(first, traces.firstDay(place.number()));
            last = Math.max(last, traces.lastDay(place.number()));
        }
        YearMonth end = drawn.isEmpty() ? YearMonth.of(0, 1) : YearMonth.from(LocalDate.ofEpochDay(last));
        YearMonth begin = drawn.isEmpty() ? YearMonth.of(1, 1) : YearMonth.from(LocalDate.ofEpochDay(first));
        begin = begin.isBefore(end.minusMonths(MONTHS_MAX - 1L)) ? end.minusMonths(MONTHS_MAX - 1L) : begin;
        for (YearMonth month = begin; !month.isAfter(end); month = month.plusMonths(1)) {
            for (Ranking.Place place : drawn) {
                int from = Range.dayOf(month.atDay(1));
                int to = Range.dayOf(month.atEndOfMonth());
                int plays = 0;
                for (int at = traces.begin(place.number()); at < traces.end(place.number()); at++) {
                    plays += traces.days[at] >= from && traces.days[at] <= to ? 1 : 0;
                }
                rows.row(
                        Cell.text(month.toString()),
                        Cell.thing(asking.history().names(), subject, place.number()),
                        Cell.count(plays));
            }
        }
        return rows.end(Picture.by(Picture.Shape.LINES, "period", "thing", "plays"));
    }
}
