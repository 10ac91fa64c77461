package io.reprise.relay;

import io.reprise.scrobble.Origin;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A party that brings a person messages in words: trouble with a connection, its end, and on request the ends of jobs;
 * never plays. Thread-safe.
 */
public interface Messenger extends Outlet {
    /** Where people reach this server, for links; empty where that is not known. */
    Optional<URI> home();

    /**
     * Brings one message; throws as {@link Outlet#send} does. {@code id} is the same on each try, so that the other
     * side can tell a repetition.
     */
    void tell(Account account, Message message, String id);

    @Override
    default @Nullable URI address() {
        return null;
    }

    @Override
    default Set<Matter> carries() {
        return Set.of(Matter.SYNC_FAILURES, Matter.JOBS);
    }

    @Override
    default Set<Matter> usually() {
        return Set.of(Matter.SYNC_FAILURES);
    }

    @Override
    default int playsMax() {
        return 1;
    }

    @Override
    default boolean takes(Event event) {
        return event instanceof Event.Digest || event instanceof Event.JobEnded ended && ended.isNews();
    }

    @Override
    default boolean isThere(Origin origin, Account account) {
        return false;
    }

    @Override
    default Map<Long, String> send(Account account, List<Parcel> parcels) {
        Parcel parcel = parcels.getFirst();
        String about = about(parcel.event());
        tell(account, Message.of(parcel.event(), home()), about + "." + parcel.target());
        return Map.of();
    }

    private static String about(Event event) {
        return switch (event) {
            case Event.JobEnded ended -> ended.job().id().value() + "." + ended.number();
            case Event.Digest digest -> "digest." + digest.number() + "." + digest.at();
            case Event.Play play -> UUID.randomUUID().toString();
            case Event.Rating rating -> UUID.randomUUID().toString();
            case Event.NowPlaying playing -> UUID.randomUUID().toString();
            case Event.Test test -> UUID.randomUUID().toString();
        };
    }

    @Override
    default String greet(Account account) {
        tell(account, Message.test(home()), UUID.randomUUID().toString());
        return "a test message was sent";
    }
}
