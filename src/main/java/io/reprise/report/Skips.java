package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.history.Unfinished;
import java.util.List;
import java.util.Locale;

/** How often what was begun was skipped or broken off. */
final class Skips implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.CREATOR);
    private static final Option.Amount TIMES = new Option.Amount("min_times", "Begun at least", 1, 1_000_000, 5);
    private static final Option.Amount ROWS = Option.Amount.rows(50);
    private static final int HOURS = 24;

    @Override
    public About about() {
        return new About(
                Theme.HABITS,
                "skips",
                "Skips",
                "What you skip or break off, how often, and at what time of day.",
                "The rate is skipped among all that was begun: counted plays, skipped ones, and those broken off before"
                        + " they count. Only sources that tell of skips and stops have any. A container is that of"
                        + " counted plays, so by container nothing is told; hours are of your wall time.",
                List.of(SUBJECT, TIMES, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Selection selection = asking.selection();
        Unfinished told = asking.history().unfinished();
        List<Integer> meant = Broken.of(asking, selection);
        Subject subject = asking.subject(SUBJECT);
        Tally played = Tally.of(selection, subject);
        int[] skipped = new int[played.plays.length];
        int[] broken = new int[played.plays.length];
        long skips = 0;
        for (int i : meant) {
            skips += told.skipped(i) ? 1 : 0;
            add(selection.names, subject, told.item(i), told.skipped(i) ? skipped : broken);
        }
        int atLeast = asking.amount(TIMES);
        Ranking ranking = Ranking.of(skipped.length, thing -> {
            long begun = played.plays[thing] + (long) skipped[thing] + broken[thing];
            return begun < atLeast ? 0 : skipped[thing] * 1_000_000L / begun;
        });
        Sheet.Maker rows = Sheet.of(
                "things",
                "Skipped most",
                "thing",
                subject.word(),
                "rate",
                "skipped of all begun",
                "skipped",
                "skipped",
                "broken_off",
                "broken off",
                "plays",
                "plays");
        List<Ranking.Place> places =
                ranking.places(thing -> subject.name(selection.names, thing), 0, asking.amount(ROWS));
        for (Ranking.Place place : places) {
            int thing = place.number();
            rows.row(
                    Cell.thing(selection.names, subject, thing),
                    Cell.share(skipped[thing], played.plays[thing] + (double) skipped[thing] + broken[thing]),
                    Cell.count(skipped[thing]),
                    Cell.count(broken[thing]),
                    Cell.count(played.plays[thing]));
        }
        double begun = played.allPlays + (double) meant.size();
        String most = places.isEmpty()
                ? ""
                : Say.thing(selection.names, subject, places.getFirst().number());
        return new Answer(
                meant.isEmpty() ? "Nothing was skipped or broken off here." : sentence(skips, begun, most),
                List.of(
                        new Answer.Figure("rate", "skipped of all begun", Cell.share(skips, begun)),
                        new Answer.Figure("skipped", "skipped", Cell.count(skips)),
                        new Answer.Figure("broken_off", "broken off", Cell.count(meant.size() - skips))),
                List.of(rows.end(Picture.of(Picture.Shape.LYING, "thing", "rate")), hours(asking, selection, meant)));
    }

    private static String sentence(long skips, double begun, String most) {
        String rate = "You skipped " + Say.percent(skips, begun) + " of what you began";
        return most.isEmpty() ? rate + "." : rate + ", most of all " + most + ".";
    }

    private static void add(Names names, Subject subject, int original, int[] counts) {
        int item = names.canonicalItem(original);
        switch (subject) {
            case ITEM -> counts[item]++;
            case CONTAINER -> {}
            case CREATOR -> {
                for (int i = 0; i < names.creditCount(item); i++) {
                    if (Tally.isFirstMention(names, item, i)) {
                        counts[names.creator(item, i)]++;
                    }
                }
            }
        }
    }

    private static Sheet hours(Asking asking, Selection selection, List<Integer> meant) {
        History history = asking.history();
        LocalClock clock = new LocalClock(history.zones());
        long[] plays = new long[HOURS];
        long[] skipped = new long[HOURS];
        long[] broken = new long[HOURS];
        for (int i = selection.first; i < selection.end; i++) {
            if (history.hasTime(i) && selection.has(i)) {
                plays[clock.hour(history.at(i))]++;
            }
        }
        for (int i : meant) {
            long at = history.unfinished().at(i);
            if (at != History.UNDATED) {
                (history.unfinished().skipped(i) ? skipped : broken)[clock.hour(at)]++;
            }
        }
        Sheet.Maker rows = Sheet.of(
                "hours",
                "By the hour",
                "hour",
                "hour",
                "rate",
                "skipped of all begun",
                "skipped",
                "skipped",
                "begun",
                "begun");
        for (int hour = 0; hour < HOURS; hour++) {
            long begun = plays[hour] + skipped[hour] + broken[hour];
            rows.row(
                    Cell.text(String.format(Locale.ROOT, "%02d", hour)),
                    Cell.share(skipped[hour], begun),
                    Cell.count(skipped[hour]),
                    Cell.count(begun));
        }
        return rows.end(Picture.of(Picture.Shape.BARS, "hour", "rate"));
    }
}
