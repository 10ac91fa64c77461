package io.reprise.report;

import io.reprise.history.History;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

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
        Sittings sittings = Sittings.afterRests(asking.selection(), asking.amount(GAP));
        Within within = new Within(history);
        long[] hours = new long[HOURS];
        LocalClock clock = new LocalClock(history.zones());
        Highest longest = new Highest();
        long seconds = 0;
        long plays = 0;
        for (int sitting = 0; sitting < sittings.size(); sitting++) {
            hours[clock.hour(sittings.begin(sitting))]++;
            longest.add(sittings.seconds(sitting), sitting);
            seconds += sittings.seconds(sitting);
            plays += sittings.count(sitting);
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
        for (int sitting : places) {
            within.read(sittings, sitting);
            rows.row(
                    Cell.at(history, sittings.play(sitting, 0)),
                    Cell.span(sittings.seconds(sitting)),
                    Cell.count(sittings.count(sitting)),
                    Cell.count(within.items),
                    Cell.thing(history.names(), Subject.CREATOR, within.mostly));
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
                                Cell.decimal(sittings.size() == 0 ? 0 : (double) plays / sittings.size()))),
                List.of(starts.end(Picture.of(Picture.Shape.BARS, "hour", "sessions")), rows.end()));
    }

    private static long mean(long sum, int count) {
        return count == 0 ? 0 : Math.round((double) sum / count);
    }

    /** What was played within one sitting; very long ones are counted in arrays. */
    private static final class Within {
        private final History history;
        private final Things leads;
        private final Places creators;
        private final BitSet seen = new BitSet();
        int items;
        /** The creator who leads most plays, of equal ones the first by name; 0 where none is known. */
        int mostly;

        Within(History history) {
            this.history = history;
            this.leads = Things.creators(history);
            this.creators = new Places(history.names().lastCreator());
        }

        void read(Sittings sittings, int sitting) {
            seen.clear();
            creators.clear();
            for (int place = 0; place < sittings.count(sitting); place++) {
                int play = sittings.play(sitting, place);
                seen.set(history.item(play));
                int lead = leads.lead(play);
                if (lead != 0) {
                    creators.add(lead);
                }
            }
            items = seen.cardinality();
            mostly = creators.size() == 0
                    ? 0
                    : creators.first(1, history.names()::creatorName).getFirst().number();
        }
    }

    private static String sentence(Sittings sittings, int[] longest) {
        if (longest.length == 0) {
            return "No play with a time of day is known here.";
        }
        return "Your longest session took " + Say.span(sittings.seconds(longest[0])) + "; there were "
                + Say.number(sittings.size()) + " in all.";
    }
}
