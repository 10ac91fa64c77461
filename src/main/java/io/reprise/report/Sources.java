package io.reprise.report;

import io.reprise.history.History;
import io.reprise.scrobble.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Who told what was played, over time. */
final class Sources implements Report {
    private static final Option.Pick STEP = Option.Pick.step(Step.MONTH);
    private static final int SHOWN_MAX = 10;
    private static final String UNKNOWN = "not known";

    @Override
    public About about() {
        return new About(
                Theme.HABITS,
                "sources",
                "Sources",
                "Which programs told Reprise what you played, over time.",
                "Each play stands with the source that is counted for it; sources of one name are one. Over time the"
                        + " ten with the most plays are shown and the rest as others, plays known too coarsely for"
                        + " the step are left out, and steps without plays are not listed.",
                List.of(STEP));
    }

    /** The names of sources, and the place of each in them by the number of the origin. */
    private record Labels(List<String> labels, int[] places) {
        int place(History history, int index) {
            return places[Math.min(history.origin(index), places.length - 1)];
        }
    }

    private static final class Sum {
        long plays;
        long seconds;
        int first = -1;
        int last = -1;
    }

    @Override
    public Answer answer(Asking asking) {
        Selection selection = asking.selection();
        Labels labels = labels(selection);
        Sum[] sums = sums(selection, labels);
        long all = 0;
        for (Sum sum : sums) {
            all += sum.plays;
        }
        Ranking ranking = Ranking.of(sums.length, place -> sums[place].plays);
        List<Ranking.Place> places = ranking.places(labels.labels()::get, 0, Sheet.ROWS_MAX);
        Sheet.Maker rows = Sheet.of(
                "sources", "Sources", "source", "source", "plays", "plays", "share", "share", "seconds", "time",
                "first", "first", "last", "last");
        for (Ranking.Place place : places) {
            Sum sum = sums[place.number()];
            rows.row(
                    Cell.text(labels.labels().get(place.number())),
                    Cell.count(sum.plays),
                    Cell.share(sum.plays, all),
                    Cell.span(sum.seconds),
                    Cell.at(asking.history(), sum.first),
                    Cell.at(asking.history(), sum.last));
        }
        String sentence = places.isEmpty()
                ? Say.NOTHING
                : "Most was told by " + labels.labels().get(places.getFirst().number()) + ": "
                        + Say.percent(sums[places.getFirst().number()].plays, all) + " of all plays.";
        return new Answer(
                sentence,
                List.of(
                        new Answer.Figure("sources", "sources", Cell.count(places.size())),
                        new Answer.Figure("plays", "plays", Cell.count(all))),
                List.of(steps(selection, asking.step(STEP), labels, places), rows.end()));
    }

    private static Sheet steps(Selection selection, Step step, Labels labels, List<Ranking.Place> places) {
        int[] shownAs = new int[labels.labels().size()];
        for (int i = 0; i < places.size(); i++) {
            shownAs[places.get(i).number()] = Math.min(i, SHOWN_MAX);
        }
        int shown = Math.min(places.size(), SHOWN_MAX + 1);
        Buckets buckets = Buckets.of(selection, step);
        Buckets.Groups groups = buckets.groups(selection);
        Sheet.Maker rows =
                Sheet.of("steps", "Step by step", "period", Steps.title(step), "source", "source", "plays", "plays");
        int first = shown == 0 ? 0 : Math.max(0, buckets.size() - Sheet.ROWS_MAX / shown);
        for (int bucket = first; bucket < buckets.size(); bucket++) {
            long[] plays = new long[shown];
            for (int at = groups.begins()[bucket]; at < groups.begins()[bucket + 1]; at++) {
                plays[shownAs[labels.place(selection.history, groups.indices()[at])]]++;
            }
            for (int place = 0; place < shown; place++) {
                if (plays[place] > 0) {
                    String label = place == SHOWN_MAX
                            ? "others"
                            : labels.labels().get(places.get(place).number());
                    rows.row(Cell.text(buckets.label(bucket)), Cell.text(label), Cell.count(plays[place]));
                }
            }
        }
        return rows.end(Picture.by(Picture.Shape.STACKED, "period", "source", "plays"));
    }

    private static Labels labels(Selection selection) {
        Map<Integer, Origin> origins = selection.history.origins();
        TreeSet<String> sorted = new TreeSet<>(List.of(UNKNOWN));
        origins.values().forEach(origin -> sorted.add(origin.label()));
        List<String> labels = List.copyOf(sorted);
        int last = origins.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        int[] places = new int[last + 2];
        Arrays.fill(places, labels.indexOf(UNKNOWN));
        origins.forEach((number, origin) -> places[number] = labels.indexOf(origin.label()));
        return new Labels(labels, places);
    }

    private static Sum[] sums(Selection selection, Labels labels) {
        Sum[] sums = new Sum[labels.labels().size()];
        for (int place = 0; place < sums.length; place++) {
            sums[place] = new Sum();
        }
        for (int i = selection.first; i < selection.end; i++) {
            if (selection.has(i)) {
                Sum sum = sums[labels.place(selection.history, i)];
                sum.plays++;
                sum.seconds += selection.history.seconds(i);
                sum.first = sum.first < 0 ? i : sum.first;
                sum.last = i;
            }
        }
        return sums;
    }
}
