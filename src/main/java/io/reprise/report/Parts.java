package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/**
 * The plays of a selection divided into a few parts (seasons; night and day; weekdays and weekend), of everything and
 * of each thing, to see what is played in one part more than the whole pattern would give.
 */
final class Parts {
    /** A play that belongs to no part. */
    static final int NONE = -1;

    private final Subject subject;
    private final History history;
    /** By part and number. */
    final int[][] plays;
    /** By part. */
    final long[] totals;

    private Parts(History history, Subject subject, int count, long[] totals) {
        this.history = history;
        this.subject = subject;
        this.plays = new int[count][subject.last(history.names()) + 1];
        this.totals = totals;
    }

    /** Divides by what {@code partOf} says of a play's index: 0 up to {@code count}, or {@link #NONE}. */
    static Parts of(Selection selection, Subject subject, int count, IntUnaryOperator partOf) {
        if (subject == Subject.CREATOR) {
            return of(selection, Subject.ITEM, count, partOf).creators();
        }
        Parts parts = new Parts(selection.history, subject, count, new long[count]);
        for (int i = selection.first; i < selection.end; i++) {
            int part = selection.has(i) ? partOf.applyAsInt(i) : NONE;
            if (part != NONE) {
                parts.totals[part]++;
                int number = subject == Subject.ITEM ? selection.history.item(i) : selection.history.container(i);
                parts.plays[part][number]++;
            }
        }
        for (int[] part : parts.plays) {
            part[0] = 0;
        }
        return parts;
    }

    /** The same parts of the same plays by the creators of their items. */
    Parts creators() {
        Names names = history.names();
        Parts creators = new Parts(history, Subject.CREATOR, plays.length, totals);
        for (int item = 1; item < plays[0].length; item++) {
            int credits = all(item) == 0 ? 0 : names.creditCount(item);
            for (int i = 0; i < credits; i++) {
                if (Tally.isFirstMention(names, item, i)) {
                    for (int part = 0; part < plays.length; part++) {
                        creators.plays[part][names.creator(item, i)] += plays[part][item];
                    }
                }
            }
        }
        return creators;
    }

    long all() {
        long all = 0;
        for (long total : totals) {
            all += total;
        }
        return all;
    }

    long all(int number) {
        long all = 0;
        for (int[] part : plays) {
            all += part[number];
        }
        return all;
    }

    /** How many plays of a thing in a part its plays in all would give, were it played as everything is. */
    double expected(int part, int number) {
        return all() == 0 ? 0 : (double) all(number) * totals[part] / all();
    }

    /** Plays beyond the expected ones, in thousandths, so that they can be ranked as whole numbers. */
    long excess(int part, int number) {
        return Math.round(1000 * (plays[part][number] - expected(part, number)));
    }

    /** The part to which a thing leans most; the first of equals. */
    int home(int number) {
        int home = 0;
        for (int part = 1; part < plays.length; part++) {
            home = excess(part, number) > excess(home, number) ? part : home;
        }
        return home;
    }

    /** The things that lean most to a part: those of at least so many plays in all, by plays beyond the expected. */
    List<Ranking.Place> leaning(int part, int least, int limit) {
        return ranked(number -> all(number) < least ? 0 : excess(part, number), limit);
    }

    /** The most played of a part. */
    List<Ranking.Place> most(int part, int limit) {
        return ranked(number -> plays[part][number], limit);
    }

    List<Ranking.Place> ranked(IntToLongFunction value, int limit) {
        return Ranking.of(plays[0].length, value).places(number -> subject.name(history.names(), number), 0, limit);
    }

    Cell thing(int number) {
        return Cell.thing(history.names(), subject, number);
    }

    /** Ends a table of things with their plays in a part, in all, their share and how often beyond the expected. */
    Sheet things(Sheet.Maker rows, int part, List<Ranking.Place> places) {
        for (Ranking.Place place : places) {
            int number = place.number();
            rows.row(
                    thing(number),
                    Cell.count(plays[part][number]),
                    Cell.count(all(number)),
                    Cell.share(plays[part][number], all(number)),
                    lift(part, number));
        }
        return rows.end();
    }

    /** The most played of a part, or nothing. */
    Cell leader(int part) {
        return most(part, 1).stream()
                .findFirst()
                .map(place -> thing(place.number()))
                .orElse(Cell.NOTHING);
    }

    /** How many times as often as expected. */
    Cell lift(int part, int number) {
        double expected = expected(part, number);
        return Cell.decimal(expected == 0 ? 0 : plays[part][number] / expected);
    }
}
