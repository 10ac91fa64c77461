package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gold, platinum and diamond, and the medals of the years. */
final class Certifications implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.ITEM);
    private static final Option.Amount ROWS = Option.Amount.rows(50);
    private static final List<String> NAMES = List.of("gold", "platinum", "diamond");
    private static final int[] ITEM = {250, 500, 1_000};
    private static final int[] CONTAINER = {500, 750, 1_500};
    private static final int[] CREATOR = {1_000, 2_500, 5_000};
    private static final int MEDALS = 3;

    @Override
    public About about() {
        return new About(
                Theme.FAVOURITES,
                "certifications",
                "Gold, platinum, diamond",
                "What you have played so often that it deserves a record on the wall, and the medals of each year.",
                "An item is gold with 250 plays, platinum with 500, diamond with 1,000; a container with 500, 750 and"
                        + " 1,500; a creator with 1,000, 2,500 and 5,000. The day is that of the play with which it got"
                        + " there, undated plays counting first. Medals: the first, second and third rank by plays of"
                        + " a calendar year that is over; equals share a rank.",
                List.of(SUBJECT, ROWS));
    }

    private static int[] thresholds(Subject subject) {
        return switch (subject) {
            case ITEM -> ITEM;
            case CONTAINER -> CONTAINER;
            case CREATOR -> CREATOR;
        };
    }

    @Override
    public Answer answer(Asking asking) {
        Subject subject = asking.subject(SUBJECT);
        int[] thresholds = thresholds(subject);
        int limit = asking.amount(ROWS);
        Selection selection = asking.selection();
        Names names = selection.names;
        int size = subject.last(names) + 1;
        int[] plays = new int[size];
        int[] reached = new int[size];
        Played reader = new Played(selection.history, subject);
        for (int i = selection.first; i < selection.end; i++) {
            int things = selection.has(i) ? reader.read(i) : 0;
            for (int thing = 0; thing < things; thing++) {
                int number = reader.numbers[thing];
                plays[number]++;
                if (Arrays.binarySearch(thresholds, plays[number]) >= 0) {
                    reached[number] = i;
                }
            }
        }
        int[] certified = new int[NAMES.size() + 1];
        for (int count : plays) {
            certified[level(thresholds, count)]++;
        }
        List<Ranking.Place> places = Ranking.of(plays.length, number -> plays[number])
                .places(number -> subject.name(names, number), 0, limit);
        Sheet.Maker rows = Sheet.of(
                "certified",
                "Certified",
                "thing",
                "what",
                "certificate",
                "certificate",
                "plays",
                "plays",
                "day",
                "since",
                "next",
                "next",
                "missing",
                "plays to go");
        for (Ranking.Place place : places) {
            int number = place.number();
            int level = level(thresholds, plays[number]);
            rows.row(
                    Cell.thing(names, subject, number),
                    level == 0 ? Cell.NOTHING : Cell.text(NAMES.get(level - 1)),
                    Cell.count(plays[number]),
                    level == 0 ? Cell.NOTHING : day(selection.history, reached[number]),
                    level == NAMES.size() ? Cell.NOTHING : Cell.text(NAMES.get(level)),
                    level == NAMES.size() ? Cell.NOTHING : Cell.count(thresholds[level] - plays[number]));
        }
        return new Answer(
                sentence(places, plays, thresholds, names, subject),
                List.of(
                        new Answer.Figure("gold", "gold", Cell.count(certified[1])),
                        new Answer.Figure("platinum", "platinum", Cell.count(certified[2])),
                        new Answer.Figure("diamond", "diamond", Cell.count(certified[3]))),
                List.of(rows.end(), medals(asking, selection, subject, limit)));
    }

    /** 0 for none, then one for each threshold that is reached. */
    private static int level(int[] thresholds, int plays) {
        int level = 0;
        while (level < thresholds.length && plays >= thresholds[level]) {
            level++;
        }
        return level;
    }

    private static Cell day(History history, int index) {
        return Step.DAY.places(history.precision(index)) ? Cell.day(history.day(index)) : Cell.NOTHING;
    }

    private static Sheet medals(Asking asking, Selection selection, Subject subject, int limit) {
        Names names = selection.names;
        int[][] won = new int[MEDALS][subject.last(names) + 1];
        Buckets years = Buckets.of(selection, Step.YEAR);
        Buckets.Groups groups = years.groups(selection);
        Places places = new Places(subject.last(names));
        Played reader = new Played(selection.history, subject);
        List<Integer> winners = new ArrayList<>();
        for (int year = 0; year < years.size(); year++) {
            if (years.from(year).getYear() < asking.today().getYear()) {
                places.clear();
                places.add(groups, year, reader);
                for (int i = 0; i < places.size(); i++) {
                    int number = places.at(i);
                    if (places.rank(number) <= MEDALS) {
                        won[places.rank(number) - 1][number]++;
                        winners.add(number);
                    }
                }
            }
        }
        int[] candidates =
                winners.stream().mapToInt(Integer::intValue).distinct().toArray();
        Sheet.Maker rows = Sheet.of(
                "medals",
                "Medals of the years",
                "thing",
                "what",
                "gold",
                "first",
                "silver",
                "second",
                "bronze",
                "third");
        Ranking.of(candidates, number -> 1_000_000L * won[0][number] + 1_000L * won[1][number] + won[2][number])
                .places(number -> subject.name(names, number), 0, limit)
                .forEach(place -> rows.row(
                        Cell.thing(names, subject, place.number()),
                        Cell.count(won[0][place.number()]),
                        Cell.count(won[1][place.number()]),
                        Cell.count(won[2][place.number()])));
        return rows.end();
    }

    private static String sentence(
            List<Ranking.Place> places, int[] plays, int[] thresholds, Names names, Subject subject) {
        if (places.isEmpty()) {
            return Say.NOTHING;
        }
        int number = places.getFirst().number();
        int level = level(thresholds, plays[number]);
        String name = Say.named(names, subject, number);
        return level == 0
                ? "Nothing is gold yet; " + name + " is nearest, with " + Say.count(plays[number], "play", "plays")
                        + " of " + Say.number(thresholds[0]) + "."
                : name + " leads the wall: " + NAMES.get(level - 1) + " with "
                        + Say.count(plays[number], "play", "plays") + ".";
    }
}
