package io.reprise.art;

import io.reprise.account.UserId;
import io.reprise.catalog.LedgerCopy;
import io.reprise.catalog.Thing;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a user's pictures and at the cache: what the rows name against what the files hold. Changes nothing.
 * Thread-safe.
 */
public final class PictureAudit {
    private final Database database;
    private final Pictures pictures;

    public PictureAudit(Database database, Pictures pictures) {
        this.database = database;
        this.pictures = pictures;
    }

    /** What is wrong with a picture. */
    public enum Fault {
        /** A thing shows a picture that the cache has no file of. */
        GONE,
        /** A file does not begin or end as a JPEG does. */
        CUT_OFF,
        /** A file that is older than a day belongs to nothing in the store. */
        STRAY,
        /** A picture that the user brought is no whole JPEG. */
        OWN_CUT_OFF,
        /** A picture that the user brought is of something that is not there. */
        OWN_OF_NOTHING
    }

    /** Told of each fault, and where: a thing, or a file below the folder of the cache. */
    @FunctionalInterface
    public interface Sink {
        void fault(Fault fault, String where);
    }

    /** Everything that is wrong with what this user's things show, and with what they brought. */
    public void ofUser(UserId user, Sink sink) {
        Set<String> seen = new HashSet<>();
        database.read(tx -> {
            ShownTable.all(tx, user, (kind, number, hash) -> {
                if (!pictures.files().holds(hash)) {
                    sink.fault(Fault.GONE, kind.word() + " " + number);
                }
                seen.add(hash);
            });
            UploadTable.all(tx, user, (kind, number, hash) -> seen.add(hash));
            return user;
        });
        seen.forEach(hash -> pictures.files().cutOff(hash).forEach(file -> sink.fault(Fault.CUT_OFF, file)));
        uploads(user, sink);
    }

    private void uploads(UserId user, Sink sink) {
        Thing last = null;
        List<UploadTable.Upload> some = uploadsAfter(user, last);
        while (!some.isEmpty()) {
            for (UploadTable.Upload upload : some) {
                if (!Prints.isWhole(upload.jpeg())) {
                    sink.fault(Fault.OWN_CUT_OFF, upload.thing().toString());
                }
                if (!database.read(tx -> isThere(tx, user, upload.thing()))) {
                    sink.fault(Fault.OWN_OF_NOTHING, upload.thing().toString());
                }
            }
            last = some.getLast().thing();
            some = uploadsAfter(user, last);
        }
    }

    private List<UploadTable.Upload> uploadsAfter(UserId user, @Nullable Thing last) {
        return database.read(tx -> UploadTable.after(tx, user, last, PictureCopy.PICTURES_AT_A_TIME_MAX));
    }

    private static boolean isThere(Tx tx, UserId user, Thing thing) throws SQLException {
        return LedgerCopy.named(tx, user, thing.kind(), thing.number()).isPresent();
    }

    /** The files that belong to nothing, whoever's; those of today may be about to. */
    public void ofCache(Sink sink) {
        Set<String> named = database.read(tx -> {
            Set<String> hashes = new HashSet<>();
            HashTable.all(tx, hashes::add);
            return hashes;
        });
        pictures.files().old(hash -> {
            if (!named.contains(hash)) {
                sink.fault(Fault.STRAY, hash);
            }
        });
    }
}
