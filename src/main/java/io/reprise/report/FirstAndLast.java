package io.reprise.report;

import io.reprise.history.History;
import io.reprise.media.MediaKind;
import java.util.Arrays;
import java.util.List;

/** With what each kind and creator began and ended. */
final class FirstAndLast implements Report {
    private static final Option.Amount ROWS = Option.Amount.rows(50);
    private static final List<MediaKind> ALL = List.of(MediaKind.values());

    @Override
    public About about() {
        return new About(
                Theme.KINDS,
                "first-and-last",
                "First and last",
                "The first and the last play of each kind and of the creators you play most.",
                "First and last in the range, by the time of the play; one known only to its day, month or year stands"
                        + " at the beginning of it. Undated plays count among the plays and are never first or last.",
                List.of(ROWS));
    }

    /** The first and last index of each, and how many plays. */
    private static final class Ends {
        final int[] first;
        final int[] last;
        final long[] plays;

        Ends(int size) {
            first = new int[size];
            last = new int[size];
            plays = new long[size];
            Arrays.fill(first, -1);
            Arrays.fill(last, -1);
        }

        void add(int number, int play, boolean dated) {
            plays[number]++;
            if (dated) {
                first[number] = first[number] < 0 ? play : first[number];
                last[number] = play;
            }
        }

        Cell at(History history, int play) {
            return play < 0 ? Cell.NOTHING : Cell.at(history, play);
        }

        Cell item(History history, int play) {
            return play < 0 ? Cell.NOTHING : Cell.thing(history.names(), Subject.ITEM, history.item(play));
        }

        void row(Sheet.Maker rows, History history, Cell head, int number) {
            rows.row(
                    head,
                    Cell.count(plays[number]),
                    at(history, first[number]),
                    item(history, first[number]),
                    at(history, last[number]),
                    item(history, last[number]));
        }
    }

    private static Sheet.Maker sheet(String word, String title, String head) {
        return Sheet.of(
                word,
                title,
                head,
                head,
                "plays",
                "plays",
                "first",
                "first",
                "first_item",
                "with",
                "last",
                "last",
                "last_item",
                "with");
    }

    @Override
    public Answer answer(Asking asking) {
        History history = asking.history();
        Selection selection = asking.selection();
        Ends kinds = new Ends(ALL.size());
        Ends creators = new Ends(history.names().lastCreator() + 1);
        int[] places = Kinds.places();
        Things credited = Things.creators(history);
        for (int i = selection.first; i < selection.end; i++) {
            if (selection.has(i)) {
                boolean dated = history.day(i) != History.NO_DAY;
                kinds.add(places[history.names().kindCode(history.item(i))], i, dated);
                int credits = credited.places(i);
                for (int place = 0; place < credits; place++) {
                    int creator = credited.number(i, place);
                    if (creator != 0) {
                        creators.add(creator, i, dated);
                    }
                }
            }
        }
        Sheet.Maker kindRows = sheet("kinds", "By kind", "kind");
        Ranking.of(kinds.plays)
                .places(place -> ALL.get(place).word(), 0, ALL.size())
                .forEach(place -> kinds.row(
                        kindRows, history, Cell.text(ALL.get(place.number()).word()), place.number()));
        Sheet.Maker creatorRows = sheet("creators", "By creator", "creator");
        Ranking ranking = Ranking.of(creators.plays);
        ranking.places(history.names()::creatorName, 0, asking.amount(ROWS))
                .forEach(place -> creators.row(
                        creatorRows,
                        history,
                        Cell.thing(history.names(), Subject.CREATOR, place.number()),
                        place.number()));
        int first = Arrays.stream(kinds.first).filter(play -> play >= 0).min().orElse(-1);
        int last = Arrays.stream(kinds.last).max().orElse(-1);
        String sentence = first < 0
                ? "No dated play is known here."
                : "It began with " + Say.thing(history.names(), Subject.ITEM, history.item(first)) + " on "
                        + Say.day(history.day(first)) + "; the last was "
                        + Say.thing(history.names(), Subject.ITEM, history.item(last)) + ".";
        return new Answer(
                sentence,
                List.of(
                        new Answer.Figure(
                                "first", "first play", first < 0 ? Cell.NOTHING : Cell.day(history.day(first))),
                        new Answer.Figure("last", "last play", last < 0 ? Cell.NOTHING : Cell.day(history.day(last))),
                        new Answer.Figure("creators", "creators", Cell.count(ranking.size()))),
                List.of(kindRows.end(), creatorRows.end()));
    }
}
