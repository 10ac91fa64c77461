package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.ZoneHistory;
import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.media.MediaKind;
import io.reprise.scrobble.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class CountsTest {
    private static final long SEED = 53;

    @Test
    void counts_totals_and_years_agree_with_a_slow_count_of_every_play() {
        RandomHistories random = new RandomHistories(SEED);
        for (int round = 0; round < 1000; round++) {
            History history = random.next();
            Range range = random.range();
            Filter filter = random.filter();
            Step step = random.oneOf(List.of(Step.values()));
            List<Integer> plays = RandomHistories.plays(history, range, filter);

            Counts counts = Counts.of(history, range, filter, step);
            Totals totals = Totals.of(history, range, filter);

            String which = "seed %d round %d: %s by %s".formatted(SEED, round, range, step);
            assertThat(counts.buckets().stream().mapToLong(Counts.Bucket::plays).sum() + counts.unplaced())
                    .as(which)
                    .isEqualTo(plays.size());
            for (Counts.Bucket bucket : counts.buckets()) {
                assertThat(bucket.plays())
                        .as(which + " " + bucket)
                        .isEqualTo(plays.stream()
                                .filter(play -> places(history, play, bucket, step))
                                .count());
            }
            for (int i = 1; i < counts.buckets().size(); i++) {
                assertThat(counts.buckets().get(i).from())
                        .as(which)
                        .isEqualTo(counts.buckets().get(i - 1).to().plusDays(1));
            }
            check(totals, history, range, plays, which);
            Set<Integer> years = new TreeSet<>();
            RandomHistories.plays(history, Range.ALL, filter).stream()
                    .filter(play -> history.day(play) != History.NO_DAY)
                    .forEach(play ->
                            years.add(LocalDate.ofEpochDay(history.day(play)).getYear()));
            assertThat(Years.of(history, filter).years()).as(which).isEqualTo(new ArrayList<>(years).reversed());
        }
    }

    private static boolean places(History history, int play, Counts.Bucket bucket, Step step) {
        Precision coarsest = switch (step) {
            case DAY, WEEK -> Precision.DAY;
            case MONTH -> Precision.MONTH;
            case YEAR -> Precision.YEAR;
        };
        return history.day(play) != History.NO_DAY
                && history.precision(play).compareTo(coarsest) <= 0
                && Slow.label(step, history, play).equals(bucket.label());
    }

    private static void check(Totals totals, History history, Range range, List<Integer> plays, String which) {
        assertThat(totals.plays()).as(which).isEqualTo(plays.size());
        assertThat(totals.seconds())
                .as(which)
                .isEqualTo(plays.stream().mapToLong(history::seconds).sum());
        assertThat(totals.kinds().stream().mapToLong(Totals.OfKind::plays).sum())
                .as(which)
                .isEqualTo(plays.size());
        for (Subject subject : Subject.values()) {
            Set<Integer> met = new HashSet<>();
            plays.forEach(play -> met.addAll(RandomHistories.numbers(history, play, subject)));
            long fresh = met.stream()
                    .filter(number -> isNew(history, range, subject, number))
                    .count();
            assertThat(of(totals.played(), subject)).as(which).isEqualTo(met.size());
            assertThat(of(totals.firstMet(), subject))
                    .as(which + " first met " + subject)
                    .isEqualTo((int) fresh);
        }
        TreeSet<Integer> days = new TreeSet<>();
        plays.stream()
                .filter(play -> history.precision(play).compareTo(Precision.DAY) <= 0)
                .forEach(play -> days.add(history.day(play)));
        int streak = 0;
        while (!days.isEmpty() && days.contains(days.last() - streak)) {
            streak++;
        }
        assertThat(totals.days().active()).as(which).isEqualTo(days.size());
        assertThat(totals.days().streak()).as(which).isEqualTo(streak);
        assertThat(totals.days().longestStreak()).as(which).isGreaterThanOrEqualTo(streak);
    }

    private static boolean isNew(History history, Range range, Subject subject, int number) {
        for (int i = 0; i < history.size(); i++) {
            if (history.day(i) != History.NO_DAY
                    && RandomHistories.numbers(history, i, subject).contains(number)) {
                return range.holds(history.day(i), history.precision(i));
            }
        }
        return false;
    }

    private static int of(Totals.Met met, Subject subject) {
        return switch (subject) {
            case ITEM -> met.items();
            case CREATOR -> met.creators();
            case CONTAINER -> met.containers();
        };
    }

    @Test
    void a_day_is_the_users_day_where_the_clock_changed() {
        ZoneId madrid = ZoneId.of("Europe/Madrid");
        HistoryBuilder builder = new HistoryBuilder(madrid);
        builder.song("late", "x", "", Instant.parse("2024-03-30T22:59:59Z").getEpochSecond());
        builder.song("early", "x", "", Instant.parse("2024-03-30T23:00:00Z").getEpochSecond());
        builder.song(
                "last of the short day",
                "x",
                "",
                Instant.parse("2024-03-31T21:59:59Z").getEpochSecond());

        Counts counts = Counts.of(builder.build(), Range.ALL, Filter.NONE, Step.DAY);

        assertThat(counts.buckets().stream()
                        .map(bucket -> bucket.label() + " " + bucket.plays())
                        .toList())
                .containsExactly("2024-03-30 1", "2024-03-31 2");
    }

    @Test
    void what_had_no_play_is_there_with_nothing_and_steps_end_where_the_range_does() {
        History history = new HistoryBuilder(ZoneId.of("UTC"))
                .song("a", "x", "", Instant.parse("2024-02-29T12:00:00Z").getEpochSecond())
                .dated(Precision.MONTH, MediaKind.SONG, "b", "x", LocalDate.of(2024, 2, 1))
                .build();

        Counts counts = Counts.of(
                history, Range.of(LocalDate.of(2024, 1, 15), LocalDate.of(2024, 3, 2)), Filter.NONE, Step.MONTH);

        assertThat(counts.buckets())
                .containsExactly(
                        new Counts.Bucket("2024-01", LocalDate.of(2024, 1, 15), LocalDate.of(2024, 1, 31), 0, 0),
                        new Counts.Bucket("2024-02", LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29), 2, 0),
                        new Counts.Bucket("2024-03", LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 2), 0, 0));
        assertThat(Counts.of(history, Range.ofYear(2024), Filter.NONE, Step.DAY).unplaced())
                .isOne();
    }

    @Test
    void a_journey_over_the_date_line_puts_the_first_day_behind_the_first_play_and_the_last_before_the_last() {
        long noon = Instant.parse("2024-05-10T12:00:00Z").getEpochSecond();
        long year = 365L * 86_400;
        ZoneHistory there = ZoneHistory.of(ZoneId.of("Pacific/Kiritimati"))
                .moved(noon + 1, ZoneId.of("Pacific/Pago_Pago"))
                .moved(noon + year, ZoneId.of("Pacific/Kiritimati"))
                .moved(noon + year + 1, ZoneId.of("Pacific/Pago_Pago"));
        History history = new HistoryBuilder(there)
                .song("a", "A", "", noon)
                .song("b", "A", "", noon + 2)
                .song("c", "A", "", noon + year)
                .song("d", "A", "", noon + year + 2)
                .build();

        List<Counts.Bucket> days =
                Counts.of(history, Range.ALL, Filter.NONE, Step.DAY).buckets();

        assertThat(days.getFirst().from()).isEqualTo(LocalDate.of(2024, 5, 10));
        assertThat(days.getLast().to()).isEqualTo(LocalDate.of(2025, 5, 11));
        assertThat(days.stream().filter(day -> day.plays() > 0).count()).isEqualTo(4);
    }
}
