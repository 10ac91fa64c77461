package io.reprise.inlet;

import io.reprise.media.MediaKind;
import io.reprise.scrobble.Unreadable;
import java.util.List;

/** An outside party that calls us, as its adapter knows it. Stores nothing, asks nobody. Thread-safe. */
public interface InletParty {
    /** The word in its addresses, in the API and in the store, such as {@code plex}; it never changes. */
    String word();

    /** What people call it. */
    String title();

    /** The kinds of media it tells of. */
    List<MediaKind> kinds();

    /** What to do over there, in order, for an inlet at this address. */
    List<Step> steps(String address);

    /** One thing to do, and what is to be pasted for it (empty where nothing is). */
    record Step(String words, String paste) {}

    /** Whether its calls are signed with a key that the user brings along. */
    default Signing signing() {
        return Signing.NONE;
    }

    /** What a party does with a key: nothing, sign if it has one, or always sign, so that none is taken without. */
    enum Signing {
        NONE,
        POSSIBLE,
        NEEDED
    }

    /** The bytes of a call that matter: what is stored and, where it is not understood, kept in quarantine. */
    default byte[] matter(Call call) {
        return call.body();
    }

    /** Reads one call. What it cannot make out is {@link Unreadable} and goes to quarantine. */
    Taken take(Call call) throws Unreadable;
}
