package io.reprise.report;

import java.util.ArrayList;
import java.util.List;

/** Things returned to after a long time. */
final class Comebacks implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.CREATOR);
    private static final Option.Amount GAP = new Option.Amount("gap_days", "Away for days", 2, 20_000, 365);
    private static final Option.Amount PLAYS = new Option.Amount("min_plays", "Plays before", 1, 1_000_000, 5);
    private static final Option.Amount ROWS = Option.Amount.rows(50);

    @Override
    public About about() {
        return new About(
                Theme.HABITS,
                "comebacks",
                "Comebacks",
                "What you returned to after a long time away.",
                "A comeback is a play that follows the thing's play before it after at least the chosen number of days,"
                        + " and lies in the range; what came before and after is counted in the whole history. Plays"
                        + " not known to the day are left out. The longest time away comes first.",
                List.of(SUBJECT, GAP, PLAYS, ROWS));
    }

    private record Comeback(int thing, int left, int back, int before, int after) {
        int away() {
            return back - left;
        }
    }

    @Override
    public Answer answer(Asking asking) {
        Subject subject = asking.subject(SUBJECT);
        List<Comeback> comebacks = comebacks(asking, subject);
        Highest longest = new Highest();
        Highest most = new Highest();
        for (int i = 0; i < comebacks.size(); i++) {
            longest.add(comebacks.get(i).away(), i);
            most.add(comebacks.get(i).after(), i);
        }
        Sheet.Maker rows = Sheet.of(
                "comebacks",
                "Longest away",
                "thing",
                subject.word(),
                "days",
                "days away",
                "left",
                "last played",
                "back",
                "back on",
                "before",
                "plays before",
                "after",
                "plays since");
        for (int place : longest.places(asking.amount(ROWS))) {
            Comeback comeback = comebacks.get(place);
            rows.row(
                    Cell.thing(asking.history().names(), subject, comeback.thing()),
                    Cell.count(comeback.away()),
                    Cell.day(comeback.left()),
                    Cell.day(comeback.back()),
                    Cell.count(comeback.before()),
                    Cell.count(comeback.after()));
        }
        long things = comebacks.stream().mapToInt(Comeback::thing).distinct().count();
        return new Answer(
                sentence(asking, subject, comebacks, most),
                List.of(
                        new Answer.Figure("comebacks", "comebacks", Cell.count(comebacks.size())),
                        new Answer.Figure("things", subject.word() + "s came back", Cell.count(things))),
                List.of(rows.end(Picture.of(Picture.Shape.LYING, "thing", "days"))));
    }

    private static String sentence(Asking asking, Subject subject, List<Comeback> comebacks, Highest most) {
        if (comebacks.isEmpty()) {
            return "You came back to nothing after so long.";
        }
        Comeback warmest = comebacks.get(most.places(1)[0]);
        return "You came back to " + Say.thing(asking.history().names(), subject, warmest.thing()) + " after "
                + Say.count(warmest.away(), "day", "days") + " and played it "
                + Say.count(warmest.after(), "time", "times") + " since.";
    }

    private static List<Comeback> comebacks(Asking asking, Subject subject) {
        Selection inRange = asking.selection();
        Traces traces = Traces.of(asking.over(Range.ALL).selection(), subject, asking.amount(PLAYS) + 1);
        int gap = asking.amount(GAP);
        int atLeast = asking.amount(PLAYS);
        List<Comeback> comebacks = new ArrayList<>();
        for (int thing = 1; thing < traces.count(); thing++) {
            for (int at = traces.begin(thing) + atLeast; at < traces.end(thing); at++) {
                if (traces.days[at] - traces.days[at - 1] >= gap && inRange.inRange(traces.plays[at])) {
                    comebacks.add(new Comeback(
                            thing,
                            traces.days[at - 1],
                            traces.days[at],
                            at - traces.begin(thing),
                            traces.end(thing) - at));
                }
            }
        }
        return comebacks;
    }
}
