package io.reprise.relay;

import io.reprise.http.OutsideFailure;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks a party who we are there, and walks the steps of an approval in a browser. Speaks to the network while the
 * caller waits. Thread-safe.
 */
public final class Introductions {
    private final Targets targets;

    public Introductions(Targets targets) {
        this.targets = targets;
    }

    /** What came of it, in a sentence. */
    public record Tried(boolean ok, String message) {}

    /** Whether the party takes the keys of this target. */
    public Tried test(Target target) {
        return asked(target, account -> targets.outlet(target).greet(account));
    }

    private interface Question {
        String put(Outlet.Account account);
    }

    private Tried asked(Target target, Question question) {
        Optional<Outlet.Account> account = targets.account(target);
        if (account.isEmpty()) {
            return new Tried(false, Targets.UNOPENED);
        }
        try {
            return new Tried(true, question.put(account.get()));
        } catch (OutsideFailure failure) {
            return new Tried(false, account.get().keys().hidden(String.valueOf(failure.getMessage())));
        }
    }

    /** The first step: where the user lets us in. {@code link} is empty where the party did not give a token. */
    public record Link(Tried tried, Optional<URI> link) {}

    /** Asks for a token and keeps it until the user has approved. */
    public Link link(Target target) {
        Outlet.Approval approval = approval(target);
        URI[] link = new URI[1];
        Tried tried = asked(target, account -> {
            Outlet.Approval.Asked asked = approval.ask(account);
            targets.change(target.user(), target.number(), keys(Keys.NONE.withPending(asked.token()), null));
            link[0] = asked.link();
            return "Open the link, allow access there, then come back and finish";
        });
        return new Link(tried, Optional.ofNullable(link[0]));
    }

    /** The second step: takes what was granted; from then on the target is told of what comes. */
    public Tried approved(Target target) {
        Outlet.Approval approval = approval(target);
        return asked(target, account -> {
            if (account.keys().pending() == null) {
                throw new IllegalArgumentException("approval: ask for the link first, then allow access there");
            }
            Outlet.Approval.Granted granted = approval.granted(account);
            targets.change(
                    target.user(), target.number(), keys(Keys.NONE.withToken(granted.session()), granted.name()));
            return "Connected as " + granted.name();
        });
    }

    private Outlet.Approval approval(Target target) {
        return targets.outlet(target)
                .approval()
                .orElseThrow(() -> new IllegalArgumentException(
                        "approval: " + targets.outlet(target).title() + " needs none; its token is enough"));
    }

    private static TargetOrder keys(Keys keys, @Nullable String account) {
        return new TargetOrder(null, null, null, account, keys, null, null);
    }
}
