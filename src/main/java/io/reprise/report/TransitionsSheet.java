package io.reprise.report;

import java.util.List;

/** {@link Transitions} as a report. */
final class TransitionsSheet implements Report {
    private static final Option.Amount GAP = new Option.Amount("gap_minutes", "Gap in minutes", 1, 24 * 60, 45);
    private static final Option.Amount TIMES = new Option.Amount("min_count", "At least so often", 1, 1_000_000, 2);
    private static final Option.Amount ROWS = Option.Amount.rows(50);

    @Override
    public About about() {
        return new About(
                Theme.HABITS,
                "transitions",
                "What follows what",
                "Whom you play after whom.",
                "Within a session (no gap between two starts longer than the chosen one), each play leads to the next."
                        + " The creator of a play is the first one credited; one that follows itself is left out.",
                List.of(GAP, TIMES, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Transitions.Options options = new Transitions.Options(asking.amount(GAP), asking.amount(TIMES), false);
        Transitions found = Transitions.of(asking.history(), asking.range(), asking.filter(), options);
        Sheet.Maker rows = Sheet.of(
                "transitions", "Most frequent", "from", "from", "to", "to", "count", "times", "share", "share");
        found.transitions().stream()
                .limit(asking.amount(ROWS))
                .forEach(pair -> rows.row(
                        Cell.text(pair.fromArtist()),
                        Cell.text(pair.toArtist()),
                        Cell.count(pair.count()),
                        new Cell.Share(pair.percentage() / 100)));
        Transitions.Summary summary = found.summary();
        Transitions.Transition most = summary.mostCommonTransition();
        return new Answer(
                most == null
                        ? "No creator followed another often enough."
                        : "Most often " + most.toArtist() + " came after " + most.fromArtist() + ": "
                                + Say.count(most.count(), "time", "times") + ".",
                List.of(
                        new Answer.Figure("transitions", "in all", Cell.count(summary.totalTransitions())),
                        new Answer.Figure("different", "different ones", Cell.count(summary.uniqueTransitions())),
                        new Answer.Figure("most_connected", "most connected", Cell.text(summary.mostConnectedArtist())),
                        new Answer.Figure(
                                "per_session", "in a session", Cell.decimal(summary.avgTransitionsPerSession()))),
                List.of(rows.end(Picture.by(Picture.Shape.FLOW, "from", "to", "count"))));
    }
}
