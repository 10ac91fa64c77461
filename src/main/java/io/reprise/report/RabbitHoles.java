package io.reprise.report;

import io.reprise.history.History;
import java.util.ArrayList;
import java.util.List;

/** Runs and days that one creator took over. */
final class RabbitHoles implements Report {
    private static final Option.Amount PLAYS = new Option.Amount("min_plays", "At least plays", 2, 10_000, 10);
    private static final Option.Amount SHARE = new Option.Amount("share_percent", "Share of a day", 1, 100, 60);
    private static final Option.Amount ROWS = Option.Amount.rows(50);

    @Override
    public About about() {
        return new About(
                Theme.HABITS,
                "rabbit-holes",
                "Rabbit holes",
                "Runs and days in which one creator took over.",
                "A run is plays one after another, however long between them, that are all credited first to one"
                        + " creator; only plays with a time of day follow one another. A day is taken over where"
                        + " enough plays, and at least the chosen share of all plays of the day, are credited first to"
                        + " one creator; for days a known day will do. Days of equal plays stand in their order.",
                List.of(PLAYS, SHARE, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Selection selection = asking.selection();
        History history = asking.history();
        Things leads = Things.creators(history);
        List<int[]> runs = runs(selection, leads, asking.amount(PLAYS));
        Highest longest = new Highest();
        for (int i = 0; i < runs.size(); i++) {
            longest.add(runs.get(i)[2], i);
        }
        Sheet.Maker rows = Sheet.of(
                "runs", "Longest runs", "creator", "creator", "plays", "plays in a row", "from", "from", "to", "to");
        int[] places = longest.places(asking.amount(ROWS));
        for (int place : places) {
            int[] run = runs.get(place);
            rows.row(
                    Cell.thing(history.names(), Subject.CREATOR, leads.lead(run[0])),
                    Cell.count(run[2]),
                    Cell.at(history, run[0]),
                    Cell.at(history, run[1]));
        }
        Days days = Days.of(selection, asking.amount(PLAYS), asking.amount(SHARE));
        String sentence = places.length == 0
                ? "No creator took over so much at once."
                : "You went deepest into "
                        + history.names().creatorName(leads.lead(runs.get(places[0])[0])) + ": "
                        + Say.count(runs.get(places[0])[2], "play", "plays") + " in a row.";
        return new Answer(
                sentence,
                List.of(
                        new Answer.Figure("runs", "runs", Cell.count(runs.size())),
                        new Answer.Figure("days", "days taken over", Cell.count(days.taken.size()))),
                List.of(
                        rows.end(Picture.of(Picture.Shape.LYING, "creator", "plays")),
                        days.sheet(history, asking.amount(ROWS))));
    }

    /** First and last index and number of plays of each. */
    private static List<int[]> runs(Selection selection, Things leads, int atLeast) {
        History history = selection.history;
        List<int[]> runs = new ArrayList<>();
        int[] run = {0, 0, 0};
        int creator = 0;
        for (int i = selection.first; i < selection.end; i++) {
            if (history.hasTime(i) && selection.has(i)) {
                int lead = leads.lead(i);
                if (lead != creator) {
                    keep(runs, run, creator == 0 ? Integer.MAX_VALUE : atLeast);
                    run = new int[] {i, i, 0};
                    creator = lead;
                }
                run[1] = i;
                run[2]++;
            }
        }
        keep(runs, run, creator == 0 ? Integer.MAX_VALUE : atLeast);
        return runs;
    }

    private static void keep(List<int[]> runs, int[] run, int atLeast) {
        if (run[2] >= atLeast) {
            runs.add(run);
        }
    }

    /** Days with the creator who took them over, the plays credited to them and all plays. */
    private static final class Days {
        final List<int[]> taken = new ArrayList<>();

        static Days of(Selection selection, int atLeast, int share) {
            Days days = new Days();
            Buckets steps = Buckets.of(selection, Step.DAY);
            Buckets.Groups groups = steps.groups(selection);
            Things leads = Things.creators(selection.history);
            int[] plays = new int[selection.names.lastCreator() + 1];
            for (int day = 0; day < steps.size(); day++) {
                int most = 0;
                int of = 0;
                for (int at = groups.begins()[day]; at < groups.begins()[day + 1]; at++) {
                    int lead = leads.lead(groups.indices()[at]);
                    plays[lead]++;
                    if (lead != 0 && plays[lead] > most) {
                        most = plays[lead];
                        of = lead;
                    }
                }
                for (int at = groups.begins()[day]; at < groups.begins()[day + 1]; at++) {
                    plays[leads.lead(groups.indices()[at])] = 0;
                }
                if (most >= atLeast && most * 100L >= (long) share * groups.size(day)) {
                    days.taken.add(new int[] {Range.dayOf(steps.from(day)), of, most, groups.size(day)});
                }
            }
            return days;
        }

        Sheet sheet(History history, int limit) {
            Highest most = new Highest();
            for (int i = 0; i < taken.size(); i++) {
                most.add(taken.get(i)[2], i);
            }
            Sheet.Maker rows = Sheet.of(
                    "days",
                    "Days taken over",
                    "day",
                    "day",
                    "creator",
                    "creator",
                    "plays",
                    "plays",
                    "share",
                    "share of the day");
            for (int place : most.places(limit)) {
                int[] day = taken.get(place);
                rows.row(
                        Cell.day(day[0]),
                        Cell.thing(history.names(), Subject.CREATOR, day[1]),
                        Cell.count(day[2]),
                        Cell.share(day[2], day[3]));
            }
            return rows.end();
        }
    }
}
