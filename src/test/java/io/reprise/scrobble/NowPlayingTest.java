package io.reprise.scrobble;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.SettableClock;
import io.reprise.account.UserId;
import io.reprise.media.Credit;
import io.reprise.media.Mention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class NowPlayingTest {
    private static final UserId ANNA = new UserId(1);
    private static final UserId BERT = new UserId(2);
    private static final Origin PHONE = new Origin("listenbrainz", "Pano Scrobbler", "anna");
    private static final Origin DESK = new Origin("lastfm", "mpdas", "anna");
    private final SettableClock clock = SettableClock.at("2026-03-04T20:00:00Z");
    private final NowPlaying playing = new NowPlaying(clock);

    /** A format that nothing is decoded with. */
    private static final class Unused implements Format {
        @Override
        public int code() {
            return 99;
        }

        @Override
        public String word() {
            return "unused";
        }

        @Override
        public Told decode(byte[] payload) throws Unreadable {
            throw new Unreadable("unused");
        }
    }

    private static Submission song(String title, @Nullable Integer seconds) {
        Mention song = new Mention.Song(title, Credit.of("Ärtist", "artist"), null, null, seconds, List.of());
        return new Submission(new Unused(), new byte[0], Told.played(song, Times.NOW));
    }

    private List<String> titles(UserId user) {
        return playing.of(user).stream()
                .map(each -> each.told().mention().title())
                .toList();
    }

    @Test
    void what_an_origin_plays_takes_the_place_of_what_it_played_before() {
        playing.set(ANNA, PHONE, song("one", null));
        playing.set(ANNA, PHONE, song("two", null));
        assertThat(titles(ANNA)).containsExactly("two");
    }

    @Test
    void every_origin_plays_for_itself_and_the_one_begun_last_comes_first() {
        playing.set(ANNA, PHONE, song("one", null));
        clock.advance(Duration.ofSeconds(5));
        playing.set(ANNA, DESK, song("two", null));
        assertThat(titles(ANNA)).containsExactly("two", "one");
    }

    @Test
    void nobody_sees_or_clears_what_another_plays() {
        playing.set(ANNA, PHONE, song("one", null));
        assertThat(titles(BERT)).isEmpty();
        assertThat(playing.clear(BERT, PHONE)).isFalse();
        assertThat(titles(ANNA)).containsExactly("one");
    }

    @Test
    void it_is_forgotten_when_the_song_has_ended() {
        playing.set(ANNA, PHONE, song("one", 100));
        clock.advance(Duration.ofSeconds(99));
        assertThat(titles(ANNA)).containsExactly("one");
        clock.advance(Duration.ofSeconds(1));
        assertThat(titles(ANNA)).isEmpty();
    }

    @Test
    void without_a_length_it_is_forgotten_after_ten_minutes() {
        playing.set(ANNA, PHONE, song("one", null));
        clock.advance(Duration.ofSeconds(599));
        assertThat(titles(ANNA)).containsExactly("one");
        clock.advance(Duration.ofSeconds(1));
        assertThat(titles(ANNA)).isEmpty();
    }

    @Test
    void however_long_the_song_it_is_forgotten_after_a_day() {
        playing.set(ANNA, PHONE, song("one", Integer.MAX_VALUE));
        clock.advance(Duration.ofDays(1));
        assertThat(titles(ANNA)).isEmpty();
    }

    @Test
    void told_again_it_is_renewed_and_still_began_when_it_was_first_told() {
        Playing first = playing.set(ANNA, PHONE, song("one", 100));
        clock.advance(Duration.ofSeconds(90));
        Playing again = playing.set(ANNA, PHONE, song("ONE", 100));
        assertThat(again.since()).isEqualTo(first.since());
        assertThat(again.until()).isEqualTo(first.until() + 90);
    }

    @Test
    void an_origin_can_be_cleared_once() {
        playing.set(ANNA, PHONE, song("one", null));
        assertThat(playing.clear(ANNA, PHONE)).isTrue();
        assertThat(playing.clear(ANNA, PHONE)).isFalse();
        assertThat(titles(ANNA)).isEmpty();
    }

    @Test
    void a_user_has_a_bounded_number_of_origins_and_the_one_begun_first_goes() {
        for (int i = 0; i <= NowPlaying.ORIGINS_MAX; i++) {
            playing.set(ANNA, new Origin("listenbrainz", "client " + i, "anna"), song("song " + i, null));
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(titles(ANNA)).hasSize(NowPlaying.ORIGINS_MAX).doesNotContain("song 0");
    }

    @Test
    void a_watcher_is_told_of_every_change_until_it_is_closed() {
        List<Integer> seen = new ArrayList<>();
        NowPlaying.Watch watch =
                playing.watch(ANNA, now -> seen.add(now.size())).orElseThrow();
        playing.set(BERT, PHONE, song("not hers", null));
        playing.set(ANNA, PHONE, song("one", null));
        playing.set(ANNA, DESK, song("two", null));
        playing.clear(ANNA, DESK);
        playing.clear(ANNA, DESK);
        assertThat(seen).containsExactly(1, 2, 1);
        watch.close();
        watch.close();
        playing.set(ANNA, PHONE, song("three", null));
        assertThat(seen).hasSize(3);
    }

    @Test
    void a_user_is_watched_by_a_bounded_number_and_a_place_becomes_free_again() {
        List<NowPlaying.Watch> watches = new ArrayList<>();
        for (int i = 0; i < NowPlaying.WATCHES_MAX; i++) {
            watches.add(playing.watch(ANNA, now -> {}).orElseThrow());
        }
        assertThat(playing.watch(ANNA, now -> {})).isEmpty();
        watches.getFirst().close();
        assertThat(playing.watch(ANNA, now -> {})).isPresent();
    }
}
