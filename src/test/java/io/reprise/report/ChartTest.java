package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.media.Fold;
import io.reprise.media.MediaKind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ChartTest {
    private static final long SEED = 20_240_229;

    @Test
    void every_chart_agrees_with_a_slow_count_of_every_play() {
        RandomHistories random = new RandomHistories(SEED);
        for (int round = 0; round < 1500; round++) {
            History history = random.next();
            Range range = random.range();
            Filter filter = random.filter();
            Subject subject = random.oneOf(List.of(Subject.values()));
            Measure measure = random.oneOf(List.of(Measure.values()));
            int limit = 1 + random.number(6);
            int offset = random.number(4);

            Chart chart = Chart.of(history, range, filter, new Chart.Ask(subject, measure, limit, offset));

            List<String> expected = slow(history, range, filter, subject, measure);
            assertThat(chart.size()).as("seed %d round %d", SEED, round).isEqualTo(expected.size());
            assertThat(chart.rows().stream().map(ChartTest::shown).toList())
                    .as("seed %d round %d: %s %s", SEED, round, range, filter)
                    .isEqualTo(expected.stream().skip(offset).limit(limit).toList());
        }
    }

    private static String shown(Chart.Row row) {
        return row.rank() + " " + row.what().number() + " " + row.what().name() + " " + row.plays() + " "
                + row.seconds();
    }

    private record Row(int number, String name, long plays, long seconds, long value) {}

    private static List<String> slow(History history, Range range, Filter filter, Subject subject, Measure measure) {
        Map<Integer, long[]> sums = new TreeMap<>();
        for (int play : RandomHistories.plays(history, range, filter)) {
            for (int number : RandomHistories.numbers(history, play, subject)) {
                long[] sum = sums.computeIfAbsent(number, any -> new long[2]);
                sum[0]++;
                sum[1] += history.seconds(play);
            }
        }
        List<Row> order = new ArrayList<>();
        sums.forEach((number, sum) -> order.add(
                new Row(number, subject.name(history.names(), number), sum[0], sum[1], sum[measure.ordinal()])));
        order.removeIf(row -> row.value() == 0);
        order.sort(Comparator.<Row>comparingLong(row -> -row.value()).thenComparing(row -> Fold.fold(row.name())));
        List<String> rows = new ArrayList<>();
        for (Row row : order) {
            long above =
                    order.stream().filter(other -> other.value() > row.value()).count();
            rows.add((above + 1) + " " + row.number() + " " + row.name() + " " + row.plays() + " " + row.seconds());
        }
        return rows;
    }

    @Test
    void the_plays_of_all_items_add_up_to_the_plays_in_the_range() {
        RandomHistories random = new RandomHistories(SEED + 1);
        for (int round = 0; round < 500; round++) {
            History history = random.next();
            Range range = random.range();
            Filter filter = random.filter();

            Chart chart = Chart.of(history, range, filter, Chart.Ask.top(Subject.ITEM, Chart.ROWS_MAX));

            int plays = RandomHistories.plays(history, range, filter).size();
            assertThat(chart.plays()).as("seed %d round %d", SEED + 1, round).isEqualTo(plays);
            assertThat(chart.rows().stream().mapToLong(Chart.Row::plays).sum()).isEqualTo(plays);
            assertThat(chart.rows().stream().mapToDouble(Chart.Row::share).sum())
                    .isCloseTo(plays == 0 ? 0 : 1, within());
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    @Test
    void equal_counts_share_a_rank_and_stand_by_name() {
        HistoryBuilder builder = new HistoryBuilder(ZoneId.of("UTC"));
        List.of("b", "b", "a", "a", "Ä", "Ä", "Ä", "c").forEach(title -> builder.song(title, "x", "", 1_700_000_000));

        Chart chart = Chart.of(builder.build(), Range.ALL, Filter.NONE, Chart.Ask.top(Subject.ITEM, 10));

        assertThat(chart.rows().stream()
                        .map(row -> row.rank() + row.what().name())
                        .toList())
                .containsExactly("1Ä", "2a", "2b", "4c");
    }

    @Test
    void a_song_of_two_creators_counts_for_both_and_once_in_the_total() {
        History history = new HistoryBuilder(ZoneId.of("UTC"))
                .song("Under Pressure", "Queen & David Bowie", "", 1_700_000_000)
                .build();

        Chart chart = Chart.of(history, Range.ALL, Filter.of(MediaKind.SONG), Chart.Ask.top(Subject.CREATOR, 10));

        assertThat(chart.plays()).isOne();
        assertThat(chart.rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.share()).isOne());
    }

    @Test
    void two_credited_creators_that_were_merged_into_one_count_once() {
        History history = new HistoryBuilder(ZoneId.of("UTC"))
                .song("a", "Prince & Prince (artist)", "", 1_700_000_000)
                .mergeCreators("Prince (artist)", "Prince")
                .build();

        Chart chart = Chart.of(history, Range.ALL, Filter.NONE, Chart.Ask.top(Subject.CREATOR, 10));

        assertThat(chart.rows()).singleElement().satisfies(row -> {
            assertThat(row.what().name()).isEqualTo("Prince");
            assertThat(row.plays()).isOne();
        });
    }

    @Test
    void absurdly_many_seconds_are_still_added_up_exactly() {
        HistoryBuilder builder = new HistoryBuilder(ZoneId.of("UTC"));
        for (int i = 0; i < 600; i++) {
            builder.play(MediaKind.SONG, "a", "x", "", 1_700_000_000, Integer.MAX_VALUE);
        }

        Chart chart = Chart.of(builder.build(), Range.ALL, Filter.NONE, Chart.Ask.top(Subject.ITEM, 10));

        assertThat(chart.seconds()).isEqualTo(600L * Integer.MAX_VALUE);
        assertThat(chart.rows()).allSatisfy(row -> assertThat(row.seconds()).isEqualTo(600L * Integer.MAX_VALUE));
    }

    @Test
    void a_history_without_plays_has_an_empty_chart() {
        History history = new HistoryBuilder(ZoneId.of("UTC")).build();

        assertThat(Chart.of(history, Range.ALL, Filter.NONE, Chart.Ask.top(Subject.CREATOR, 10))
                        .rows())
                .isEmpty();
    }

    @Test
    void a_chart_refuses_limits_it_cannot_keep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.Ask.top(Subject.ITEM, 0))
                .withMessageContaining("1 to 1000");
        assertThatIllegalArgumentException().isThrownBy(() -> new Chart.Ask(Subject.ITEM, Measure.PLAYS, 10, -1));
    }
}
