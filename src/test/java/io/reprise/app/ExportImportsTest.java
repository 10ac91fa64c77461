package io.reprise.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.imports.ColumnMapping;
import io.reprise.imports.DateOrder;
import io.reprise.imports.Desk;
import io.reprise.imports.ImportRun;
import io.reprise.job.JobFailure;
import io.reprise.media.MediaKind;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole exports, brought into a store as the server does it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ExportImportsTest {
    private final Desk desk = new Desk(Stores.fresh(Dialect.SQLITE), Readers.payloads(), Readers.files());

    @AfterEach
    void close() {
        desk.close();
    }

    private static byte[] zipOf(String party) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Path fixture : ReadExport.fixtures()) {
                if (fixture.startsWith(ReadExport.FOLDER.resolve(party))) {
                    zip.putNextEntry(new ZipEntry("export/" + fixture.getFileName()));
                    zip.write(ReadExport.bytes(fixture));
                    zip.closeEntry();
                }
            }
        }
        return bytes.toByteArray();
    }

    private List<String> ratings() {
        return desk.database.read(tx -> tx.handle()
                .createQuery("select title || ' ' || told || ' ' || at from rating_event"
                        + " where user_id = :user order by number")
                .bind("user", Desk.ANNA.value())
                .mapTo(String.class)
                .list());
    }

    @Test
    void a_zip_of_letterboxd_is_films_seen_and_ratings_and_comes_in_once() throws Exception {
        ImportRun first = desk.bring("letterboxd.zip", zipOf("letterboxd"));
        List<String> plays = desk.plays();
        List<String> ratings = ratings();

        assertThat(plays)
                .hasSize(6)
                .anyMatch(play -> play.contains("Alien 0"))
                .as("the list of watched films tells the diary's film again")
                .filteredOn(play -> play.contains("Alien"))
                .hasSize(2);
        assertThat(plays.stream().filter(play -> play.endsWith("Alien 0"))).hasSize(1);
        assertThat(ratings).containsExactly("Alien 4.5 1767312000");
        assertThat(first.message()).contains("left out: a film of a list");

        ImportRun second = desk.bring("letterboxd.zip", zipOf("letterboxd"));
        assertThat(second.tally().fresh()).isZero();
        assertThat(desk.plays()).isEqualTo(plays);
        assertThat(ratings()).isEqualTo(ratings);
    }

    @Test
    void apples_daily_tracks_tell_the_artists_of_the_play_activity_beside_them() throws Exception {
        ImportRun run = desk.bring("apple.zip", zipOf("applemusic"));

        assertThat(run.message()).contains("left out: the play activity beside it tells the same to the second");
        List<String> songs = desk.database.read(tx -> tx.handle()
                .createQuery("select i.title || ' by ' || c.name from item i"
                        + " join credit r on r.user_id = i.user_id and r.item = i.number"
                        + " join creator c on c.user_id = r.user_id and c.number = r.creator"
                        + " where i.user_id = :user order by i.number")
                .bind("user", Desk.ANNA.value())
                .mapTo(String.class)
                .list());
        assertThat(songs).contains("Song by Artist", "Skipped by Artist", "Half by Jay - Zed");
    }

    @Test
    void the_statistics_of_koreader_are_pages_that_become_a_book_read(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("statistics.sqlite3");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("create table book (id integer primary key, title text, authors text, series text,"
                    + " md5 text, pages integer)");
            statement.execute("create table page_stat_data (id_book integer, page integer, start_time integer,"
                    + " duration integer, total_pages integer, unique (id_book, page, start_time))");
            statement.execute("insert into book values (1, 'A book', 'Anna Author', 'N/A', 'abc', 3)");
            statement.execute("insert into page_stat_data values (1, 1, 1767300000, 60, 3), (1, 2, 1767300060, 50, 3),"
                    + " (1, 3, 1767300110, 40, 3)");
        }
        byte[] bytes = Files.readAllBytes(file);
        desk.bring("statistics.sqlite3", bytes);

        assertThat(desk.plays()).hasSize(3);
        List<Integer> seconds = desk.database.read(tx -> tx.handle()
                .createQuery("select seconds from play where user_id = 1 and reason = 0")
                .mapTo(Integer.class)
                .list());
        assertThat(seconds).containsExactly(150);
        assertThat(desk.bring("statistics.sqlite3", bytes).tally().fresh()).isZero();
    }

    @Test
    void a_database_that_is_no_statistics_is_refused(@TempDir Path folder) throws IOException, SQLException {
        Path file = folder.resolve("other");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("create view page_stat_data as select 1 as page");
            statement.execute("create table book (id integer)");
        }
        byte[] whole = Files.readAllBytes(file);
        Path name = Path.of("statistics.sqlite3");

        assertThat(ReadExport.of(name, ReadExport.format(name, whole), whole).lines)
                .singleElement()
                .asString()
                .contains("expected the tables book and page_stat_data");
        byte[] broken = Arrays.copyOf(whole, 600);
        assertThat(ReadExport.of(name, ReadExport.format(name, whole), broken).lines)
                .singleElement()
                .asString()
                .startsWith("refused: the database could not be read");
    }

    @Test
    void a_list_of_feeds_is_told_to_be_one() throws JobFailure {
        ImportRun run = desk.bring("feeds.opml", "<opml version=\"2.0\"><body/></opml>");

        assertThat(run.tally().refused()).isOne();
        assertThat(desk.plays()).isEmpty();
    }

    @Test
    void a_file_of_nothing_known_says_what_is_understood() {
        assertThatThrownBy(() -> desk.bring("notes.csv", "a,b\n1,2\n"))
                .isInstanceOf(JobFailure.class)
                .hasMessageContaining("holds no history");
    }

    @Test
    void a_mapping_is_the_same_after_it_was_written_down() {
        ColumnMapping mapping = ColumnMapping.guess(List.of("Artist Name", "Track", "Date"), DateOrder.DAY_FIRST)
                .orElseThrow();

        assertThat(ColumnMapping.ofLine(mapping.line())).isEqualTo(mapping);
        assertThat(mapping.kind()).isEqualTo(MediaKind.SONG);
        assertThat(mapping.columns())
                .isEqualTo(Map.of(
                        ColumnMapping.Meaning.ARTIST, "Artist Name",
                        ColumnMapping.Meaning.TITLE, "Track",
                        ColumnMapping.Meaning.WHEN, "Date"));
        assertThat(ColumnMapping.guess(List.of("title", "artist"), DateOrder.DAY_FIRST))
                .isEmpty();
        assertThat(ColumnMapping.guess(List.of("date", "note"), DateOrder.DAY_FIRST))
                .isEmpty();
        assertThatThrownBy(() -> ColumnMapping.ofLine("song")).isInstanceOf(IllegalArgumentException.class);
    }
}
