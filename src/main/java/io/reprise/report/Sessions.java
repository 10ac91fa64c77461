package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Sittings: how many, how long, when they begin, and the longest ones. */
final class Sessions implements Report {
    static final Option.Amount GAP = new Option.Amount("gap_minutes", "Gap in minutes", 1, 24 * 60, 30);
    private static final Option.Amount ROWS = Option.Amount.rows(20);
    private static final int HOURS = 24;

    @Override
    public About about() {
        return new About(
                Theme.HABITS,
                "sessions",
                "Sessions",
                "How often you sit down to play something, for how long, and when.",
                "A session ends where nothing begins for longer than the chosen gap after the end of what was played;"
                        + " where the length of a play is not known, its start counts as its end. It lasts from its"
                        + " first start to its latest end. Only plays with a time of day belong to one. Named beside"
                        + " each is the creator credited first in most of its plays.",
                List.of(GAP, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        History history = asking.history();
        List<Sittings.Sitting> sittings =
                Sittings.afterRests(asking.selection(), asking.amount(GAP)).sittings();
        Things leads = Things.creators(history);
        long[] hours = new long[HOURS];
        LocalClock clock = new LocalClock(history.zones());
        Highest longest = new Highest();
        long seconds = 0;
        long plays = 0;
        for (int i = 0; i < sittings.size(); i++) {
            Sittings.Sitting sitting = sittings.get(i);
            hours[clock.hour(sitting.begin())]++;
            longest.add(sitting.seconds(), i);
            seconds += sitting.seconds();
            plays += sitting.count();
        }
        Sheet.Maker rows = Sheet.of(
                "longest",
                "The longest",
                "begins",
                "begins",
                "seconds",
                "lasts",
                "plays",
                "plays",
                "items",
                "different items",
                "creator",
                "mostly");
        int[] places = longest.places(asking.amount(ROWS));
        for (int place : places) {
            Sittings.Sitting sitting = sittings.get(place);
            rows.row(
                    Cell.at(history, sitting.first()),
                    Cell.span(sitting.seconds()),
                    Cell.count(sitting.count()),
                    Cell.count(items(history, sitting)),
                    Cell.thing(history.names(), Subject.CREATOR, mostly(history, leads, sitting)));
        }
        Sheet.Maker starts = Sheet.of("hours", "When they begin", "hour", "hour", "sessions", "sessions");
        for (int hour = 0; hour < HOURS; hour++) {
            starts.row(Cell.text(String.format(Locale.ROOT, "%02d", hour)), Cell.count(hours[hour]));
        }
        return new Answer(
                sentence(sittings, places),
                List.of(
                        new Answer.Figure("sessions", "sessions", Cell.count(sittings.size())),
                        new Answer.Figure("average_seconds", "on average", Cell.span(mean(seconds, sittings.size()))),
                        new Answer.Figure(
                                "average_plays",
                                "plays in one, on average",
                                Cell.decimal(sittings.isEmpty() ? 0 : (double) plays / sittings.size()))),
                List.of(starts.end(Picture.of(Picture.Shape.BARS, "hour", "sessions")), rows.end()));
    }

    private static long mean(long sum, int count) {
        return count == 0 ? 0 : Math.round((double) sum / count);
    }

    private static int items(History history, Sittings.Sitting sitting) {
        Set<Integer> items = new HashSet<>();
        for (int place = 0; place < sitting.count(); place++) {
            items.add(history.item(sitting.play(place)));
        }
        return items.size();
    }

    /** The creator who leads most plays, 0 where none is known. */
    private static int mostly(History history, Things leads, Sittings.Sitting sitting) {
        Names names = history.names();
        Map<Integer, Long> plays = new HashMap<>();
        for (int place = 0; place < sitting.count(); place++) {
            plays.merge(leads.lead(sitting.play(place)), 1L, Long::sum);
        }
        plays.remove(0);
        int[] creators =
                plays.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        return Ranking.of(creators.length, at -> plays.getOrDefault(creators[at], 0L))
                .places(at -> names.creatorName(creators[at]), 0, 1)
                .stream()
                .mapToInt(place -> creators[place.number()])
                .findFirst()
                .orElse(0);
    }

    private static String sentence(List<Sittings.Sitting> sittings, int[] longest) {
        if (longest.length == 0) {
            return "No play with a time of day is known here.";
        }
        return "Your longest session took " + Say.span(sittings.get(longest[0]).seconds()) + "; there were "
                + Say.number(sittings.size()) + " in all.";
    }
}
