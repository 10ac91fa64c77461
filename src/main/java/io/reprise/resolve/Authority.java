package io.reprise.resolve;

import io.reprise.media.MediaKind;
import java.util.List;
import java.util.Set;

/**
 * Who vouches for identity: MusicBrainz, TVmaze, Open Library and so on. Implementations are thread-safe, remember
 * answers themselves where asking costs, and speak to the network only from jobs.
 */
public interface Authority {
    /** The most findings that one question is answered with. */
    int FINDINGS_MAX = 25;

    /** Its name in the ledger, the API and the settings, such as {@code musicbrainz}; never changes. */
    String word();

    /** Its name for people. */
    String title();

    /** What it knows of. */
    Set<MediaKind> kinds();

    /** Under which licence it tells, and what has to be said beside it. */
    Terms terms();

    /** Whether asking it needs no network, so that a whole history can be asked for. */
    boolean isLocal();

    /** Whether it can answer at all now; one of this machine cannot before something was loaded for it. */
    default boolean isReady() {
        return true;
    }

    /**
     * The things it knows that may be meant, the likeliest first, at most {@value #FINDINGS_MAX}; empty where it knows
     * none. Fails as {@link io.reprise.http.PoliteClient} does.
     */
    List<Finding> ask(Question question);

    default AuthorityName name() {
        return new AuthorityName(word(), title(), terms());
    }

    /** A licence by its SPDX id or name, and the attribution that has to be shown, empty where none has to. */
    record Terms(String licence, String attribution) {}
}
