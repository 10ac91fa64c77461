package io.reprise.history;

import static io.reprise.laws.Library.ADA;

import io.reprise.account.UserId;
import io.reprise.laws.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of files of columns, for tests: what is changed behind the back in the store tells what was read from it.
 */
final class SnapshotFolder {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final String FROM_FILE = "Says";
    static final String FROM_STORE = "Changed in the store";
    /** As many seconds every play has there; nobody told any. */
    static final int IN_STORE = 77;

    private final Path folder;

    SnapshotFolder(Path folder) {
        this.folder = folder;
    }

    Histories kept(Library library, int playsMin) {
        return new Histories(
                library.database, library.log, library::calendar, new Keeping(1L << 20, Optional.of(folder), playsMin));
    }

    static void play(Library library, UserId user, String title, int minute) {
        library.live(user, "phone", "title=" + title + ";artist=A;at=" + NOON.plusSeconds(60L * minute));
    }

    /** A library with one play of Says, in a file; in the store that title has changed since, unnoticed. */
    void keep(Library library) {
        play(library, ADA, FROM_FILE, 0);
        write(library, ADA);
        changeBehindTheBack(library, ADA);
    }

    void write(Library library, UserId user) {
        try (Histories histories = kept(library, 1)) {
            histories.start();
            histories.of(user);
        }
    }

    static void changeBehindTheBack(Library library, UserId user) {
        library.database.write(tx -> {
            tx.handle().execute("update item set title = ? where user_id = ? and number = 1", FROM_STORE, user.value());
            return tx.handle().execute("update play set seconds = ? where user_id = ?", IN_STORE, user.value());
        });
    }

    List<String> titles(Library library, UserId user) {
        History history = kept(library, 1).of(user);
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            titles.add(history.names().title(history.item(i)));
        }
        return titles;
    }

    Path file(UserId user) {
        return folder.resolve(user + ".columns");
    }

    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
