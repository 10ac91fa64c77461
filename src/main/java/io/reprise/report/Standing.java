package io.reprise.report;

import io.reprise.history.History;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one item, creator or container means to a user, over all time: plays, known seconds, its rank by plays among its
 * like (equal counts share one; 0 where it has no counted play), and its first and last dated play.
 */
public record Standing(
        Named what,
        long plays,
        long seconds,
        int rank,
        @Nullable Moment first,
        @Nullable Moment last) {

    /** What stands under this number now, without a look at its plays; empty where there is none. */
    public static Optional<Named> named(History history, Subject subject, int number) {
        int canonical = subject.canonical(history.names(), number);
        return canonical == 0 ? Optional.empty() : Optional.of(Named.of(history.names(), subject, canonical));
    }

    /** Empty where there is none of this number. A merged number answers for what it was merged into. */
    public static Optional<Standing> of(History history, Subject subject, int number) {
        int canonical = subject.canonical(history.names(), number);
        if (canonical == 0) {
            return Optional.empty();
        }
        int[] all = Tally.of(new Selection(history, Range.ALL, Filter.NONE), subject).plays;
        int above = 0;
        for (int plays : all) {
            above += plays > all[canonical] ? 1 : 0;
        }
        Selection own = new Selection(history, Range.ALL, Filter.NONE.with(subject, canonical));
        int dated = history.firstFrom(History.UNDATED + 1);
        int first = -1;
        int last = -1;
        long seconds = 0;
        for (int i = 0; i < history.size(); i++) {
            if (own.has(i)) {
                seconds += history.seconds(i);
                first = first < 0 && i >= dated ? i : first;
                last = i >= dated ? i : last;
            }
        }
        return Optional.of(new Standing(
                Named.of(history.names(), subject, canonical),
                all[canonical],
                seconds,
                all[canonical] == 0 ? 0 : above + 1,
                first < 0 ? null : Moment.of(history, first),
                last < 0 ? null : Moment.of(history, last)));
    }
}
