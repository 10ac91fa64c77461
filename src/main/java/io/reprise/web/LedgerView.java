package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger as a story; {@code notice} is what became of the last undo, bad where it was refused. */
record LedgerView(
        List<Row> rows, @Nullable String older, @Nullable String notice, boolean refused) {
    /**
     * One decision: {@code sure} and {@code evidence} are empty where a person said so; {@code undo} is the word of its
     * button, null where there is none; {@code note} says what stands instead.
     */
    record Row(
            long number,
            String when,
            String by,
            List<Piece> what,
            String because,
            String sure,
            String evidence,
            @Nullable String undo,
            String note) {}
}
