package io.reprise.report;

import java.time.LocalDate;
import java.util.List;

/** Each year beside the others. */
final class YearsSheet implements Report {
    @Override
    public About about() {
        return new About(
                Theme.TIME,
                "years",
                "Years side by side",
                "Every year's plays and time, how much of it was different, how much new, and who led.",
                "Years are calendar years of your local days, cut to the range. Different means: counted once however"
                        + " often it was played. New means: its first play in your whole history lies in that year"
                        + " and in the range."
                        + " Who leads has the most plays; of equals the first by name. Undated plays are left out.",
                List.of());
    }

    @Override
    public Answer answer(Asking asking) {
        Selection selection = asking.selection();
        Buckets years = Buckets.of(selection, Step.YEAR);
        Buckets.Groups groups = years.groups(selection);
        Met items = new Met(selection, Subject.ITEM);
        Met creators = new Met(selection, Subject.CREATOR);
        Sheet.Maker rows = Sheet.of(
                "years",
                "Year by year",
                "year",
                "year",
                "plays",
                "plays",
                "seconds",
                "time",
                "items",
                "items",
                "new_items",
                "new items",
                "creators",
                "creators",
                "new_creators",
                "new creators",
                "creator",
                "most played");
        int fullest = 0;
        int active = 0;
        int begun = Steps.begun(years, asking.today());
        for (int year = Steps.firstShown(begun, 1); year < begun; year++) {
            items.read(years, groups, year);
            creators.read(years, groups, year);
            fullest = groups.size(year) > groups.size(fullest) ? year : fullest;
            active += groups.size(year) == 0 ? 0 : 1;
            rows.row(
                    Cell.text(years.label(year)),
                    Cell.count(groups.size(year)),
                    Cell.span(groups.seconds(selection.history, year)),
                    Cell.count(items.different),
                    Cell.count(items.met),
                    Cell.count(creators.different),
                    Cell.count(creators.met),
                    creators.leader());
        }
        int plays = groups.indices().length;
        return new Answer(
                plays == 0 ? Say.NOTHING : sentence(years.label(fullest), groups.size(fullest), plays, active),
                List.of(
                        new Answer.Figure("years", "years with plays", Cell.count(active)),
                        new Answer.Figure("plays", "plays", Cell.count(plays)),
                        new Answer.Figure(
                                "a_year", "plays a year", Cell.decimal(active == 0 ? 0 : 1.0 * plays / active))),
                List.of(rows.end(Picture.of(Picture.Shape.BARS, "year", "plays"))));
    }

    private static String sentence(String fullest, int most, int plays, int active) {
        String found = fullest + " was your fullest year, with " + Say.count(most, "play", "plays") + ".";
        return active == 1 ? found : found + " That is " + Say.percent(most, plays) + " of all.";
    }

    /** What one year held of one subject. */
    private static final class Met {
        private final Selection selection;
        private final Subject subject;
        private final Places places;
        private final Played reader;
        private final int[] firsts;
        int different;
        int met;
        private int most;

        Met(Selection selection, Subject subject) {
            this.selection = selection;
            this.subject = subject;
            this.places = new Places(subject.last(selection.names));
            this.reader = new Played(selection.history, subject);
            this.firsts = Firsts.of(selection.history).of(subject);
        }

        void read(Buckets years, Buckets.Groups groups, int year) {
            places.clear();
            places.add(groups, year, reader);
            different = places.size();
            met = 0;
            LocalDate begin = years.from(year).withDayOfYear(1);
            int firstDay = Range.dayOf(begin);
            int lastDay = firstDay + begin.lengthOfYear() - 1;
            for (int i = 0; i < different; i++) {
                int first = firsts[places.at(i)];
                if (first != Firsts.NEVER && selection.inRange(first)) {
                    int day = selection.history.day(first);
                    met += day >= firstDay && day <= lastDay ? 1 : 0;
                }
            }
            most = different == 0 ? 0 : places.first(1, this::name).getFirst().number();
        }

        private String name(int number) {
            return subject.name(selection.names, number);
        }

        Cell leader() {
            return Cell.thing(selection.names, subject, most);
        }
    }
}
