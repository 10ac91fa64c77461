package io.reprise.report;

import io.reprise.account.WeekStart;
import io.reprise.history.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The steps of a range, from its first to its last; where the range is open, from the first to the last play in
 * question.
 */
final class Buckets {
    /** Outside of the steps, or told too coarsely for them. */
    static final int NONE = -1;

    /** More than any two zones lie apart; see {@link Selection}. */
    private static final long NEAR_SECONDS = 3 * 86_400;

    private final Step step;
    private final WeekStart weeks;
    private final List<LocalDate> firstDays;
    /** The first day of each step, and the day after the last one. */
    private final int[] starts;

    private int latest;

    private Buckets(Step step, WeekStart weeks, List<LocalDate> firstDays, int[] starts) {
        this.step = step;
        this.weeks = weeks;
        this.firstDays = firstDays;
        this.starts = starts;
    }

    static Buckets of(Selection selection, Step step) {
        int first = selection.range.from().map(Range::dayOf).orElse(Integer.MAX_VALUE);
        int last = selection.range.to().map(Range::dayOf).orElse(Integer.MIN_VALUE);
        boolean openStart = first == Integer.MAX_VALUE;
        boolean openEnd = last == Integer.MIN_VALUE;
        return between(
                step,
                selection.history.weekStart(),
                openStart ? firstDay(selection) : first,
                openEnd ? lastDay(selection) : last);
    }

    /** Later plays have later days, but for those near to one another, which zones may put the other way round. */
    private static int firstDay(Selection selection) {
        History history = selection.history;
        int first = Integer.MAX_VALUE;
        long until = Long.MAX_VALUE;
        for (int i = selection.first; i < selection.end && history.at(i) <= until; i++) {
            if (history.day(i) != History.NO_DAY && selection.has(i)) {
                until = first == Integer.MAX_VALUE ? history.at(i) + NEAR_SECONDS : until;
                first = Math.min(first, history.day(i));
            }
        }
        return first;
    }

    private static int lastDay(Selection selection) {
        History history = selection.history;
        int last = Integer.MIN_VALUE;
        long from = Long.MIN_VALUE;
        for (int i = selection.end - 1; i >= selection.first && history.at(i) >= from; i--) {
            if (history.day(i) != History.NO_DAY && selection.has(i)) {
                from = last == Integer.MIN_VALUE ? history.at(i) - NEAR_SECONDS : from;
                last = Math.max(last, history.day(i));
            }
        }
        return last;
    }

    private static Buckets between(Step step, WeekStart weeks, int first, int last) {
        List<LocalDate> firstDays = new ArrayList<>();
        if (first > last) {
            return new Buckets(step, weeks, firstDays, new int[] {0});
        }
        LocalDate end = LocalDate.ofEpochDay(last);
        LocalDate day = LocalDate.ofEpochDay(first);
        while (!day.isAfter(end)) {
            firstDays.add(day);
            day = step.next(step.startOf(day, weeks));
        }
        int[] starts = new int[firstDays.size() + 1];
        for (int i = 0; i < firstDays.size(); i++) {
            starts[i] = Range.dayOf(firstDays.get(i));
        }
        starts[firstDays.size()] = last + 1;
        return new Buckets(step, weeks, firstDays, starts);
    }

    int size() {
        return firstDays.size();
    }

    /** The first day of this step that lies in the range. */
    LocalDate from(int bucket) {
        return firstDays.get(bucket);
    }

    /** The last day of this step that lies in the range. */
    LocalDate to(int bucket) {
        return LocalDate.ofEpochDay(starts[bucket + 1] - 1L);
    }

    String label(int bucket) {
        return step.label(firstDays.get(bucket), weeks);
    }

    /** The step as a sentence names it: "21 November 2019", "November 2019". */
    String said(int bucket) {
        LocalDate day = firstDays.get(bucket);
        return switch (step) {
            case DAY -> Say.date(day);
            case WEEK -> "The week of " + Say.date(weeks.startOf(day));
            case MONTH -> Say.month(day.getMonth()) + " " + day.getYear();
            case YEAR -> label(bucket);
        };
    }

    /** When the step was, at the end of a sentence: "on 21 November 2019", "in November 2019". */
    String when(int bucket) {
        LocalDate day = firstDays.get(bucket);
        return switch (step) {
            case DAY -> "on " + Say.date(day);
            case WEEK -> "in the week of " + Say.date(weeks.startOf(day));
            case MONTH, YEAR -> "in " + said(bucket);
        };
    }

    /** The same for the step of this label; the label alone where there is none. */
    String when(String label) {
        for (int bucket = 0; bucket < size(); bucket++) {
            if (label(bucket).equals(label)) {
                return when(bucket);
            }
        }
        return label;
    }

    /** The step of a play of the selection, or {@link #NONE}. Quick for plays in the order of time. */
    int of(History history, int index) {
        int day = history.day(index);
        if (day == History.NO_DAY || !history.hasTime(index) && !step.places(history.precision(index))) {
            return NONE;
        }
        if (latest < size() && day >= starts[latest] && day < starts[latest + 1]) {
            return latest;
        }
        int found = Arrays.binarySearch(starts, day);
        int bucket = found >= 0 ? found : -found - 2;
        if (bucket < 0 || bucket >= size()) {
            return NONE;
        }
        latest = bucket;
        return bucket;
    }

    /** The plays of a selection step by step, in the order of time within each; what has no place is left out. */
    Groups groups(Selection selection) {
        int[] indices = new int[selection.end - selection.first];
        int[] begins = new int[size() + 1];
        int placed = 0;
        int now = 0;
        for (int i = selection.first; i < selection.end; i++) {
            int bucket = selection.has(i) ? of(selection.history, i) : NONE;
            if (bucket != NONE) {
                if (bucket < now) {
                    return sorted(selection);
                }
                while (now < bucket) {
                    begins[++now] = placed;
                }
                indices[placed++] = i;
            }
        }
        Arrays.fill(begins, now + 1, begins.length, placed);
        return new Groups(placed == indices.length ? indices : Arrays.copyOf(indices, placed), begins);
    }

    /** Where a journey put a later play into an earlier step. */
    private Groups sorted(Selection selection) {
        int[] bucketOf = new int[selection.end - selection.first];
        int[] begins = new int[size() + 1];
        for (int i = selection.first; i < selection.end; i++) {
            int bucket = selection.has(i) ? of(selection.history, i) : NONE;
            bucketOf[i - selection.first] = bucket;
            if (bucket != NONE) {
                begins[bucket + 1]++;
            }
        }
        for (int bucket = 0; bucket < size(); bucket++) {
            begins[bucket + 1] += begins[bucket];
        }
        int[] indices = new int[begins[size()]];
        int[] filled = begins.clone();
        for (int i = 0; i < bucketOf.length; i++) {
            if (bucketOf[i] != NONE) {
                indices[filled[bucketOf[i]]++] = selection.first + i;
            }
        }
        return new Groups(indices, begins);
    }

    /** Indices of a history; those of a step stand from its {@code begins} up to that of the next one. */
    record Groups(int[] indices, int[] begins) {
        int size(int bucket) {
            return begins[bucket + 1] - begins[bucket];
        }

        /** The known seconds of a step. */
        long seconds(History history, int bucket) {
            long seconds = 0;
            for (int at = begins[bucket]; at < begins[bucket + 1]; at++) {
                seconds += history.seconds(indices[at]);
            }
            return seconds;
        }
    }
}
