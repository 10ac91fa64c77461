package io.reprise.history;

import io.reprise.account.UserId;
import io.reprise.play.CountedPlays;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The folder of files of columns, at most one for each user. Any of them may be deleted at any time; one that is not
 * sound, or not of this store, counts for nothing. Thread-safe, also between processes, for a file gets its name when
 * it is whole.
 */
final class SnapshotFiles {
    private static final System.Logger LOG = System.getLogger("reprise.history");
    private static final String WHOLE = ".columns";
    private static final String PART = ".part";

    private final Database database;
    private final Path folder;

    /** {@code folder} is made when it is needed. */
    SnapshotFiles(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    private Path file(UserId user) {
        return folder.resolve(user + WHOLE);
    }

    /** What of this user's history may still be used. */
    Optional<Snapshot> find(Tx tx, UserId user, Loaded.Version now) throws SQLException {
        try (ColumnInput in = new ColumnInput(file(user))) {
            Stamp stamp = Stamp.read(in);
            return SnapshotTable.holds(tx, user, stamp.token()) ? Snapshot.read(in, stamp, now) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "the file " + file(user) + " is passed over and made anew: " + e);
            return Optional.empty();
        }
    }

    /**
     * Puts a history there. Its token is taken down after it, and only where the store still has these plays, so a file
     * without one is as good as none; answers empty there.
     */
    Optional<Stamp> put(UserId user, Loaded loaded) throws IOException {
        Stamp stamp = Stamp.of(loaded.version());
        write(user, stamp, loaded.history());
        boolean stands = database.write(
                tx -> stamp.isPast(CountedPlays.version(tx, user)) && SnapshotTable.add(tx, user, stamp.token()));
        if (!stands) {
            Files.deleteIfExists(file(user));
        }
        return stands ? Optional.of(stamp) : Optional.empty();
    }

    private void write(UserId user, Stamp stamp, History history) throws IOException {
        Path part = Files.createTempFile(Files.createDirectories(folder), user + "-", PART);
        try {
            try (ColumnOutput out = new ColumnOutput(part)) {
                Snapshot.write(out, stamp, history);
            }
            Files.move(part, file(user), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Forgets a user, inside the caller's step. */
    void forget(Tx tx, UserId user) throws SQLException {
        SnapshotTable.forget(tx, user);
        try {
            Files.deleteIfExists(file(user));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the file " + file(user) + " could not be deleted", e);
        }
    }

    /** Deletes what nobody can use: what a killed process left, and files of users whom another node forgot. */
    void tidy() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[0-9]*{" + WHOLE + "," + PART + "}")) {
            for (Path file : files) {
                if (!isOfUse(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private boolean isOfUse(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(PART)) {
            return false;
        }
        try (ColumnInput in = new ColumnInput(file)) {
            UserId user = new UserId(Integer.parseInt(name.substring(0, name.length() - WHOLE.length())));
            Stamp stamp = Stamp.read(in);
            return database.read(tx -> SnapshotTable.holds(tx, user, stamp.token()));
        } catch (IOException | NumberFormatException e) {
            LOG.log(System.Logger.Level.INFO, "the file " + file + " is no history of this version: " + e);
            return false;
        }
    }
}
