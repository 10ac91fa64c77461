package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.Fold;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Finds what a name means in a user's catalog, for addresses that carry names: names compare folded (case, width, white
 * space), a credit matches as the whole line or as one of its creators, and of several the most played one is meant.
 */
public final class Lookup {
    private Lookup() {}

    public static OptionalInt creator(History history, Filter filter, String name) {
        String sought = Fold.fold(name);
        return mostPlayed(
                history,
                filter,
                Subject.CREATOR,
                number -> isSame(history.names().creatorName(number), sought));
    }

    public static OptionalInt container(History history, Filter filter, String credit, String title) {
        Names names = history.names();
        String soughtTitle = Fold.fold(title);
        String soughtCredit = Fold.fold(credit);
        return mostPlayed(
                history,
                filter,
                Subject.CONTAINER,
                number -> isSame(names.containerTitle(number), soughtTitle)
                        && isSame(names.containerCredit(number), soughtCredit));
    }

    public static OptionalInt item(History history, Filter filter, String credit, String title) {
        Names names = history.names();
        String soughtTitle = Fold.fold(title);
        String soughtCredit = Fold.fold(credit);
        return mostPlayed(
                history,
                filter,
                Subject.ITEM,
                number -> isSame(names.title(number), soughtTitle) && isCredited(names, number, soughtCredit));
    }

    private static boolean isCredited(Names names, int item, String sought) {
        for (int i = 0; i < names.creditCount(item); i++) {
            if (isSame(names.creatorName(names.creator(item, i)), sought)) {
                return true;
            }
        }
        return isSame(names.creditText(item), sought);
    }

    private static OptionalInt mostPlayed(History history, Filter filter, Subject subject, IntPredicate matches) {
        int[] plays = Tally.of(new Selection(history, Range.ALL, filter), subject).plays;
        int found = 0;
        for (int number = 1; number < plays.length; number++) {
            if (plays[number] > plays[found] && matches.test(number)) {
                found = number;
            }
        }
        return found == 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    private static boolean isSame(String name, String sought) {
        return Fold.fold(name).equals(sought);
    }
}
