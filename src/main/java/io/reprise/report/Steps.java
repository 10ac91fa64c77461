package io.reprise.report;

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

    /** The first step to show where each has so many rows. */
    static int firstShown(Buckets steps, int rowsEach) {
        return Math.max(0, steps.size() - Sheet.ROWS_MAX / Math.max(1, rowsEach));
    }

    /** How many days these steps hold. */
    static long days(Buckets steps) {
        return steps.size() == 0
                ? 0
                : steps.to(steps.size() - 1).toEpochDay() - steps.from(0).toEpochDay() + 1;
    }
}
