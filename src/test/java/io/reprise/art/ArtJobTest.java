package io.reprise.art;

import static io.reprise.laws.Library.ADA;
import static io.reprise.laws.Library.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.catalog.Ledger;
import io.reprise.catalog.Ruling;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.http.GiveUp;
import io.reprise.job.Job;
import io.reprise.job.JobState;
import io.reprise.store.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The job that looks for pictures, against a source over real HTTP, on both stores. */
@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ArtJobTest {
    private static final int RED = 0xe00000;
    private static final int BLUE = 0x0000e0;
    private static final int GREEN = 0x00e000;
    private static final long ROOM = 64L << 20;
    private static final Ledger.Author ADA_SAYS = new Ledger.Author("ada", "I know it");

    @TempDir
    Path folder = Path.of("");

    private static byte[] red() {
        return Drawn.jpeg(120, 0xff1010);
    }

    private static byte[] blue() {
        return Drawn.jpeg(120, 0x1010ff);
    }

    private static byte[] green() {
        return Drawn.jpeg(120, 0x10ff10);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_album_shows_what_was_found_for_its_songs_and_songs_and_artists_show_the_album(Dialect dialect)
            throws Exception {
        try (ArtHouse house = new ArtHouse(dialect, folder, ROOM)) {
            house.plays("Says", "Nils Frahm", "Spaces", "GBAYE0000001", 1);
            house.plays("Hammers", "Nils Frahm", "Spaces", "GBAYE0000002", 2);
            house.plays("Other", "Somebody", "Elsewhere", "GBAYE0000003", 3);
            house.shelf.has("GBAYE0000002", red());

            assertThat(house.fetch()).isInstanceOf(JobState.Done.class);

            assertThat(house.colour(SubjectKind.CONTAINER, 1)).isEqualTo(RED);
            assertThat(house.colour(SubjectKind.ITEM, 1)).isEqualTo(RED);
            assertThat(house.colour(SubjectKind.CREATOR, 1)).isEqualTo(RED);
            assertThat(house.colour(SubjectKind.CONTAINER, 2)).isEqualTo(-1);
            assertThat(house.colour(SubjectKind.ITEM, 3)).isEqualTo(-1);
            Pictures.Credit credit = house.pictures
                    .credit(ADA, house.gallery(ADA), new Thing(SubjectKind.ITEM, 1))
                    .orElseThrow();
            assertThat(credit)
                    .isEqualTo(new Pictures.Credit("by shelf", "https://example.org/shelf/GBAYE0000002", false));
            assertThat(house.gallery(BEN).hash(new Thing(SubjectKind.CONTAINER, 1)))
                    .isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_artist_of_a_known_id_has_a_picture_of_its_own_until_the_id_is_taken_away(Dialect dialect) throws Exception {
        try (ArtHouse house = new ArtHouse(dialect, folder, ROOM)) {
            house.plays("Says", "Nils Frahm", "Spaces", "GBAYE0000001", 1);
            house.shelf.has("GBAYE0000001", red());
            house.shelf.has("a1", blue());
            Thing artist = new Thing(SubjectKind.CREATOR, 1);
            house.library.database.write(tx ->
                    house.library.ledger.decide(tx, ADA, artist, new Ruling.Link(ArtHouse.artist("a1")), ADA_SAYS));
            house.fetch();
            assertThat(house.colour(SubjectKind.CREATOR, 1)).isEqualTo(BLUE);

            house.library.database.write(tx ->
                    house.library.ledger.decide(tx, ADA, artist, new Ruling.Unlink(ArtHouse.artist("a1")), ADA_SAYS));
            house.fetch();
            assertThat(house.colour(SubjectKind.CREATOR, 1)).isEqualTo(RED);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nobody_is_asked_twice_until_what_was_told_expires(Dialect dialect) throws Exception {
        try (ArtHouse house = new ArtHouse(dialect, folder, ROOM)) {
            house.plays("Says", "Nils Frahm", "Spaces", "GBAYE0000001", 1);
            house.plays("Other", "Somebody", "Elsewhere", "GBAYE0000003", 3);
            house.shelf.has("GBAYE0000001", red());
            house.fetch();
            house.fetch();
            assertThat(house.shelf.asked).isEqualTo(2);
            assertThat(house.other.asked).isEqualTo(1);

            house.library.clock.advance(Search.NOTHING_LASTS.plusSeconds(1));
            house.shelf.has("GBAYE0000003", blue());
            house.shelf.has("GBAYE0000001", green());
            house.fetch();
            assertThat(house.colour(SubjectKind.CONTAINER, 2)).isEqualTo(BLUE);
            assertThat(house.colour(SubjectKind.CONTAINER, 1)).isEqualTo(RED);

            house.library.clock.advance(Search.FOUND_LASTS);
            house.fetch();
            assertThat(house.colour(SubjectKind.CONTAINER, 1)).isEqualTo(GREEN);
            house.shelf.paths.clear();
            house.library.clock.advance(Search.FOUND_LASTS.plusSeconds(1));
            house.fetch();
            assertThat(house.colour(SubjectKind.CONTAINER, 1)).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_lies_there_and_is_no_picture_counts_as_none_and_the_next_source_is_asked(Dialect dialect)
            throws Exception {
        try (ArtHouse house = new ArtHouse(dialect, folder, ROOM)) {
            house.plays("Says", "Nils Frahm", "Spaces", "GBAYE0000001", 1);
            house.shelf.has(
                    "GBAYE0000001",
                    "<html>Sign in to the network</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            house.other.has("GBAYE0000001", blue());

            assertThat(house.fetch())
                    .isInstanceOfSatisfying(
                            JobState.Done.class,
                            done -> assertThat(done.result())
                                    .contains("1 with a picture")
                                    .contains("Expected a JPEG"));
            assertThat(house.colour(SubjectKind.CONTAINER, 1)).isEqualTo(BLUE);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_source_that_is_away_is_left_in_peace_and_what_was_known_stays(Dialect dialect) throws Exception {
        try (ArtHouse house = new ArtHouse(dialect, folder, ROOM)) {
            for (int i = 1; i <= 9; i++) {
                house.plays("Song " + i, "Artist " + i, "Album " + i, "GBAYE000000" + i, i);
            }
            house.shelf.has("GBAYE0000001", red());
            house.fetch();
            assertThat(house.colour(SubjectKind.CONTAINER, 1)).isEqualTo(RED);
            house.library.clock.advance(Search.FOUND_LASTS.plusSeconds(1));
            house.shelf.failure = new GiveUp("the shelf is closed", 0);
            int before = house.shelf.asked;

            assertThat(house.fetch())
                    .isInstanceOfSatisfying(
                            JobState.Done.class,
                            done -> assertThat(done.result())
                                    .contains("9 to be asked again")
                                    .contains("the shelf is closed"));
            assertThat(house.shelf.asked - before).isEqualTo(3);
            assertThat(house.colour(SubjectKind.CONTAINER, 1)).isEqualTo(RED);
            house.shelf.failure = null;
            assertThat(house.fetch()).isInstanceOf(JobState.Done.class);
            assertThat(house.shelf.asked - before).isEqualTo(12);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_job_that_was_stopped_goes_on_where_it_was(Dialect dialect) throws Exception {
        try (ArtHouse house = new ArtHouse(dialect, folder, ROOM)) {
            for (int i = 1; i <= 6; i++) {
                house.plays("Song " + i, "Artist " + i, "Album " + i, "GBAYE000000" + i, i);
                house.shelf.has("GBAYE000000" + i, red());
            }
            CountDownLatch reached = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            house.shelf.whenAsked = () -> {
                if (house.shelf.asked == 4) {
                    reached.countDown();
                    await(goOn);
                }
            };
            Job job = house.curator.fetch(ADA, ArtJob.Argument.USUAL);
            reached.await();
            assertThat(house.worker.pause(ADA, job.id())).isTrue();
            goOn.countDown();
            while (!(house.worker.find(ADA, job.id()).orElseThrow().state() instanceof JobState.Paused)) {
                Thread.onSpinWait();
            }
            assertThat(house.shelf.asked).isEqualTo(4);

            assertThat(house.fetchAgain(job)).isInstanceOf(JobState.Done.class);

            assertThat(house.shelf.asked).isEqualTo(6);
            for (int i = 1; i <= 6; i++) {
                assertThat(house.colour(SubjectKind.CONTAINER, i)).isEqualTo(RED);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void no_more_is_fetched_than_was_asked_for_and_the_most_played_comes_first(Dialect dialect) throws Exception {
        try (ArtHouse house = new ArtHouse(dialect, folder, ROOM)) {
            for (int i = 1; i <= 30; i++) {
                house.plays("Song " + i, "Artist " + i, "Album " + i, "GBAYE00000%02d".formatted(i), i);
                house.shelf.has("GBAYE00000%02d".formatted(i), red());
            }
            house.plays("Song 30", "Artist 30", "Album 30", "GBAYE0000030", 31);
            assertThat(house.fetch(new ArtJob.Argument(1)))
                    .isInstanceOfSatisfying(
                            JobState.Done.class,
                            done -> assertThat(done.result()).contains("start it again"));
            assertThat(house.colour(SubjectKind.CONTAINER, 30)).isEqualTo(RED);
            assertThat(house.colour(SubjectKind.CONTAINER, 29)).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_cache_is_bounded_and_may_be_deleted_at_any_time(Dialect dialect) throws Exception {
        try (ArtHouse house = new ArtHouse(dialect, folder, 3_000)) {
            for (int i = 1; i <= 9; i++) {
                house.plays("Song " + i, "Artist " + i, "Album " + i, "GBAYE000000" + i, i);
                house.shelf.has("GBAYE000000" + i, Drawn.jpeg(70, 0x102030 * i));
            }
            assertThat(house.fetch())
                    .isInstanceOfSatisfying(
                            JobState.Done.class,
                            done -> assertThat(done.result()).contains("the cache is full"));
            assertThat(bytes()).isLessThan(3_000 + 8 * 1_000);
            house.pictures.files().trim();
            assertThat(bytes()).isBetween(1L, 3_000L);
        }
        try (ArtHouse house = new ArtHouse(dialect, folder, ROOM)) {
            house.plays("Says", "Nils Frahm", "Spaces", "GBAYE0000001", 1);
            house.shelf.has("GBAYE0000001", red());
            house.fetch();
            empty();
            assertThat(house.colour(SubjectKind.CONTAINER, 1)).isEqualTo(-1);
            house.fetch();
            assertThat(house.colour(SubjectKind.CONTAINER, 1)).isEqualTo(RED);
        }
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private void empty() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nothing_that_was_told_is_kept_longer_than_half_a_year(Dialect dialect) throws Exception {
        try (ArtHouse house = new ArtHouse(dialect, folder, ROOM)) {
            house.plays("Says", "Nils Frahm", "Spaces", "GBAYE0000001", 1);
            house.shelf.has("GBAYE0000001", red());
            house.fetch();
            house.library.clock.advance(ArtJob.KEPT_MAX.plusSeconds(1));
            house.shelf.failure = new GiveUp("closed for good", 0);
            house.fetch();
            assertThat(house.colour(SubjectKind.CONTAINER, 1)).isEqualTo(-1);
            assertThat(bytes()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_own_picture_goes_before_what_was_found_and_is_in_the_store(Dialect dialect) throws Exception {
        try (ArtHouse house = new ArtHouse(dialect, folder, ROOM)) {
            house.plays("Says", "Nils Frahm", "Spaces", "GBAYE0000001", 1);
            house.shelf.has("GBAYE0000001", red());
            house.fetch();
            Thing album = new Thing(SubjectKind.CONTAINER, 1);
            house.pictures.bring(ADA, album, blue());
            assertThat(house.colour(SubjectKind.CONTAINER, 1)).isEqualTo(BLUE);
            assertThat(house.colour(SubjectKind.ITEM, 1)).isEqualTo(BLUE);
            house.fetch();
            empty();
            assertThat(house.colour(SubjectKind.CONTAINER, 1)).isEqualTo(BLUE);

            house.fetch();
            assertThat(house.pictures.takeBack(ADA, album)).isTrue();
            assertThat(house.pictures.takeBack(ADA, album)).isFalse();
            assertThat(house.colour(SubjectKind.CONTAINER, 1)).isEqualTo(RED);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_is_merged_shows_the_own_picture_of_either(Dialect dialect) throws Exception {
        try (ArtHouse house = new ArtHouse(dialect, folder, ROOM)) {
            house.plays("Says", "Nils Frahm", "Spaces", "GBAYE0000001", 1);
            house.plays("Says", "N. Frahm", "Spaces (live)", "GBAYE0000002", 2);
            house.pictures.bring(ADA, new Thing(SubjectKind.CREATOR, 2), green());
            house.library.database.write(tx -> house.library.ledger.mergeAll(
                    tx, ADA, SubjectKind.CREATOR, List.of(new Ledger.Same(2, 1, ADA_SAYS))));
            house.pictures.bring(ADA, new Thing(SubjectKind.CONTAINER, 1), red());
            assertThat(house.colour(SubjectKind.CREATOR, 1)).isEqualTo(GREEN);
        }
    }
}
