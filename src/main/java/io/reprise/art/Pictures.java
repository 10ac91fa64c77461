package io.reprise.art;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.reprise.account.UserId;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.history.History;
import io.reprise.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The pictures of users' things: which they show, their prints, and what users bring themselves. Never speaks to the
 * network. Thread-safe, and right with several nodes over one store.
 */
public final class Pictures {
    /** The most bytes that a picture brought by a user may have. */
    public static final int UPLOAD_BYTES_MAX = 10 * 1024 * 1024;

    public static final int UPLOADS_MAX = 5_000;
    private static final long GALLERIES_BYTES_MAX = 16L << 20;
    /** So that what was mostly played from is worked out again now and then. */
    private static final Duration GALLERY_LASTS = Duration.ofMinutes(10);

    private final Database database;
    private final InstantSource clock;
    private final PictureFiles files;
    private final Printer printer = new Printer();
    private final Cache<UserId, Gallery> galleries = Caffeine.newBuilder()
            .maximumWeight(GALLERIES_BYTES_MAX)
            .weigher((UserId user, Gallery gallery) -> (int) Math.min(Integer.MAX_VALUE, gallery.weight()))
            .expireAfterWrite(GALLERY_LASTS)
            .build();

    /** Where the cache lies, and how many bytes it may take. */
    public record Store(Path folder, long bytesMax) {}

    public Pictures(Database database, InstantSource clock, Store store) {
        this.database = database;
        this.clock = clock;
        this.files = new PictureFiles(store.folder(), store.bytesMax(), clock);
    }

    /** A print, and the hash of the picture that it was made of. */
    public record Print(String hash, byte[] jpeg) {}

    /** Whose a picture is, in a few words, and a page about it (empty: none). */
    public record Credit(String text, String page, boolean isOwn) {}

    PictureFiles files() {
        return files;
    }

    Printer printer() {
        return printer;
    }

    /** What this user's things show now. */
    public Gallery gallery(UserId user, History history) {
        Gallery known = galleries.getIfPresent(user);
        Gallery now = database.read(tx -> known != null && known.version() == ShownTable.version(tx, user)
                ? known
                : Gallery.load(tx, user, history));
        if (now != known) {
            galleries.put(user, now);
        }
        return now;
    }

    /** The print of this canonical thing; empty where there is none, or where the cache lost it. */
    public Optional<Print> print(UserId user, Gallery gallery, Thing thing, PictureSize size) {
        String hash = gallery.hash(thing);
        if (hash == null) {
            return Optional.empty();
        }
        Optional<byte[]> kept = files.print(hash, size);
        if (kept.isEmpty() && again(user, gallery.bearer(thing), hash)) {
            kept = files.print(hash, size);
        }
        return kept.map(jpeg -> new Print(hash, jpeg));
    }

    /** Makes the prints of an upload anew, which is in the store. */
    private boolean again(UserId user, Thing thing, String hash) {
        Optional<UploadTable.Upload> own =
                upload(user, thing).filter(upload -> upload.hash().equals(hash));
        own.ifPresent(upload ->
                files.keep(new Prints(hash, printer.print(upload.jpeg()).jpegs())));
        return own.isPresent();
    }

    private Optional<UploadTable.Upload> upload(UserId user, Thing thing) {
        return database.read(tx -> UploadTable.find(tx, user, thing));
    }

    /**
     * Keeps a picture of the user's own for this thing, in place of one that was there. What no picture can be made of
     * is an {@link UnusablePicture}.
     */
    public void bring(UserId user, Thing thing, byte[] bytes) {
        if (bytes.length > UPLOAD_BYTES_MAX) {
            throw tooLarge(bytes.length);
        }
        Prints prints = printer.print(bytes);
        files.keep(prints);
        long now = clock.instant().getEpochSecond();
        UploadTable.Upload upload = new UploadTable.Upload(thing, prints.hash(), now, prints.whole());
        Optional<UploadTable.Upload> before = upload(user, thing);
        boolean kept = database.write(tx -> {
            if (UploadTable.find(tx, user, thing).isEmpty() && UploadTable.count(tx, user) >= UPLOADS_MAX) {
                return false;
            }
            UploadTable.put(tx, user, upload);
            ShownTable.changed(tx, user);
            return true;
        });
        before.map(UploadTable.Upload::hash).ifPresent(this::letGo);
        if (!kept) {
            letGo(prints.hash());
            throw new UnusablePicture("A user keeps at most " + UPLOADS_MAX + " own pictures. Delete some first.");
        }
    }

    static UnusablePicture tooLarge(int bytes) {
        return new UnusablePicture("A picture has at most " + UPLOAD_BYTES_MAX / (1024 * 1024) + " MiB; this one has "
                + bytes + " bytes or more.");
    }

    /** Deletes the user's own picture of this thing; answers whether there was one. What was found shows again. */
    public boolean takeBack(UserId user, Thing thing) {
        Optional<UploadTable.Upload> before = upload(user, thing);
        boolean deleted = database.write(tx -> {
            boolean was = UploadTable.delete(tx, user, thing);
            if (was) {
                ShownTable.changed(tx, user);
            }
            return was;
        });
        before.map(UploadTable.Upload::hash).ifPresent(this::letGo);
        return deleted;
    }

    /** Deletes the prints of a picture that nothing shows any more. */
    private void letGo(String hash) {
        if (!database.read(tx -> HashTable.holds(tx, hash))) {
            files.drop(hash);
        }
    }

    /** Whose the picture is that this canonical thing shows; empty where it shows none. */
    public Optional<Credit> credit(UserId user, Gallery gallery, Thing thing) {
        String hash = gallery.hash(thing);
        if (hash == null) {
            return Optional.empty();
        }
        Thing bearer = gallery.bearer(thing);
        return database.read(tx -> ShownTable.find(tx, user, bearer))
                .filter(shown -> shown.hash().equals(hash))
                .map(shown -> new Credit(shown.credit(), shown.page(), false))
                .or(() -> Optional.of(
                        new Credit("", "", bearer.equals(thing) || bearer.kind() == SubjectKind.CONTAINER)));
    }
}
