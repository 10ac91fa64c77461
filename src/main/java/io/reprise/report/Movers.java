package io.reprise.report;

import io.reprise.history.Names;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntToLongFunction;

/** This range against the one before. */
final class Movers implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.CREATOR);
    private static final Option.Amount ROWS = Option.Amount.rows(20);
    private static final int DAYS_OTHERWISE = 90;

    @Override
    public About about() {
        return new About(
                Theme.FAVOURITES,
                "movers",
                "Movers",
                "What rose, fell, came and went against the period before.",
                "Compares the range, as far as it has come by today, with as many days before it; where the range is"
                        + " open at an end, the 90 days up to today with the 90 before. Rises and falls were played in"
                        + " both and stand by the difference of plays; entries were not played before (new: never in"
                        + " your whole history; back: longer ago), drop-outs not since. Ranks are shared by equals.",
                List.of(SUBJECT, ROWS));
    }

    /** The plays of two periods. */
    private record Both(Asking asking, Subject subject, Selection selection, Places now, Places before, int[] firsts) {
        static Both of(Asking asking, Subject subject, Range range) {
            Selection now = asking.over(range).selection();
            Selection before = asking.over(range.before().orElseThrow()).selection();
            return new Both(
                    asking,
                    subject,
                    now,
                    places(now, subject),
                    places(before, subject),
                    Firsts.of(now.history).of(subject));
        }

        private static Places places(Selection selection, Subject subject) {
            Tally tally = Tally.of(selection, subject);
            Places places = new Places(subject.last(selection.names));
            for (int number = 1; number < tally.plays.length; number++) {
                for (int play = 0; play < tally.plays[number]; play++) {
                    places.add(number);
                }
            }
            return places;
        }

        long change(int number) {
            return (long) now.plays[number] - before.plays[number];
        }

        boolean isInBoth(int number) {
            return now.plays[number] > 0 && before.plays[number] > 0;
        }

        List<Ranking.Place> ranked(IntToLongFunction value) {
            Names names = selection.names;
            return Ranking.of(subject.last(names) + 1, value)
                    .places(number -> subject.name(names, number), 0, asking.amount(ROWS));
        }

        Sheet sheet(String word, String title, List<Ranking.Place> places) {
            Sheet.Maker rows = Sheet.of(
                    word,
                    title,
                    "thing",
                    "what",
                    "plays",
                    "plays",
                    "plays_before",
                    "before",
                    "change",
                    "change",
                    "rank",
                    "rank",
                    "rank_before",
                    "rank before",
                    "met",
                    "met");
            for (Ranking.Place place : places) {
                int number = place.number();
                rows.row(
                        Cell.thing(selection.names, subject, number),
                        Cell.count(now.plays[number]),
                        Cell.count(before.plays[number]),
                        Cell.count(change(number)),
                        now.plays[number] == 0 ? Cell.NOTHING : Cell.count(now.rank(number)),
                        before.plays[number] == 0 ? Cell.NOTHING : Cell.count(before.rank(number)),
                        Cell.text(met(number)));
            }
            return rows.end();
        }

        private String met(int number) {
            int first = firsts[number];
            boolean isNew = first != Firsts.NEVER && selection.inRange(first);
            return isNew ? "new" : before.plays[number] == 0 ? "back" : "known";
        }
    }

    @Override
    public Answer answer(Asking asking) {
        Range asked = asking.range();
        Range range = compared(asked, asking.today());
        Both both = Both.of(asking, asking.subject(SUBJECT), range);
        List<Ranking.Place> rises = both.ranked(number -> both.isInBoth(number) ? Math.max(0, both.change(number)) : 0);
        List<Ranking.Place> falls =
                both.ranked(number -> both.isInBoth(number) ? Math.max(0, -both.change(number)) : 0);
        List<Ranking.Place> entries =
                both.ranked(number -> both.before().plays[number] == 0 ? both.now().plays[number] : 0);
        List<Ranking.Place> dropOuts =
                both.ranked(number -> both.now().plays[number] == 0 ? both.before().plays[number] : 0);
        return new Answer(
                sentence(both, rises, entries, asked.before().isPresent()),
                List.of(
                        new Answer.Figure(
                                "things", "played now", Cell.count(both.now().size())),
                        new Answer.Figure(
                                "things_before",
                                "played before",
                                Cell.count(both.before().size()))),
                List.of(
                        both.sheet("rises", "Rises", rises),
                        both.sheet("falls", "Falls", falls),
                        both.sheet("entries", "Entries", entries),
                        both.sheet("drop_outs", "Drop-outs", dropOuts)));
    }

    private static Range compared(Range asked, LocalDate today) {
        if (asked.before().isEmpty()) {
            return Range.of(today.minusDays(DAYS_OTHERWISE - 1L), today);
        }
        int day = Range.dayOf(today);
        return new Range(asked.fromDay(), asked.fromDay() <= day ? Math.min(asked.toDay(), day) : asked.toDay());
    }

    private static String sentence(Both both, List<Ranking.Place> rises, List<Ranking.Place> entries, boolean isAsked) {
        if (both.now().size() + both.before().size() == 0) {
            return Say.NOTHING;
        }
        List<Ranking.Place> told = rises.isEmpty() ? entries : rises;
        String when = isAsked ? "" : " in the last " + DAYS_OTHERWISE + " days";
        if (told.isEmpty()) {
            return "Nothing rose" + when + ".";
        }
        int number = told.getFirst().number();
        String name = Say.named(both.selection().names, both.subject(), number);
        return rises.isEmpty()
                ? name + " came in highest" + when + ", with " + Say.count(both.now().plays[number], "play", "plays")
                        + "."
                : name + " rose most" + when + ": " + Say.count(both.now().plays[number], "play", "plays") + ", "
                        + Say.number(both.change(number)) + " more than before.";
    }
}
