package io.reprise.play;

import static io.reprise.laws.Library.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.account.ZoneHistory;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.laws.Library;
import io.reprise.store.Dialect;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RulesTest {
    private static final String SAYS = "title=Says;artist=Nils Frahm;length=480";
    private static final Ledger.Author AUTHOR = new Ledger.Author("ada", "a test");
    private final Library library = new Library(Dialect.SQLITE);

    @AfterEach
    void close() {
        library.close();
    }

    private void tell(String client, String... lines) {
        library.live(ADA, client, lines);
    }

    private List<String> reasons() {
        return library.database.read(tx -> tx.handle()
                .createQuery("select reason from play where user_id = 1 order by number")
                .map((row, context) -> Reason.ofCode(row.getInt(1)).word())
                .list());
    }

    @Test
    void two_different_songs_in_one_second_both_count() {
        tell("phone", "title=One;artist=A;at=2026-01-01T10:00:00Z", "title=Two;artist=A;at=2026-01-01T10:00:00Z");

        assertThat(reasons()).containsExactly("counted", "counted");
    }

    @Test
    void a_song_on_repeat_counts_each_time() {
        tell(
                "phone",
                SAYS + ";at=2026-01-01T10:00:00Z",
                SAYS + ";at=2026-01-01T10:08:00Z",
                SAYS + ";at=2026-01-01T10:16:00Z");

        assertThat(library.totals(ADA)).containsEntry("Nils Frahm - Says", 3);
    }

    @Test
    void a_song_on_repeat_told_by_two_origins_pairs_off_one_to_one() {
        tell(
                "phone",
                SAYS + ";at=2026-01-01T10:00:00Z",
                SAYS + ";at=2026-01-01T10:08:00Z",
                SAYS + ";at=2026-01-01T10:16:00Z");
        tell("server", SAYS + ";at=2026-01-01T10:00:04Z", SAYS + ";at=2026-01-01T10:08:05Z");

        assertThat(library.totals(ADA)).containsEntry("Nils Frahm - Says", 3);
        assertThat(reasons()).filteredOn("duplicate"::equals).hasSize(2);
    }

    @Test
    void one_origin_tells_the_start_and_another_the_end() {
        tell("phone", SAYS + ";at=2026-01-01T10:00:00Z");
        tell("spotify", "title=Says;artist=Nils Frahm;spent=470;end=2026-01-01T10:08:00Z");

        assertThat(library.totals(ADA)).containsEntry("Nils Frahm - Says", 1);
    }

    @Test
    void a_clock_that_stamps_the_end_as_the_start_is_seen_through() {
        tell("phone", SAYS + ";at=2026-01-01T10:00:00Z");
        tell("mpdscribble", SAYS + ";at=2026-01-01T10:08:02Z");

        assertThat(library.totals(ADA)).containsEntry("Nils Frahm - Says", 1);
    }

    @Test
    void the_release_and_the_case_of_a_name_make_no_other_song() {
        tell("phone", "title=Says;artist=Nils Frahm;album=Spaces;at=2026-01-01T10:00:00Z");
        tell("server", "title=says;artist=NILS  FRAHM;at=2026-01-01T10:00:05Z");

        assertThat(library.totals(ADA)).containsExactly(Map.entry("Nils Frahm - Says", 1));
    }

    @Test
    void a_play_known_to_the_day_is_the_one_of_that_day_told_by_another() {
        tell("diary", "kind=film;title=Past Lives;day=2026-01-01");
        tell("jellyfin", "kind=film;title=Past Lives;verb=finish;end=2026-01-01T22:10:00Z");
        tell("diary", "kind=film;title=Past Lives;day=2026-01-02");

        assertThat(reasons()).containsExactly("duplicate", "counted", "counted");
    }

    @Test
    void an_undated_play_is_the_one_that_another_origin_knows_the_date_of() {
        String book = "kind=book;title=Piranesi;artist=Susanna Clarke;";
        tell("goodreads", book + "undated=1");
        tell("koreader", book + "verb=finish;end=2026-01-01T22:10:00Z");

        assertThat(reasons()).containsExactly("duplicate", "counted");
    }

    @Test
    void undated_plays_count_where_the_other_origin_tells_of_fewer() {
        String book = "kind=book;title=Piranesi;artist=Susanna Clarke;";
        tell("koreader", book + "verb=finish;end=2026-01-01T22:10:00Z");
        tell("goodreads", book + "undated=1;id=a", book + "undated=1;id=b");
        assertThat(reasons()).containsExactly("counted", "counted", "counted");

        tell("koreader", book + "verb=finish;end=2026-05-01T22:10:00Z");
        assertThat(reasons()).containsExactly("counted", "duplicate", "duplicate", "counted");
    }

    @Test
    void undated_plays_of_two_origins_are_as_many_as_the_one_with_more_tells() {
        String book = "kind=book;title=Piranesi;artist=Susanna Clarke;";
        tell("goodreads", book + "undated=1;id=a", book + "undated=1;id=b");
        tell("storygraph", book + "undated=1;id=c");

        assertThat(reasons()).filteredOn("counted"::equals).hasSize(2);
    }

    @Test
    void pieces_of_one_viewing_are_one_play() {
        String film = "kind=film;title=Past Lives;length=6360;";
        tell(
                "jellyfin",
                film + "verb=start;end=2026-01-01T20:00:00Z",
                film + "verb=progress;position=3000;end=2026-01-01T20:50:00Z",
                film + "verb=stop;position=6200;end=2026-01-01T21:50:00Z",
                film + "verb=finish;end=2026-01-01T21:50:01Z");

        assertThat(reasons()).containsExactly("piece", "piece", "counted", "piece");
        assertThat(library.history(ADA).seconds(0)).isEqualTo(6360);
    }

    @Test
    void what_was_broken_off_skipped_or_only_started_is_kept_and_does_not_count() {
        tell("phone", SAYS + ";verb=stop;position=100;end=2026-01-01T10:00:00Z");
        tell("phone", SAYS + ";verb=skip;position=20;end=2026-01-02T10:00:00Z");
        tell("phone", SAYS + ";verb=start;end=2026-01-03T10:00:00Z");

        assertThat(reasons()).containsExactly("unfinished", "skipped", "started");
        assertThat(library.totals(ADA)).isEmpty();
    }

    @Test
    void a_song_counts_from_half_of_it_or_four_minutes_on() {
        tell("phone", "title=Short;artist=A;length=200;verb=stop;position=100;end=2026-01-01T10:00:00Z");
        tell("phone", "title=Long;artist=A;length=2000;verb=stop;position=240;end=2026-01-01T11:00:00Z");
        tell("phone", "title=Less;artist=A;length=2000;verb=stop;position=239;end=2026-01-01T12:00:00Z");

        assertThat(reasons()).containsExactly("counted", "counted", "unfinished");
    }

    @Test
    void a_finish_and_a_finish_a_whole_song_later_are_two_plays() {
        String song = "title=Loop;artist=A;length=180;verb=finish;";
        tell("phone", song + "end=2026-01-01T10:03:00Z", song + "end=2026-01-01T10:06:00Z");

        assertThat(reasons()).containsExactly("counted", "counted");
    }

    @Test
    void a_removed_play_takes_its_duplicates_with_it_and_comes_back_with_them() {
        tell("phone", SAYS + ";at=2026-01-01T10:00:00Z");
        tell("server", SAYS + ";at=2026-01-01T10:00:04Z");

        long decision = library.removal.remove(ADA, 1, AUTHOR);
        assertThat(library.totals(ADA)).isEmpty();
        assertThat(reasons()).containsExactly("removed", "duplicate");

        library.removal.undo(ADA, decision, AUTHOR);
        assertThat(library.totals(ADA)).containsEntry("Nils Frahm - Says", 1);
    }

    @Test
    void a_removed_play_stays_removed_when_its_scrobble_is_sent_again() {
        tell("phone", SAYS + ";at=2026-01-01T10:00:00Z");
        library.removal.remove(ADA, 1, AUTHOR);

        tell("phone", SAYS + ";at=2026-01-01T10:00:00Z");

        assertThat(library.totals(ADA)).isEmpty();
    }

    @Test
    void a_duplicate_can_be_told_to_count() {
        tell("phone", SAYS + ";at=2026-01-01T10:00:00Z");
        tell("server", SAYS + ";at=2026-01-01T10:00:04Z");

        library.removal.keep(ADA, 2, AUTHOR);

        assertThat(library.totals(ADA)).containsEntry("Nils Frahm - Says", 2);
    }

    @Test
    void a_number_that_was_never_given_cannot_be_removed() {
        assertThatThrownBy(() -> library.removal.remove(ADA, 77, AUTHOR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("77");
    }

    @Test
    void a_day_is_the_users_own_and_moving_house_does_not_rewrite_it() {
        library.zones.put(
                ADA, ZoneHistory.of(ZoneId.of("Europe/Berlin")).moved(1_767_225_600L, ZoneId.of("Asia/Kolkata")));
        tell("phone", "title=Before;artist=A;at=2025-06-30T22:30:00Z", "title=After;artist=A;at=2026-05-31T18:29:59Z");

        assertThat(library.history(ADA).day(0))
                .isEqualTo((int) java.time.LocalDate.parse("2025-07-01").toEpochDay());
        assertThat(library.history(ADA).day(1))
                .isEqualTo((int) java.time.LocalDate.parse("2026-05-31").toEpochDay());
    }

    @Test
    void a_play_of_an_unknown_date_counts_on_no_day() {
        tell("goodreads", "kind=book;title=Piranesi;artist=Susanna Clarke;undated=1");
        tell("phone", "kind=book;title=Another;artist=Susanna Clarke;at=2026-01-01T10:00:00Z");

        assertThat(reasons()).containsExactly("counted", "counted");
        assertThat(library.history(ADA).day(0)).isEqualTo(Play.NO_DAY);
    }

    @Test
    void a_credit_that_names_more_creators_replaces_the_one_before() {
        tell("web", "title=Duet;artist=A feat. B;at=2026-01-01T10:00:00Z");
        tell("navidrome", "title=Duet;artist=A feat. B;artists=A|B;at=2026-01-02T10:00:00Z");
        tell("web", "title=Duet;artist=A feat. B;at=2026-01-03T10:00:00Z");

        assertThat(library.totals(ADA)).containsExactly(Map.entry("A, B - Duet", 3));
    }
}
