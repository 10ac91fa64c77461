package io.reprise.imports;

import io.reprise.job.JobFailure;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An outside party that holds histories and gives them out page by page, oldest first. An adapter implements it with
 * the network alone: it stores nothing, and holds nothing between two calls. Thread-safe.
 */
public interface HistorySource {
    /** The name in the API and in the store, such as {@code lastfm}. */
    String word();

    /** What people call it. */
    String title();

    /** Where it is asked unless an account says otherwise; servers that speak the same protocol lie elsewhere. */
    URI address();

    /** Whether nothing is answered without an API key. */
    boolean needsApiKey();

    /** Whether nothing is answered without a token. */
    default boolean needsToken() {
        return false;
    }

    /** Who tells what this account's history holds: the protocol and the account there. */
    Origin origin(OutsideAccount account);

    /**
     * Fetches one page. What a person can mend, or what helps with waiting, ends in a {@link JobFailure} that says so,
     * after the adapter has tried as often as is polite.
     */
    Page page(OutsideAccount account, Span span) throws JobFailure;

    /** What this account's user loves and how they rate things; nothing where the party does not tell. */
    default List<OpinionList> opinions(OutsideAccount account) {
        return List.of();
    }

    /** One list of opinions, fetched page by page (from 1), newest first; fails as {@link #page} does. */
    @FunctionalInterface
    interface OpinionList {
        Opinions page(int number) throws JobFailure;
    }

    /** A page of opinions, how many on it could not be read, and whether no other page follows. */
    record Opinions(List<Opined> opined, int unreadable, boolean isLast) {
        public static final Opinions NONE = new Opinions(List.of(), 0, true);

        public Opinions {
            opined = List.copyOf(opined);
        }
    }

    /**
     * What is asked for: plays that began between two seconds (UTC), both included. {@code rows} is how many of them
     * there are as far as the page before told, null where nothing is known; {@code isFirst} says that no page came
     * before.
     */
    record Span(long from, long until, @Nullable Long rows, boolean isFirst) {}

    /**
     * The oldest plays of a span. Nothing that the party holds between the begin of the span and
     * {@code completeThrough} (epoch seconds) is missing from it; {@code isLast} says that nothing lies beyond;
     * {@code rowsLeft} is about how many do, null where that is unknown.
     */
    record Page(
            List<Row> rows,
            long completeThrough,
            boolean isLast,
            @Nullable Long rowsLeft) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** One play: its bytes as they came, and what reads them. */
    record Row(Format format, byte[] payload) {}
}
