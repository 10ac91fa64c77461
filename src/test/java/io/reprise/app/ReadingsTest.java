package io.reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.UserId;
import io.reprise.adapters.listenbrainz.ListenFormat;
import io.reprise.catalog.Finder;
import io.reprise.scrobble.BulkIntake;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large history lies as a file in the data folder when a server has ended. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReadingsTest {
    private static final int PLAYS = 20_000;
    private static final long FIRST_SECOND = 1_500_000_000;

    @TempDir
    Path folder = Path.of("");

    private App open() {
        Map<Setting, String> flags = Map.of(Setting.DATA, folder.toString(), Setting.PORT, "0");
        return App.open(Config.read(flags, new Config.Surroundings(Map.of(), folder)), InstantSource.system());
    }

    private static void fill(App app, UserId user) throws Unreadable {
        BulkIntake bulk = app.library().intake().bulk(user, new Origin("test", "phone", ""), 1);
        for (int from = 0; from < PLAYS; from += BulkIntake.CHUNK_SUBMISSIONS_MAX) {
            var chunk = bulk.prepare(listens(from, Math.min(PLAYS, from + BulkIntake.CHUNK_SUBMISSIONS_MAX)));
            app.database().write(tx -> {
                app.library().aggregator().derive(tx, user, new Finder(user), bulk.append(tx, List.of(chunk)));
                return chunk;
            });
            bulk.committed(List.of(chunk));
        }
    }

    private static List<Submission> listens(int from, int to) throws Unreadable {
        List<Submission> listens = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String listen = "{\"listened_at\":" + (FIRST_SECOND + 300L * i)
                    + ",\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"Song " + i % 100 + "\"}}";
            listens.add(Submission.read(new ListenFormat(), listen.getBytes(StandardCharsets.UTF_8)));
        }
        return listens;
    }

    @Test
    void a_server_leaves_a_large_history_in_a_file_a_command_only_reads_it_and_its_user_takes_it_along()
            throws Exception {
        Path file;
        UserId ann;
        try (App app = open()) {
            ann = app.accounts()
                    .create("ann", "correct horse battery", ZoneOffset.UTC)
                    .id();
            fill(app, ann);
            assertThat(app.library().histories().of(ann).size()).isEqualTo(PLAYS);
            file = folder.resolve("readings").resolve(ann + ".columns");
        }
        assertThat(file).doesNotExist();

        try (App app = open()) {
            app.serve("nobody");
            app.library().histories().of(ann);
        }
        assertThat(file).exists();

        try (App app = open()) {
            app.database().write(tx -> tx.handle().execute("update item set title = 'Changed in the store'"));
            assertThat(app.library().histories().of(ann).names().title(1)).isEqualTo("Song 0");

            app.library().forgetting().forget(ann);

            assertThat(file).doesNotExist();
        }
    }
}
