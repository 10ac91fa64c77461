package io.reprise.report;

import java.util.List;

/** {@link Novelty} as a report. */
final class NoveltySheet implements Report {
    private static final Option.Pick STEP = Option.Pick.step(Step.MONTH);
    private static final Option.Amount ROWS = Option.Amount.rows(50);

    @Override
    public About about() {
        return new About(
                Theme.DISCOVERY,
                "novelty",
                "Novelty",
                "How much of what you played was new to you.",
                "New means: the first play in your whole history, not only in this range. The ratio is new items among"
                        + " all plays of the step. Plays without a day meet nothing.",
                List.of(STEP, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Step step = asking.step(STEP);
        Novelty novelty = Novelty.of(asking.history(), asking.range(), asking.filter(), step);
        Sheet.Maker steps = Sheet.of(
                "steps",
                "Step by step",
                "period",
                Steps.title(step),
                "plays",
                "plays",
                "new_items",
                "new items",
                "new_creators",
                "new creators",
                "ratio",
                "new among plays");
        List<Novelty.Point> points = novelty.timeline();
        for (Novelty.Point point : points.subList(Math.max(0, points.size() - Sheet.ROWS_MAX), points.size())) {
            steps.row(
                    Cell.text(point.period()),
                    Cell.count(point.totalScrobbles()),
                    Cell.count(point.newTracks()),
                    Cell.count(point.newArtists()),
                    new Cell.Share(point.noveltyRatio()));
        }
        Sheet.Maker met = Sheet.of(
                "met", "Met in this range", "creator", "creator", "period", "first", "plays", "plays since, in range");
        novelty.newArtistsDiscovered().stream()
                .limit(asking.amount(ROWS))
                .forEach(found -> met.row(
                        Cell.thing(asking.history().names(), Subject.CREATOR, found.number()),
                        Cell.text(found.period()),
                        Cell.count(found.totalPlays())));
        Novelty.Summary summary = novelty.summary();
        Buckets buckets = Buckets.of(asking.selection(), step);
        return new Answer(
                summary.totalScrobbles() == 0
                        ? Say.NOTHING
                        : "Most was new " + buckets.when(summary.mostExploratoryPeriod()) + ", least "
                                + buckets.when(summary.leastExploratoryPeriod()) + ".",
                List.of(
                        new Answer.Figure("items", "different items", Cell.count(summary.totalUniqueTracks())),
                        new Answer.Figure("creators", "different creators", Cell.count(summary.totalUniqueArtists())),
                        new Answer.Figure(
                                "ratio", "new among plays, on average", new Cell.Share(summary.avgNoveltyRatio()))),
                List.of(steps.end(Picture.of(Picture.Shape.LINES, "period", "ratio")), met.end()));
    }
}
