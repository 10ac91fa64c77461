package io.reprise.report;

import io.reprise.history.History;
import java.util.List;

/** How much of each album, show or series was played, and how often it was played from end to end. */
final class Completion implements Report {
    private static final Option.Amount ITEMS = new Option.Amount("min_items", "At least items", 1, 10_000, 4);
    private static final Option.Amount ROWS = Option.Amount.rows(50);

    @Override
    public About about() {
        return new About(
                Theme.LIVES,
                "completion",
                "From end to end",
                "How much of each album, show or series you played, and how often all of it at one go.",
                "All of a container are the different items ever played of it in your history; how many it really has"
                        + " is not known. A full play is a session of the container's own plays (one that follows"
                        + " another no later than the gap after its end) that has every one of them. Most full plays"
                        + " come first, then most plays.",
                List.of(Sessions.GAP, ITEMS, ROWS));
    }

    /** Of one container: items played here and ever, plays, and sessions that have all of them. */
    private record Part(int played, int known, int plays, int full) {
        long order() {
            return ((long) full << Integer.SIZE - 1) + plays;
        }
    }

    @Override
    public Answer answer(Asking asking) {
        History history = asking.history();
        Counter counter = new Counter(asking);
        Part[] parts = new Part[counter.traces.count()];
        long complete = 0;
        long full = 0;
        for (int container = 0; container < parts.length; container++) {
            parts[container] = container == 0 ? new Part(0, 0, 0, 0) : counter.part(container);
            complete += parts[container].plays() > 0 && parts[container].played() == parts[container].known() ? 1 : 0;
            full += parts[container].full();
        }
        Ranking ranking = Ranking.of(parts.length, container -> parts[container].order());
        Sheet.Maker rows = Sheet.of(
                "containers",
                "Albums, shows and series",
                "container",
                "container",
                "full_plays",
                "full plays",
                "played",
                "items played",
                "known",
                "items known",
                "share",
                "share",
                "plays",
                "plays");
        List<Ranking.Place> places = ranking.places(history.names()::containerTitle, 0, asking.amount(ROWS));
        for (Ranking.Place place : places) {
            Part part = parts[place.number()];
            rows.row(
                    Cell.thing(history.names(), Subject.CONTAINER, place.number()),
                    Cell.count(part.full()),
                    Cell.count(part.played()),
                    Cell.count(part.known()),
                    Cell.share(part.played(), part.known()),
                    Cell.count(part.plays()));
        }
        String sentence = full == 0
                ? "Nothing was played from end to end at one go."
                : "From end to end you played "
                        + Say.thing(
                                history.names(),
                                Subject.CONTAINER,
                                places.getFirst().number())
                        + " most often: "
                        + Say.count(parts[places.getFirst().number()].full(), "time", "times") + ".";
        return new Answer(
                sentence,
                List.of(
                        new Answer.Figure("containers", "played", Cell.count(ranking.size())),
                        new Answer.Figure("complete", "of which all that is known", Cell.count(complete)),
                        new Answer.Figure("full_plays", "full plays", Cell.count(full))),
                List.of(rows.end(Picture.of(Picture.Shape.LYING, "container", "full_plays"))));
    }

    private static final class Counter {
        final Traces traces;
        private final Selection selection;
        private final History history;
        private final long gapSeconds;
        private final int atLeast;
        /** The last counting in which each item was met. */
        private final int[] met;
        /** The item of each of the traces. */
        private final int[] items;

        private int counting;

        Counter(Asking asking) {
            selection = asking.selection();
            history = asking.history();
            traces = Traces.withUndated(asking.over(Range.ALL).selection(), Subject.CONTAINER, asking.amount(ITEMS));
            gapSeconds = asking.amount(Sessions.GAP) * 60L;
            atLeast = asking.amount(ITEMS);
            met = new int[history.names().lastItem() + 1];
            items = new int[traces.plays.length];
            for (int at = 0; at < items.length; at++) {
                items[at] = history.item(traces.plays[at]);
            }
        }

        private int meet(int at) {
            int item = items[at];
            int isNew = met[item] == counting ? 0 : 1;
            met[item] = counting;
            return isNew;
        }

        Part part(int container) {
            counting++;
            int known = 0;
            for (int at = traces.begin(container); at < traces.end(container); at++) {
                known += meet(at);
            }
            counting++;
            int played = 0;
            int plays = 0;
            for (int at = traces.begin(container); at < traces.end(container) && known >= atLeast; at++) {
                if (selection.has(traces.plays[at])) {
                    played += meet(at);
                    plays++;
                }
            }
            return plays == 0
                    ? new Part(0, known, 0, 0)
                    : new Part(played, known, plays, played == known ? full(container, known) : 0);
        }

        private int full(int container, int known) {
            int full = 0;
            int here = 0;
            long until = Long.MIN_VALUE;
            for (int at = traces.begin(container); at < traces.end(container); at++) {
                int play = traces.plays[at];
                if (history.hasTime(play) && selection.has(play)) {
                    if (until == Long.MIN_VALUE || history.at(play) - until > gapSeconds) {
                        counting++;
                        here = 0;
                    }
                    int isNew = meet(at);
                    here += isNew;
                    full += isNew == 1 && here == known ? 1 : 0;
                    until = Math.max(until, history.at(play) + history.seconds(play));
                }
            }
            return full;
        }
    }
}
