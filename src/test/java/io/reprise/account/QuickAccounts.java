package io.reprise.account;

import io.reprise.store.Database;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Accounts as they are, but with hashes that cost next to nothing, for tests that are about something else. */
public final class QuickAccounts {
    private static final Password.Cost LEAST = new Password.Cost(16, 1);

    private QuickAccounts() {}

    public static Accounts over(Database database, InstantSource clock) {
        return new Accounts(database, clock, new SecureRandom(), LEAST);
    }
}
