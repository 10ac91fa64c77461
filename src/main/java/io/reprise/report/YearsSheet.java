package io.reprise.report;

import java.time.LocalDate;
import java.util.Arrays;
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
        Firsts firsts = Firsts.of(selection.history);
        Met items = new Met(selection, Subject.ITEM, firsts);
        Met creators = new Met(selection, Subject.CREATOR, firsts);
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
            items.readPlays(groups, year);
            creators.readItems(items);
            items.meet(years.from(year));
            creators.meet(years.from(year));
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

    /** What one year held of one subject: plays by number, and what has any. */
    private static final class Met {
        private final Selection selection;
        private final Subject subject;
        private final int[] firsts;
        private final int[] plays;
        private final int[] played;
        int different;
        int met;

        Met(Selection selection, Subject subject, Firsts firsts) {
            this.selection = selection;
            this.subject = subject;
            this.firsts = firsts.of(subject);
            this.plays = new int[subject.last(selection.names) + 1];
            this.played = new int[plays.length];
        }

        private void clear() {
            for (int i = 0; i < different; i++) {
                plays[played[i]] = 0;
            }
            different = 0;
        }

        private void add(int number, int times) {
            if (plays[number] == 0) {
                played[different++] = number;
            }
            plays[number] += times;
        }

        void readPlays(Buckets.Groups groups, int year) {
            clear();
            for (int at = groups.begins()[year]; at < groups.begins()[year + 1]; at++) {
                add(selection.history.item(groups.indices()[at]), 1);
            }
        }

        /** The creators of these items, which are far fewer than plays. */
        void readItems(Met items) {
            clear();
            for (int i = 0; i < items.different; i++) {
                int item = items.played[i];
                for (int place = 0; place < selection.names.creditCount(item); place++) {
                    if (Tally.isFirstMention(selection.names, item, place)) {
                        add(selection.names.creator(item, place), items.plays[item]);
                    }
                }
            }
        }

        /** Counts what was met in the calendar year of this day. */
        void meet(LocalDate day) {
            met = 0;
            LocalDate begin = day.withDayOfYear(1);
            int firstDay = Range.dayOf(begin);
            int lastDay = firstDay + begin.lengthOfYear() - 1;
            for (int i = 0; i < different; i++) {
                int first = firsts[played[i]];
                if (first != Firsts.NEVER && selection.inRange(first)) {
                    int metOn = selection.history.day(first);
                    met += metOn >= firstDay && metOn <= lastDay ? 1 : 0;
                }
            }
        }

        /** Who has the most plays; nobody where there are none. */
        Cell leader() {
            return Ranking.of(Arrays.copyOf(played, different), number -> plays[number])
                    .places(number -> subject.name(selection.names, number), 0, 1)
                    .stream()
                    .findFirst()
                    .map(place -> Cell.thing(selection.names, subject, place.number()))
                    .orElse(Cell.NOTHING);
        }
    }
}
