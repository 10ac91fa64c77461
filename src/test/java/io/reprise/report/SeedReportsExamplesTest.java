package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.reprise.account.WeekStart;
import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.media.MediaKind;
import io.reprise.scrobble.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SeedReportsExamplesTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 31);

    private static long at(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    /** Madrid over the change to summer time on 31 March 2024; Low was heard before, in 2023. */
    private static History madrid() {
        return new HistoryBuilder(ZoneId.of("Europe/Madrid"))
                .song("Heroes", "David Bowie", "Low", at("2023-06-01T10:00:00Z"))
                .play(MediaKind.SONG, "Heroes", "David Bowie", "Low", at("2024-03-31T00:59:00Z"), 360)
                .play(MediaKind.SONG, "Creep", "Radiohead", "Pablo Honey", at("2024-03-31T01:05:00Z"), 240)
                .song("Creep", "Radiohead", "Pablo Honey", at("2024-03-31T01:09:00Z"))
                .song("Heroes", "David Bowie", "Low", at("2024-03-31T12:00:00Z"))
                .dated(Precision.MONTH, MediaKind.SONG, "Creep", "Radiohead", LocalDate.of(2024, 2, 29))
                .undated(MediaKind.SONG, "Airbag", "Radiohead")
                .play(MediaKind.FILM, "Alien", "", "", at("2024-01-05T20:00:00Z"), 7000)
                .build();
    }

    @Test
    void stats_count_songs_of_all_time_unless_asked_otherwise() {
        StatsReport songs = StatsReport.of(madrid(), Filter.SONGS);

        assertThat(songs.totalScrobbles()).isEqualTo(7);
        assertThat(songs.topArtists().stream()
                        .map(artist -> artist.name() + artist.count())
                        .toList())
                .containsExactly("Radiohead4", "David Bowie3");
        assertThat(songs.topTracks().getFirst())
                .extracting(Tops.Track::artist, Tops.Track::track)
                .containsExactly("Radiohead", "Creep");
        assertThat(StatsReport.of(madrid(), Filter.of(MediaKind.FILM)).totalScrobbles())
                .isOne();
        assertThat(StatsReport.of(madrid(), Filter.NONE).totalScrobbles()).isEqualTo(8);
    }

    @Test
    void a_periods_stats_and_report_use_the_users_days() {
        PeriodStats day =
                PeriodStats.of(madrid(), Period.parse("today", new Period.Now(TODAY, WeekStart.MONDAY)), Filter.SONGS);
        PeriodReport month = PeriodReport.of(
                madrid(), Period.parse("2024-03", new Period.Now(TODAY, WeekStart.MONDAY)), Filter.SONGS);
        PeriodReport all = PeriodReport.of(madrid(), Period.ALL, Filter.SONGS);

        assertThat(day.period()).isEqualTo("today");
        assertThat(day.periodScrobbles()).isEqualTo(4);
        assertThat(day.topAlbums()).extracting(Tops.Album::album).containsExactly("Low", "Pablo Honey");
        assertThat(month.totalScrobbles()).isEqualTo(4);
        assertThat(month.startDate()).isEqualTo(OffsetDateTime.parse("2024-03-01T00:00:00+01:00"));
        assertThat(month.endDate()).isEqualTo(OffsetDateTime.parse("2024-03-31T23:59:59+02:00"));
        assertThat(all.startDate()).isEqualTo(OffsetDateTime.parse("2023-06-01T00:00:00+02:00"));
        assertThat(PeriodReport.of(new HistoryBuilder(ZoneId.of("UTC")).build(), Period.ALL, Filter.SONGS)
                        .startDate())
                .isNull();
    }

    @Test
    void the_pulse_has_every_day() {
        assertThat(Pulse.of(madrid(), Range.of(LocalDate.of(2024, 3, 30), TODAY), Filter.SONGS)
                        .days())
                .containsExactly(new Pulse.Day("2024-03-30", 0), new Pulse.Day("2024-03-31", 4));
    }

    @Test
    void an_hour_that_the_clock_skipped_has_no_plays() {
        Heatmap map = Heatmap.of(madrid(), Range.of(TODAY, TODAY), Filter.SONGS, Heatmap.Options.PLAIN);

        assertThat(map.hourTotals().stream()
                        .filter(hour -> hour.count() > 0)
                        .map(Heatmap.Hour::hour)
                        .toList())
                .containsExactly(1, 3, 14);
        assertThat(map.peakDay()).isEqualTo(new Heatmap.PeakDay(6, 4));
        assertThat(map.weekdayTotals().get(6).name()).isEqualTo("Sunday");
    }

    @Test
    void a_track_heard_before_the_range_is_not_new_in_it() {
        Novelty novelty = Novelty.of(madrid(), Range.ofYear(2024), Filter.SONGS, Step.WEEK);

        assertThat(novelty.timeline()).containsExactly(new Novelty.Point("2024-W13", 4, 0, 4, 0, 2, 0));
        assertThat(novelty.newArtistsDiscovered()).singleElement().satisfies(discovery -> {
            assertThat(discovery.artist()).isEqualTo("Radiohead");
            assertThat(discovery.firstHeard()).isEqualTo(OffsetDateTime.parse("2024-02-01T00:00:00+01:00"));
            assertThat(discovery.totalPlays()).isEqualTo(3);
        });
        assertThat(novelty.topComfortTracks())
                .extracting(Novelty.Comfort::track)
                .containsExactly("Creep", "Heroes");
    }

    @Test
    void one_artist_leads_to_the_next_within_the_gap() {
        Transitions report = Transitions.of(madrid(), Range.ALL, Filter.SONGS, new Transitions.Options(45, 1, false));

        assertThat(report.transitions())
                .containsExactly(new Transitions.Transition("David Bowie", "Radiohead", 1, 100));
        assertThat(report.summary().avgTransitionsPerSession()).isEqualTo(1);
        assertThat(Transitions.of(madrid(), Range.ALL, Filter.SONGS, Transitions.Options.PLAIN)
                        .transitions())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Transitions.Options(0, 1, false))
                .withMessageContaining("minutes");
    }

    @Test
    void four_artists_equally_often_are_two_bits_and_no_inequality() {
        assertThat(Diversity.entropy(new int[] {10, 10, 10, 10})).isCloseTo(2, within(1e-12));
        assertThat(Diversity.gini(new int[] {10, 10, 10})).isCloseTo(0, within(1e-12));
        assertThat(Diversity.gini(new int[] {90, 5, 5})).isGreaterThan(0.4);
        assertThat(Diversity.entropy(new int[0])).isZero();
        assertThat(Diversity.gini(new int[0])).isZero();
    }

    @Test
    void a_year_is_told_with_real_minutes_and_marks_what_it_guessed() {
        YearReport report = YearReport.of(madrid(), 2024, Filter.SONGS);

        assertThat(report.overview())
                .isEqualTo(new YearReport.Overview(5, 2, 2, 2, 25, 15, 3, 5 / 366.0, "2024-03", "2024-03-31"));
        assertThat(report.listeningPatterns()).isEqualTo(new YearReport.ListeningPatterns(3, 6, 10, 5, 75, 0, 100));
        assertThat(report.discoveries().newArtists()).isOne();
        assertThat(report.discoveries().firstArtist())
                .isEqualTo(new YearReport.FirstPlay(
                        "Radiohead", "Creep", OffsetDateTime.parse("2024-02-01T00:00:00+01:00")));
        assertThat(report.diversity().artistLoyalty()).isCloseTo(60, within(1e-9));
        assertThat(report.milestones())
                .extracting(YearReport.Milestone::title)
                .contains("Constant companion", "The fullest day");
        assertThat(YearReport.of(madrid(), 2020, Filter.SONGS).milestones()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YearReport.of(madrid(), 1969, Filter.SONGS))
                .withMessageContaining("1970");
    }

    @Test
    void names_in_addresses_find_what_they_mean() {
        History history = madrid();
        int artist = Lookup.creator(history, Filter.SONGS, " david  BOWIE").orElseThrow();
        int album = Lookup.container(history, Filter.SONGS, "radiohead", "pablo honey")
                .orElseThrow();
        int track = Lookup.item(history, Filter.SONGS, "Radiohead", "creep").orElseThrow();

        ArtistReport.Stats bowie = ArtistReport.of(history, artist, Range.ALL, Filter.SONGS)
                .orElseThrow()
                .stats();
        AlbumReport pablo =
                AlbumReport.of(history, album, Range.ALL, Filter.SONGS).orElseThrow();
        TrackReport creep =
                TrackReport.of(history, track, Range.ALL, Filter.SONGS).orElseThrow();

        assertThat(bowie)
                .isEqualTo(new ArtistReport.Stats(
                        "David Bowie", 3, 1, 1, at("2023-06-01T10:00:00Z"), at("2024-03-31T12:00:00Z")));
        assertThat(pablo.stats().totalScrobbles()).isEqualTo(2);
        assertThat(pablo.topTracks()).extracting(Tops.Track::track).containsExactly("Creep");
        assertThat(creep.stats().totalScrobbles()).isEqualTo(3);
        assertThat(creep.scrobblesOverTime()).isEqualTo(List.of(new DayCount("2024-03-31", 2)));
        assertThat(Lookup.creator(history, Filter.SONGS, "nobody")).isEmpty();
        assertThat(Lookup.item(history, Filter.of(MediaKind.BOOK), "Radiohead", "creep"))
                .isEmpty();
        assertThat(ArtistReport.of(history, 99, Range.ALL, Filter.SONGS)).isEmpty();
    }
}
