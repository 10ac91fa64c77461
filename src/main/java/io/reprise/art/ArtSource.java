package io.reprise.art;

import io.reprise.catalog.SubjectKind;
import io.reprise.media.ExternalId;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Who has pictures of things that an outside id names: the Cover Art Archive, TVmaze, Open Library and so on.
 * Implementations are thread-safe and speak to the network only from jobs.
 */
public interface ArtSource {
    /** The word of the authority with which it is switched on and off; never changes. */
    String word();

    /** Its name for people. */
    String title();

    /** What has to be said beside its pictures. */
    String terms();

    /** Whether it may have a picture of this; costs nothing. */
    boolean knows(Asked asked);

    /**
     * The id of what bears the picture, where the asked one names a part of it: the release group of a recording, the
     * show of an episode; else the asked one. Empty where nothing fits the name. Fails as {@link #find} does.
     */
    default Optional<ExternalId> whole(Asked asked) {
        return Optional.of(asked.id());
    }

    /**
     * Where the picture lies; empty where there is none. Fails as {@link io.reprise.http.PoliteClient} does. That
     * nothing lies there is found out by fetching it.
     */
    Optional<Offer> find(Asked asked);

    /** Domains to which its servers send on, besides their own hosts; a redirect to anywhere else is not followed. */
    default Set<String> sendsOnTo() {
        return Set.of();
    }

    /** A thing of this kind and name, by one of its ids, or by one of something that is part of it. */
    record Asked(SubjectKind subject, String name, ExternalId id) {
        Asked with(ExternalId other) {
            return new Asked(subject, name, other);
        }
    }

    /** Where a picture lies, whose it is in a few words, and a page about it (empty: none). */
    record Offer(URI address, String credit, String page) {}
}
