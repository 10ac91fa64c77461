package io.reprise.imports;

import org.jspecify.annotations.Nullable;

/**
 * One import of one upload: its number with its user, the words of the formats found in it, the upload's name, when
 * (epoch seconds), how it stands, what was counted, the range of the times told (epoch seconds, null where none was),
 * and a sentence on what is worth knowing. A run that fetched from an outside party has a boundary: up to this second
 * everything that the party told is stored; it is null for files.
 */
public record ImportRun(
        int number,
        String format,
        String source,
        State state,
        long startedAt,
        @Nullable Long finishedAt,
        Tally tally,
        @Nullable Long firstAt,
        @Nullable Long lastAt,
        @Nullable Long boundary,
        String message,
        Standing standing) {

    /**
     * Whether what a run brought counts: the ledger decides, and {@code UNDOING} and {@code REDOING} say that the plays
     * have not wholly followed it yet.
     */
    public enum Standing {
        COUNTED,
        UNDOING,
        UNDONE,
        REDOING;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Standing ofWord(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /**
     * How an import stands. A stopped one was cancelled or broke off; what it stored stays and importing again goes on.
     */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        STOPPED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State ofWord(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    ImportRun with(Tally next, Range range) {
        return new ImportRun(
                number,
                format,
                source,
                state,
                startedAt,
                finishedAt,
                next,
                range.first(),
                range.last(),
                boundary,
                message,
                standing);
    }

    ImportRun upTo(@Nullable Long second) {
        return second == null || (boundary != null && boundary >= second)
                ? this
                : new ImportRun(
                        number,
                        format,
                        source,
                        state,
                        startedAt,
                        finishedAt,
                        tally,
                        firstAt,
                        lastAt,
                        second,
                        message,
                        standing);
    }

    ImportRun ended(State end, long at, String sentence) {
        return new ImportRun(
                number, format, source, end, startedAt, at, tally, firstAt, lastAt, boundary, sentence, standing);
    }

    Range range() {
        return new Range(firstAt, lastAt);
    }
}
