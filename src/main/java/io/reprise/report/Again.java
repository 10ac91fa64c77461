package io.reprise.report;

import io.reprise.history.Names;
import io.reprise.media.MediaKind;
import java.util.EnumSet;
import java.util.List;

/** What was watched or read more than once. */
final class Again implements Report {
    private static final Option.Amount GAP = new Option.Amount("gap_days", "Apart by days", 1, 20_000, 14);
    private static final Option.Amount ROWS = Option.Amount.rows(50);

    @Override
    public About about() {
        return new About(
                Theme.LIVES,
                "again",
                "Watched and read again",
                "The films, books, episodes and articles you came back to.",
                "Plays of one item that follow one another sooner than the chosen number of days are one time, for a"
                        + " book is read in many sittings. Plays not known to the day are left out. Songs and pictures"
                        + " are left out unless you choose the kind.",
                List.of(GAP, ROWS));
    }

    private record Times(int times, int shortest, int longest) {}

    @Override
    public Answer answer(Asking asking) {
        Names names = asking.history().names();
        Traces traces = Traces.of(asked(asking).selection(), Subject.ITEM, 1);
        int gap = asking.amount(GAP);
        int[] times = new int[traces.count()];
        int items = 0;
        long returns = 0;
        for (int item = 1; item < times.length; item++) {
            times[item] = traces.size(item) == 0 ? 0 : times(traces, item, gap).times();
            items += times[item] > 0 ? 1 : 0;
            returns += Math.max(0, times[item] - 1);
        }
        Ranking ranking = Ranking.of(times.length, item -> times[item] > 1 ? times[item] : 0);
        Sheet.Maker rows = Sheet.of(
                "items",
                "Most often",
                "item",
                "item",
                "kind",
                "kind",
                "times",
                "times",
                "plays",
                "plays",
                "first",
                "first",
                "last",
                "last",
                "shortest_days",
                "days between, at least",
                "longest_days",
                "at most");
        List<Ranking.Place> places = ranking.places(names::title, 0, asking.amount(ROWS));
        for (Ranking.Place place : places) {
            int item = place.number();
            Times found = times(traces, item, gap);
            rows.row(
                    Cell.thing(names, Subject.ITEM, item),
                    Cell.text(names.kind(item).word()),
                    Cell.count(found.times()),
                    Cell.count(traces.size(item)),
                    Cell.day(traces.firstDay(item)),
                    Cell.day(traces.lastDay(item)),
                    Cell.count(found.shortest()),
                    Cell.count(found.longest()));
        }
        String sentence = places.isEmpty()
                ? "Nothing was watched or read again."
                : "Most often you came back to "
                        + Say.thing(names, Subject.ITEM, places.getFirst().number()) + ": "
                        + Say.count(times[places.getFirst().number()], "time", "times") + " in all.";
        return new Answer(
                sentence,
                List.of(
                        new Answer.Figure("again", "more than once", Cell.count(ranking.size())),
                        new Answer.Figure("returns", "returns in all", Cell.count(returns)),
                        new Answer.Figure("share", "of what you played", Cell.share(ranking.size(), items))),
                List.of(rows.end(Picture.of(Picture.Shape.LYING, "item", "times"))));
    }

    private static Asking asked(Asking asking) {
        if (!asking.filter().kinds().isEmpty()) {
            return asking;
        }
        return new Asking(
                asking.history(),
                asking.range(),
                asking.filter().withKinds(EnumSet.complementOf(EnumSet.of(MediaKind.SONG, MediaKind.PICTURE))),
                asking.today(),
                asking.chosen());
    }

    private static Times times(Traces traces, int item, int gap) {
        int times = 1;
        int shortest = Integer.MAX_VALUE;
        int longest = 0;
        for (int at = traces.begin(item) + 1; at < traces.end(item); at++) {
            int away = traces.days[at] - traces.days[at - 1];
            if (away >= gap) {
                times++;
                shortest = Math.min(shortest, away);
                longest = Math.max(longest, away);
            }
        }
        return new Times(times, shortest, longest);
    }
}
