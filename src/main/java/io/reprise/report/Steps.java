package io.reprise.report;

import java.time.LocalDate;

/** What the reports that go step by step have in common. */
final class Steps {
    private Steps() {}

    /** The heading of a column of steps. */
    static String title(Step step) {
        return step.word();
    }

    /** The first step that a table has room for: of very many, the latest are shown. */
    static int firstShown(Buckets steps) {
        return Math.max(0, steps.size() - Sheet.ROWS_MAX);
    }

    /** The first of the steps begun to show where each has so many rows. */
    static int firstShown(int begun, int rowsEach) {
        return Math.max(0, begun - Sheet.ROWS_MAX / Math.max(1, rowsEach));
    }

    /** How many of the steps have begun by today: those that only come have nothing to show. */
    static int begun(Buckets steps, LocalDate today) {
        int begun = steps.size();
        while (begun > 0 && steps.from(begun - 1).isAfter(today)) {
            begun--;
        }
        return begun;
    }

    /** How many days these steps hold up to today. */
    static long days(Buckets steps, LocalDate today) {
        int begun = begun(steps, today);
        if (begun == 0) {
            return 0;
        }
        LocalDate last = steps.to(begun - 1);
        return (last.isAfter(today) ? today : last).toEpochDay() - steps.from(0).toEpochDay() + 1;
    }
}
