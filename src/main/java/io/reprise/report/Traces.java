package io.reprise.report;

import io.reprise.history.History;
import java.util.function.ToIntFunction;

/**
 * The plays of a selection that are known to the day, thing by thing and in the order of time within each: those of a
 * number stand from its {@link #begin} up to its {@link #end}. A play credited to two creators stands under both.
 */
final class Traces {
    /** Indices of the history. */
    final int[] plays;
    /** The local day of each. */
    final int[] days;

    private final int[] begins;

    private Traces(int[] begins) {
        this.begins = begins;
        plays = new int[begins[begins.length - 1]];
        days = new int[plays.length];
    }

    /** Of the things with at least so many plays; the others have none here. */
    static Traces of(Selection selection, Subject subject, int least) {
        return new Walk(selection, subject).gathered(counts -> least);
    }

    /** Of the things with the most plays, at least {@code most} of them where there are so many. */
    static Traces ofMost(Selection selection, Subject subject, int most) {
        return new Walk(selection, subject).gathered(counts -> {
            Ranking ranking = Ranking.of(counts.length, number -> counts[number]);
            return ranking.places(number -> "", 0, most).stream()
                    .mapToInt(place -> counts[place.number()])
                    .min()
                    .orElse(1);
        });
    }

    private record Walk(Selection selection, Subject subject) {
        Traces gathered(ToIntFunction<int[]> least) {
            Things things = Things.of(selection.history, subject);
            int[] counts = new int[subject.last(selection.names) + 1];
            for (int i = selection.first; i < selection.end; i++) {
                int places = isMeant(i) ? things.places(i) : 0;
                for (int place = 0; place < places; place++) {
                    counts[things.number(i, place)]++;
                }
            }
            counts[0] = 0;
            int atLeast = least.applyAsInt(counts);
            int[] begins = new int[counts.length + 1];
            for (int number = 1; number < counts.length; number++) {
                begins[number + 1] = begins[number] + (counts[number] >= atLeast ? counts[number] : 0);
            }
            Traces traces = new Traces(begins);
            fill(traces, things, begins.clone());
            return traces;
        }

        private void fill(Traces traces, Things things, int[] filled) {
            for (int i = selection.first; i < selection.end; i++) {
                int places = isMeant(i) ? things.places(i) : 0;
                for (int place = 0; place < places; place++) {
                    int number = things.number(i, place);
                    if (filled[number] < traces.begins[number + 1]) {
                        traces.plays[filled[number]] = i;
                        traces.days[filled[number]++] = selection.history.day(i);
                    }
                }
            }
        }

        private boolean isMeant(int index) {
            return isKnownToTheDay(selection.history, index) && selection.has(index);
        }
    }

    static boolean isKnownToTheDay(History history, int index) {
        return history.hasTime(index)
                || history.day(index) != History.NO_DAY && Step.DAY.places(history.precision(index));
    }

    /** One more than the greatest number. */
    int count() {
        return begins.length - 1;
    }

    int begin(int number) {
        return begins[number];
    }

    int end(int number) {
        return begins[number + 1];
    }

    int size(int number) {
        return begins[number + 1] - begins[number];
    }

    /** Of those that have plays. */
    int firstDay(int number) {
        return days[begin(number)];
    }

    int lastDay(int number) {
        return days[end(number) - 1];
    }
}
