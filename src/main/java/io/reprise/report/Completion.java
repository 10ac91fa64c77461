package io.reprise.report;

import io.reprise.history.History;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        static final Part NONE = new Part(0, 0, 0, 0);

        long order() {
            return ((long) full << Integer.SIZE - 1) + plays;
        }
    }

    @Override
    public Answer answer(Asking asking) {
        History history = asking.history();
        Counter counter = new Counter(asking);
        Part[] parts = new Part[counter.containers()];
        long complete = 0;
        long full = 0;
        for (int container = 0; container < parts.length; container++) {
            parts[container] = counter.part(container, asking.amount(ITEMS));
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

    /**
     * Two passes in the order of time, over the history and over what is asked, with one number for each pair of a
     * container and an item. Nearly every item has one container, so its own number will do; other pairs are numbered
     * behind the items.
     */
    private static final class Counter {
        private final History history;
        private final int[] containerOf;
        private final Map<Long, Integer> others = new HashMap<>();
        private final int[] known;
        private final int[] played;
        private final int[] plays;
        private final int[] full;

        Counter(Asking asking) {
            history = asking.history();
            containerOf = new int[history.names().lastItem() + 1];
            int containers = history.names().lastContainer() + 1;
            known = new int[containers];
            played = new int[containers];
            plays = new int[containers];
            full = new int[containers];
            know(asking.over(Range.ALL).selection());
            play(asking.selection(), asking.amount(Sessions.GAP) * 60L);
        }

        int containers() {
            return known.length;
        }

        Part part(int container, int least) {
            return known[container] < least || plays[container] == 0
                    ? Part.NONE
                    : new Part(played[container], known[container], plays[container], full[container]);
        }

        private void know(Selection ever) {
            for (int i = ever.first; i < ever.end; i++) {
                if (ever.has(i)) {
                    int item = history.item(i);
                    int container = history.container(i);
                    if (container != 0 && containerOf[item] != container) {
                        if (containerOf[item] == 0) {
                            containerOf[item] = container;
                            known[container]++;
                        } else if (others.putIfAbsent(key(item, container), containerOf.length + others.size())
                                == null) {
                            known[container]++;
                        }
                    }
                }
            }
        }

        private static long key(int item, int container) {
            return (long) item << Integer.SIZE | container;
        }

        private int pair(int item, int container) {
            return containerOf[item] == container ? item : others.getOrDefault(key(item, container), 0);
        }

        private void play(Selection selection, long gapSeconds) {
            boolean[] isPlayed = new boolean[containerOf.length + others.size()];
            int[] heardIn = new int[isPlayed.length];
            int[] session = new int[known.length];
            int[] here = new int[known.length];
            long[] until = new long[known.length];
            int sessions = 0;
            for (int i = selection.first; i < selection.end; i++) {
                int container = selection.has(i) ? history.container(i) : 0;
                if (container != 0) {
                    int pair = pair(history.item(i), container);
                    plays[container]++;
                    played[container] += isPlayed[pair] ? 0 : 1;
                    isPlayed[pair] = true;
                    if (history.hasTime(i)) {
                        long at = history.at(i);
                        if (session[container] == 0 || at - until[container] > gapSeconds) {
                            session[container] = ++sessions;
                            here[container] = 0;
                            until[container] = at;
                        }
                        until[container] = Math.max(until[container], at + history.seconds(i));
                        if (heardIn[pair] != session[container]) {
                            heardIn[pair] = session[container];
                            full[container] += ++here[container] == known[container] ? 1 : 0;
                        }
                    }
                }
            }
        }
    }
}
