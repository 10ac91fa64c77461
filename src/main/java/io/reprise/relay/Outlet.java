package io.reprise.relay;

import io.reprise.scrobble.Origin;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An outside party that can be told of what happens here; one class in that party's adapter. What it throws says what
 * to do next: {@link io.reprise.http.TryLater} (nothing is lost, later again), {@link io.reprise.http.NotAllowed} (a
 * person must mend the keys) and {@link io.reprise.http.GiveUp} (these parcels will never be taken). Thread-safe.
 */
public interface Outlet {
    /** Its word, as {@code lastfm}. */
    String word();

    /** Its name for people. */
    String title();

    /** Where it is unless told otherwise; null where it has to be told. */
    @Nullable
    URI address();

    /** Which keys it cannot do without. */
    Needs needs();

    /** What it can be told of. */
    Set<Matter> carries();

    /** What of that it is told of where nobody says. */
    default Set<Matter> usually() {
        return carries();
    }

    /** The address that somebody entered; an {@link IllegalArgumentException} that says what is expected. */
    default URI addressOf(String text) {
        return WebAddress.read(text);
    }

    /** How many plays it takes at once; anything else goes one by one. */
    int playsMax();

    /** Whether it has a use for this. */
    boolean takes(Event event);

    /** Whether this origin is that very account there, so that what it told is not sent back. */
    boolean isThere(Origin origin, Account account);

    /**
     * Tells it: several plays, or one event of another sort. Answers those it will never take, by number, with why; all
     * others were taken.
     */
    Map<Long, String> send(Account account, List<Parcel> parcels);

    /** Asks whether these keys are good, and answers in a sentence who we are there. */
    String greet(Account account);

    /** How a person lets us in, where the party wants more than a key; empty where keys are enough. */
    default Optional<Approval> approval() {
        return Optional.empty();
    }

    /** The account with an outside party, opened for the moment in which it is asked. */
    record Account(URI address, String name, Keys keys) {
        /** The address with this path, whether or not it ends in a slash. */
        public URI at(String path) {
            return URI.create(address.toString().replaceFirst("/+$", "") + path);
        }
    }

    /** One event on its way: the number of its row with its target (0 for one that is not stored). */
    record Parcel(int target, long number, Event event) {}

    /** The keys that have to be given. */
    record Needs(boolean apiKey, boolean secret, boolean token) {}

    /** Approval in a browser, in two steps: a link, and what the party grants after it was opened. */
    interface Approval {
        /** Asks for a token and answers it with the link on which a person approves. */
        Asked ask(Account account);

        /** What was granted for {@link Keys#pending()}; {@link io.reprise.http.TryLater} where not approved yet. */
        Granted granted(Account account);

        /** A token that waits, and where it is approved. */
        record Asked(String token, URI link) {}

        /** The session and the name there. */
        record Granted(String session, String name) {}
    }
}
