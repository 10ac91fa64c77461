package io.reprise.art;

import io.reprise.account.UserId;
import io.reprise.catalog.LedgerCopy;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A user's own pictures on their way from one library to another, where the key of a thing names it and no number does.
 * Thread-safe.
 */
public final class PictureCopy {
    /** How many pictures one reading gives, for each may have a megabyte. */
    public static final int PICTURES_AT_A_TIME_MAX = 20;

    /** What is larger than any print of ours is printed anew. */
    private static final int KEPT_BYTES_MAX = 1024 * 1024;

    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final Database database;
    private final Pictures pictures;

    public PictureCopy(Database database, Pictures pictures) {
        this.database = database;
        this.pictures = pictures;
    }

    /** A picture of the user's own, with the key and the name of its thing; {@code uploadedAt} in epoch seconds. */
    public record Own(SubjectKind kind, long key, String name, long uploadedAt, byte[] jpeg) {}

    /** A picture, and the thing here that shows it, from where the next ones are read. */
    public record Placed(Thing thing, Own own) {}

    /** What became of a picture that was brought. */
    public enum Outcome {
        BROUGHT,
        /** The same picture is here, or one that was brought later. */
        KNOWN,
        /** The library has nothing of this key. */
        ABSENT,
        /** The user has {@link Pictures#UPLOADS_MAX} own pictures. */
        FULL
    }

    /** The first own pictures after those of this thing, at most {@value #PICTURES_AT_A_TIME_MAX}; null begins. */
    public List<Placed> after(UserId user, @Nullable Thing last) {
        return database.read(tx -> {
            List<Placed> placed = new ArrayList<>();
            for (UploadTable.Upload upload : UploadTable.after(tx, user, last, PICTURES_AT_A_TIME_MAX)) {
                Thing thing = upload.thing();
                Optional<LedgerCopy.Named> named = LedgerCopy.named(tx, user, thing.kind(), thing.number());
                // A picture of what a decision made and an undo took away has no name; it stays where it is.
                String name = named.map(LedgerCopy.Named::name).orElse("");
                long key = named.map(LedgerCopy.Named::key).orElse(0L);
                placed.add(new Placed(thing, new Own(thing.kind(), key, name, upload.uploadedAt(), upload.jpeg())));
            }
            return placed;
        });
    }

    /**
     * Keeps a picture from another library, byte for byte where it has the form that is kept here. What no picture can
     * be made of is an {@link UnusablePicture}.
     */
    public Outcome bring(UserId user, Own own) {
        Outcome before = database.read(tx -> look(tx, user, own));
        if (before != Outcome.BROUGHT) {
            return before;
        }
        if (own.jpeg().length > Pictures.UPLOAD_BYTES_MAX) {
            throw Pictures.tooLarge(own.jpeg().length);
        }
        Prints prints = pictures.printer().print(own.jpeg());
        pictures.files().keep(prints);
        byte[] kept = isAsKept(own.jpeg()) ? own.jpeg() : prints.whole();
        return database.write(tx -> {
            Outcome now = look(tx, user, own);
            OptionalInt number = LedgerCopy.number(tx, user, own.kind(), own.key());
            if (now == Outcome.BROUGHT && number.isPresent()) {
                Thing thing = new Thing(own.kind(), number.getAsInt());
                UploadTable.put(tx, user, new UploadTable.Upload(thing, prints.hash(), own.uploadedAt(), kept));
                ShownTable.changed(tx, user);
            }
            return now;
        });
    }

    private static boolean isAsKept(byte[] bytes) {
        return bytes.length <= KEPT_BYTES_MAX && Arrays.equals(bytes, 0, JPEG.length, JPEG, 0, JPEG.length);
    }

    /** What would become of it; {@link Outcome#BROUGHT} where nothing stands in its way. */
    private static Outcome look(Tx tx, UserId user, Own own) throws SQLException {
        OptionalInt number = LedgerCopy.number(tx, user, own.kind(), own.key());
        if (number.isEmpty()) {
            return Outcome.ABSENT;
        }
        Optional<UploadTable.Upload> known = UploadTable.find(tx, user, new Thing(own.kind(), number.getAsInt()));
        if (known.isPresent()) {
            boolean isOlder = known.get().uploadedAt() < own.uploadedAt();
            return isOlder && !Arrays.equals(known.get().jpeg(), own.jpeg()) ? Outcome.BROUGHT : Outcome.KNOWN;
        }
        return UploadTable.count(tx, user) >= Pictures.UPLOADS_MAX ? Outcome.FULL : Outcome.BROUGHT;
    }
}
