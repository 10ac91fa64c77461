package io.reprise.adapters.lastfm.server;

import io.reprise.account.Accounts;
import io.reprise.account.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: the holder of the session key {@code sk}, which may be an API token itself. A program that only reads may
 * send a token as its {@code api_key} or in the header {@code Authorization}. Histories are private: a user who is not
 * the caller is answered like one who is not there.
 */
final class Who {
    private final Accounts accounts;

    Who(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The caller of a method that changes something. */
    User requireKey(Call call) {
        return proven(call).orElseThrow(FaultCode.SESSION::raised);
    }

    /** The caller of a method that reads; the parameter {@code name}, where it is told, names nobody else. */
    User requireNamed(Call call, String name) {
        Optional<User> caller = proven(call);
        if (caller.isEmpty()) {
            throw call.text("sk").isEmpty() ? FaultCode.LOGIN.raised() : FaultCode.SESSION.raised();
        }
        String asked = call.text(name);
        boolean same = asked.isEmpty()
                || accounts.find(asked)
                        .filter(named -> named.id().equals(caller.get().id()))
                        .isPresent();
        if (!same) {
            throw Fault.missing("User not found");
        }
        return caller.get();
    }

    private Optional<User> proven(Call call) {
        String key = call.text("sk");
        if (!key.isEmpty()) {
            return accounts.byToken(key);
        }
        Optional<User> byApiKey = accounts.byToken(call.text("api_key"));
        return byApiKey.isPresent() ? byApiKey : byHeader(call.context().header("Authorization"));
    }

    private Optional<User> byHeader(@Nullable String header) {
        String[] words = header == null ? new String[0] : header.strip().split("\\s+", 2);
        return words.length == 2 ? accounts.byToken(words[1].strip()) : Optional.empty();
    }
}
