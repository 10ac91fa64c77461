package io.reprise.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Copies a SQLite store while it is in use: one consistent state of it, packed, checked, on disk under its name only
 * when all of that is done. Refuses to overwrite. PostgreSQL has tools of its own for this, which the refusal names.
 */
public final class Backup {
    private Backup() {}

    /** Copies the store at {@code from} into the file {@code to}; answers how many bytes that are. */
    public static long copy(DatabaseAddress from, Path to) {
        return switch (from) {
            case DatabaseAddress.SqliteFile file -> copyFile(file, to.toAbsolutePath());
            case DatabaseAddress.PostgresqlUrl url ->
                throw new StoreFailure("the store is on PostgreSQL, which is not backed up from here: use"
                        + " `pg_dump --format=custom --file=FILE DATABASE` for all of it, or `reprise export` for the"
                        + " history of one user");
        };
    }

    private static long copyFile(DatabaseAddress.SqliteFile from, Path to) {
        if (!Files.exists(from.file())) {
            throw new StoreFailure("there is no store at " + from.file() + " to back up");
        }
        refuseTaken(to);
        Path part = to.resolveSibling(
                to.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            Files.deleteIfExists(part);
            vacuumInto(from, part);
            check(part);
            sync(part);
            Files.move(part, to);
            syncFolder(to);
            return Files.size(to);
        } catch (FileAlreadyExistsException e) {
            throw new StoreFailure(taken(to), e);
        } catch (IOException e) {
            throw new StoreFailure("the backup " + to + " could not be written: " + e, e);
        } finally {
            delete(part);
        }
    }

    private static void refuseTaken(Path to) {
        if (Files.exists(to)) {
            throw new StoreFailure(taken(to));
        }
        Path folder = to.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StoreFailure("there is no folder " + folder + " for the backup; make it first");
        }
    }

    private static String taken(Path to) {
        return to + " is there already and is not overwritten; name a file that is not there";
    }

    private static void vacuumInto(DatabaseAddress.SqliteFile from, Path part) {
        try (Connection connection = new Connections(from).migrating().getConnection();
                PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
            vacuum.setString(1, part.toString());
            vacuum.execute();
        } catch (SQLException e) {
            throw new StoreFailure("the store could not be copied to " + part + ": " + e.getMessage(), e);
        }
    }

    private static void check(Path part) {
        try (Connection connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + part);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma integrity_check(1)")) {
            String found = row.next() ? row.getString(1) : "nothing";
            if (!"ok".equals(found)) {
                throw new StoreFailure("the copy is not sound, so it was thrown away; the check said: " + found);
            }
        } catch (SQLException e) {
            throw new StoreFailure("the copy could not be checked, so it was thrown away: " + e.getMessage(), e);
        }
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** So that the name is on disk, too. */
    private static void syncFolder(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            sync(folder);
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            System.getLogger("reprise.store")
                    .log(System.Logger.Level.WARNING, "the unfinished copy " + part + " could not be deleted", e);
        }
    }
}
