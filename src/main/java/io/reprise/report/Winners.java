package io.reprise.report;

import io.reprise.history.Names;
import java.util.List;

/** The first of every step. */
final class Winners implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.CREATOR);
    private static final Option.Pick STEP = Option.Pick.step(Step.MONTH);

    @Override
    public About about() {
        return new About(
                Theme.FAVOURITES,
                "winners",
                "Winners",
                "What you played most in every month (or day, week, year), and what came second.",
                "Ranks the plays of each step alone; of equals the first by name is shown, and how many share the"
                        + " place. The share is of all plays of the step. Steps without plays are not shown, nor, of"
                        + " very many, the earliest; plays known too coarsely for the step are left out.",
                List.of(SUBJECT, STEP));
    }

    @Override
    public Answer answer(Asking asking) {
        Subject subject = asking.subject(SUBJECT);
        Step step = asking.step(STEP);
        Selection selection = asking.selection();
        Names names = selection.names;
        Buckets steps = Buckets.of(selection, step);
        Buckets.Groups groups = steps.groups(selection);
        Places places = new Places(subject.last(names));
        Places wins = new Places(subject.last(names));
        Played reader = new Played(selection.history, subject);
        Sheet.Maker rows = Sheet.of(
                "winners",
                "The winners",
                "period",
                Steps.title(step),
                "thing",
                "what",
                "plays",
                "plays",
                "share",
                "of all plays",
                "sharing",
                "in first place",
                "second",
                "second",
                "second_plays",
                "its plays");
        int active = 0;
        int least = Steps.firstShown(steps);
        for (int bucket = 0; bucket < steps.size(); bucket++) {
            places.clear();
            places.add(groups, bucket, reader);
            if (places.size() == 0) {
                continue;
            }
            active++;
            List<Ranking.Place> first = places.first(2, number -> subject.name(names, number));
            int winner = first.getFirst().number();
            int second = first.size() == 1 ? 0 : first.getLast().number();
            wins.add(winner);
            if (bucket >= least) {
                rows.row(
                        Cell.text(steps.label(bucket)),
                        Cell.thing(names, subject, winner),
                        Cell.count(places.plays[winner]),
                        Cell.share(places.plays[winner], groups.size(bucket)),
                        Cell.count(places.leaders()),
                        Cell.thing(names, subject, second),
                        second == 0 ? Cell.NOTHING : Cell.count(places.plays[second]));
            }
        }
        String unit = Steps.title(step);
        return new Answer(
                sentence(wins, active, unit, names, subject),
                List.of(
                        new Answer.Figure("steps", unit + "s with plays", Cell.count(active)),
                        new Answer.Figure("winners", "different winners", Cell.count(wins.size()))),
                List.of(rows.end(Picture.of(Picture.Shape.BARS, "period", "plays"))));
    }

    private static String sentence(Places wins, int active, String unit, Names names, Subject subject) {
        if (wins.size() == 0) {
            return Say.NOTHING;
        }
        int most =
                wins.first(1, number -> subject.name(names, number)).getFirst().number();
        return Say.named(names, subject, most) + " won most often: " + Say.number(wins.most()) + " of "
                + Say.count(active, unit, unit + "s") + ".";
    }
}
