package io.reprise.cli;

import io.reprise.account.Accounts;
import io.reprise.account.User;
import io.reprise.http.Problem;

/** The user that a command names. */
final class KnownUser {
    private KnownUser() {}

    static User named(Accounts accounts, String name) {
        return accounts.find(name)
                .orElseThrow(() -> Problem.notFound(
                                "There is no user named " + name + ". `reprise user list` shows those there are.")
                        .raised());
    }
}
