package io.reprise.upkeep;

import io.reprise.account.UserId;
import io.reprise.store.Tx;

/** Forgets what this room keeps of a user. Thread-safe. */
public final class UpkeepErasure {
    private UpkeepErasure() {}

    /** Inside the caller's step, so that all rooms forget together. */
    public static void forget(Tx tx, UserId user) {
        RuleTable.delete(tx, user);
    }
}
