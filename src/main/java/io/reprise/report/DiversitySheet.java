package io.reprise.report;

import java.util.List;

/** {@link Diversity} as a report. */
final class DiversitySheet implements Report {
    private static final Option.Pick STEP = Option.Pick.step(Step.MONTH);

    @Override
    public About about() {
        return new About(
                Theme.DISCOVERY,
                "diversity",
                "Variety",
                "How varied the creators are that you play.",
                "Entropy is Shannon's, in bits: 0 where all plays are of one creator. The Gini coefficient is 0 where"
                        + " all are played equally often and nears 1 where one stands above all. The score of 0 to 100"
                        + " is 60 % entropy (full at 6.64 bits, a hundred creators equally often) and 40 % different"
                        + " creators among plays.",
                List.of(STEP));
    }

    @Override
    public Answer answer(Asking asking) {
        Step step = asking.step(STEP);
        Diversity diversity = Diversity.of(asking.history(), asking.range(), asking.filter(), step);
        Sheet.Maker steps = Sheet.of(
                "steps",
                "Step by step",
                "period",
                Steps.title(step),
                "plays",
                "plays",
                "creators",
                "creators",
                "entropy",
                "entropy",
                "gini",
                "Gini",
                "score",
                "score");
        List<Diversity.Point> points = diversity.timeline();
        for (Diversity.Point point : points.subList(Math.max(0, points.size() - Sheet.ROWS_MAX), points.size())) {
            steps.row(
                    Cell.text(point.period()),
                    Cell.count(point.total()),
                    Cell.count(point.uniqueArtists()),
                    Cell.decimal(point.shannonEntropy()),
                    Cell.decimal(point.giniCoefficient()),
                    Cell.decimal(point.diversityScore()));
        }
        Diversity.Summary summary = diversity.summary();
        Buckets buckets = Buckets.of(asking.selection(), step);
        return new Answer(
                summary.totalScrobbles() == 0
                        ? Say.NOTHING
                        : "Most varied " + buckets.when(summary.mostDiversePeriod()) + ", least "
                                + buckets.when(summary.leastDiversePeriod()) + ".",
                List.of(
                        new Answer.Figure("score", "score, on average", Cell.decimal(summary.avgDiversityScore())),
                        new Answer.Figure("entropy", "bits of entropy", Cell.decimal(summary.avgShannonEntropy())),
                        new Answer.Figure("gini", "Gini", Cell.decimal(summary.avgGiniCoefficient())),
                        new Answer.Figure("creators", "different creators", Cell.count(summary.totalUniqueArtists()))),
                List.of(steps.end(Picture.of(Picture.Shape.LINES, "period", "score"))));
    }
}
