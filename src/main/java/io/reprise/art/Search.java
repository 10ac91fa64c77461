package io.reprise.art;

import io.reprise.catalog.Thing;
import io.reprise.http.GiveUp;
import io.reprise.http.NotAllowed;
import io.reprise.http.OutsideFailure;
import io.reprise.http.TryLater;
import io.reprise.media.ExternalId;
import io.reprise.store.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One round through the sources: what is known and still believed is taken, the rest is asked for, fetched, and written
 * down at once. A source that fails {@value #FAILURES_MAX} times in a row is left in peace for the rest of the round.
 * Used by one thread.
 */
final class Search {
    static final Duration FOUND_LASTS = Duration.ofDays(60);
    static final Duration NOTHING_LASTS = Duration.ofDays(7);
    private static final int FAILURES_MAX = 3;
    private static final int IDS_MAX = 8;

    private final Database database;
    private final InstantSource clock;
    private final PictureFiles files;
    private final Printer printer;
    private final Download download;
    private final List<ArtSource> sources;
    private final Map<String, Integer> failures = new HashMap<>();

    private int fetched;
    private long bytes;
    private @Nullable String trouble;

    Search(ArtJob.Rooms rooms, Pictures pictures) {
        this.database = rooms.database();
        this.clock = rooms.clock();
        this.files = pictures.files();
        this.printer = pictures.printer();
        this.download = new Download(rooms.client());
        this.sources = rooms.sources();
    }

    /** What came of looking for a thing's picture: one, none that anybody has, or not known for now. */
    sealed interface Outcome {
        record Found(ShownTable.Shown shown) implements Outcome {}

        record Nothing() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** Pictures fetched so far. */
    int fetched() {
        return fetched;
    }

    /** What their prints take on the disk. */
    long bytes() {
        return bytes;
    }

    /** What went wrong last; null where all went well. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** The first picture that any source has for any of these ids, in their order. */
    Outcome picture(Thing thing, String name, List<ExternalId> ids) {
        boolean isSure = true;
        int asked = 0;
        for (ExternalId id : ids) {
            ArtSource.Asked question = new ArtSource.Asked(thing.kind(), name, id);
            for (ArtSource source : sources) {
                if (asked >= IDS_MAX || !source.knows(question)) {
                    continue;
                }
                asked++;
                if (failures.getOrDefault(source.word(), 0) >= FAILURES_MAX) {
                    isSure = false;
                    continue;
                }
                Optional<FoundTable.Found> found = asked(source, question);
                isSure &= found.isPresent();
                String hash = found.map(FoundTable.Found::hash).orElse(null);
                if (hash != null) {
                    FoundTable.Found one = found.get();
                    return new Outcome.Found(new ShownTable.Shown(thing, hash, one.credit(), one.page()));
                }
            }
        }
        return isSure ? new Outcome.Nothing() : new Outcome.Unknown();
    }

    /** Empty where the source cannot tell now. */
    private Optional<FoundTable.Found> asked(ArtSource source, ArtSource.Asked question) {
        try {
            Optional<FoundTable.Found> found = told(source, question);
            failures.remove(source.word());
            return found;
        } catch (GiveUp | NotAllowed | TryLater e) {
            return failed(source, e);
        }
    }

    private Optional<FoundTable.Found> failed(ArtSource source, OutsideFailure failure) {
        failures.merge(source.word(), 1, Integer::sum);
        trouble = failure.getMessage();
        return Optional.empty();
    }

    private Optional<FoundTable.Found> told(ArtSource source, ArtSource.Asked question) {
        Optional<ExternalId> whole = source.whole(question);
        if (whole.isEmpty()) {
            return Optional.of(none(source, question.id(), clock.instant().getEpochSecond()));
        }
        ExternalId id = whole.get();
        Optional<FoundTable.Found> known =
                database.read(tx -> FoundTable.find(tx, id, source.word())).filter(this::isBelieved);
        if (known.isPresent()) {
            return known;
        }
        FoundTable.Found found = fetch(source, question.with(id));
        database.write(tx -> {
            FoundTable.keep(tx, found);
            return found;
        });
        return Optional.of(found);
    }

    private boolean isBelieved(FoundTable.Found known) {
        String hash = known.hash();
        return known.expiresAt() > clock.instant().getEpochSecond() && (hash == null || files.holds(hash));
    }

    private FoundTable.Found fetch(ArtSource source, ArtSource.Asked question) {
        Optional<ArtSource.Offer> offer = source.find(question);
        Optional<byte[]> picture = offer.flatMap(where -> download.bytes(where.address(), source.sendsOnTo()));
        long now = clock.instant().getEpochSecond();
        if (picture.isEmpty()) {
            return none(source, question.id(), now);
        }
        Prints prints;
        try {
            prints = printer.print(picture.get());
        } catch (UnusablePicture e) {
            trouble = offer.get().address().getHost() + ": " + e.getMessage();
            return none(source, question.id(), now);
        }
        bytes += files.keep(prints);
        fetched++;
        return new FoundTable.Found(
                question.id(),
                source.word(),
                now,
                now + FOUND_LASTS.toSeconds(),
                prints.hash(),
                offer.get().credit(),
                offer.get().page());
    }

    private static FoundTable.Found none(ArtSource source, ExternalId id, long now) {
        return new FoundTable.Found(id, source.word(), now, now + NOTHING_LASTS.toSeconds(), null, "", "");
    }
}
