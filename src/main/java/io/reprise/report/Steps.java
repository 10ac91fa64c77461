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
}
