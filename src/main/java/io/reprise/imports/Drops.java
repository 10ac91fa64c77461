package io.reprise.imports;

import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.job.JobFailure;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The book of drop folders: each user has one, off until the user switches it on; what is put into it is imported while
 * a server runs ({@link DropWatch}). Thread-safe.
 */
public final class Drops {
    /** Written at each switch: it tells a server that runs on the same data folder, in whichever process. */
    static final String SWITCHED = ".switched";

    private static final System.Logger LOG = System.getLogger("reprise.imports");
    private final Database database;
    private final Path root;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final Map<UserId, String> troubles = new ConcurrentHashMap<>();

    /** {@code root} is the folder in which those of the users lie; it is made when it is needed. */
    public Drops(Database database, Path root) {
        this.database = database;
        this.root = root.toAbsolutePath();
    }

    /**
     * A user's drop folder: whether it is on, where it lies, how many files out of it are being imported, and what is
     * in the way of one, as a sentence.
     */
    public record Drop(
            boolean on, Path folder, int taken, @Nullable String trouble) {}

    public Drop of(User user) {
        boolean on = database.read(tx -> DropTable.find(tx, user.id()))
                .map(DropTable.Kept::on)
                .orElse(false);
        DropFolder folder = folder(name(user));
        try {
            return new Drop(on, folder.path(), folder.taken().size(), troubles.get(user.id()));
        } catch (IOException e) {
            throw new UncheckedIOException("the drop folder " + folder.path() + " cannot be read", e);
        }
    }

    /** Switches it on or off. Switching on what is on looks into the folder once more; off leaves all files there. */
    public Drop turn(User user, boolean on) throws JobFailure {
        DropFolder folder = folder(name(user));
        try {
            if (on) {
                folder.make();
            }
            DropTable.Kept kept = new DropTable.Kept(user.id(), name(user), on);
            database.write(tx -> {
                DropTable.put(tx, kept);
                return kept;
            });
            Files.writeString(Files.createDirectories(root).resolve(SWITCHED), "");
        } catch (IOException e) {
            throw new JobFailure(
                    "the drop folder " + folder.path() + " cannot be made: " + e,
                    "let the server write into " + root + ", then switch it on again");
        }
        troubles.remove(user.id());
        watchers.forEach(Runnable::run);
        return of(user);
    }

    /** Plain names as they are; others without what a disk may not hold, and with the user's number. */
    private static String name(User user) {
        String plain = user.name().replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.equals(user.name()) && !plain.startsWith(".")
                ? plain
                : plain.replaceFirst("^\\.+", "_") + "+" + user.id();
    }

    Path root() {
        return root;
    }

    DropFolder folder(String name) {
        return new DropFolder(root.resolve(name));
    }

    /** Of every user who has switched it on now, or had it on once. */
    List<DropTable.Kept> all() {
        return database.read(DropTable::all);
    }

    /** {@code watcher} is told after every change; it must return at once. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Takes down what is in the way, until the next switch or {@link #isWell}. */
    void trouble(UserId user, String sentence) {
        if (!sentence.equals(troubles.put(user, sentence))) {
            LOG.log(System.Logger.Level.WARNING, "drop folder of user " + user + ": " + sentence);
        }
    }

    void isWell(UserId user) {
        troubles.remove(user);
    }

    /** Forgets the setting of a user, and the folder with all in it. Inside the caller's step. */
    public void forget(Tx tx, UserId user) throws SQLException {
        Optional<DropTable.Kept> kept = DropTable.find(tx, user);
        if (kept.isPresent()) {
            delete(folder(kept.get().folder()).path());
            DropTable.delete(tx, user);
        }
        troubles.remove(user);
    }

    private static void delete(Path folder) {
        try {
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.walkFileTree(folder, new Deleting());
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the drop folder " + folder + " could not be deleted wholly", e);
        }
    }

    /** Deletes every file and then the folder; a link is deleted, not what it leads to. */
    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
