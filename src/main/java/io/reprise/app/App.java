package io.reprise.app;

import io.reprise.account.Accounts;
import io.reprise.http.Door;
import io.reprise.http.Json;
import io.reprise.http.WebServer;
import io.reprise.http.WebSettings;
import io.reprise.store.Database;
import io.reprise.store.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * All long-lived things, made and wired in one place. {@link #open} opens the store and the rooms over it, which is all
 * that a command on the data folder needs; {@link #serve} listens as well. {@link #close} ends what was begun, in reverse.
 */
public final class App implements AutoCloseable {
    private final Config config;
    private final SecureRandom random = new SecureRandom();
    private final JsonMapper mapper = Json.mapper();
    private final Database database;
    private final Accounts accounts;
    private Optional<WebServer> server = Optional.empty();

    private App(Config config, InstantSource clock) {
        this.config = config;
        this.database = Database.open(config.database());
        this.accounts = new Accounts(database, clock, random);
    }

    /** Makes the data folder where it is missing, and opens the store in it. */
    public static App open(Config config, InstantSource clock) {
        makeFolder(config.data());
        if (config.database() instanceof DatabaseAddress.SqliteFile sqlite) {
            makeFolder(sqlite.file().toAbsolutePath().getParent());
        }
        return new App(config, clock);
    }

    /** Only its owner may look into a folder made here: it holds a person's history, and keys. */
    private static void makeFolder(@Nullable Path folder) {
        try {
            if (folder != null && !Files.isDirectory(folder)) {
                boolean posix =
                        folder.getFileSystem().supportedFileAttributeViews().contains("posix");
                Files.createDirectories(folder);
                if (posix) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be made", e);
        }
    }

    public Accounts accounts() {
        return accounts;
    }

    public Database database() {
        return database;
    }

    public JsonMapper mapper() {
        return mapper;
    }

    /** Listens. On a first start there is a user to be shown, once. */
    public Welcome serve(String systemName) {
        WebServer started = new WebServer(
                new WebSettings(
                        config.web().host(), config.web().port(), config.web().bodyBytesMax()),
                mapper,
                doors());
        server = Optional.of(started);
        started.start();
        String address = "http://" + Addresses.shown(config.web().host()) + ":" + started.port() + "/";
        Optional<String> first = FirstUser.make(accounts, random, systemName).map(user -> user.shown(address));
        return new Welcome(address, first);
    }

    /** What to print when requests are answered. */
    public record Welcome(String address, Optional<String> firstUser) {}

    /** Every door of the house; a new one is added here. */
    private List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        doors.add(new Alive(database));
        return doors;
    }

    @Override
    public void close() {
        server.ifPresent(WebServer::close);
        database.close();
    }
}
