package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reprise.history.History;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Every report against a slow and obvious reading of the same random history. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SeedReportsTest {
    private static final long SEED = 1234;

    @Test
    void the_heat_map_is_a_count_by_weekday_and_hour_of_wall_time() {
        for (Case question : Case.all(SEED)) {
            ZoneId zone = question.random().number(2) == 0 ? null : ZoneId.of("Asia/Kolkata");
            History history = question.history();

            Heatmap map = Heatmap.of(history, question.range(), question.filter(), new Heatmap.Options(zone, true));

            Map<Integer, Long> cells = new HashMap<>();
            for (int play : question.timed()) {
                long at = history.at(play);
                ZonedDateTime wall = Instant.ofEpochSecond(at)
                        .atZone(zone == null ? history.zones().zoneAt(at) : zone);
                cells.merge((wall.getDayOfWeek().getValue() - 1) * 24 + wall.getHour(), 1L, Long::sum);
            }
            for (Heatmap.Cell cell : map.heatmap()) {
                long count = cells.getOrDefault(cell.weekday() * 24 + cell.hour(), 0L);
                assertThat(cell.count()).as(question.shown()).isEqualTo(count);
                assertThat(map.grid()
                                .get(cell.weekday())
                                .hours()
                                .get(cell.hour())
                                .count())
                        .isEqualTo(count);
                assertThat(cell.normalized())
                        .isCloseTo((double) count / map.summary().weeksInRange(), within(1e-9));
            }
            assertThat(map.totalScrobbles() + map.withoutTime())
                    .as(question.shown())
                    .isEqualTo(question.plays().size());
            assertThat(map.summary().peakCount())
                    .isEqualTo(cells.values().stream()
                            .mapToLong(count -> count)
                            .max()
                            .orElse(0));
            assertThat(map.weekdayTotals().stream()
                            .mapToLong(Heatmap.WeekdayTotal::count)
                            .sum())
                    .isEqualTo(map.totalScrobbles());
            assertThat(map.hourTotals().stream().mapToLong(Heatmap.Hour::count).sum())
                    .isEqualTo(map.totalScrobbles());
        }
    }

    @Test
    void what_is_new_is_new_against_the_whole_history() {
        for (Case question : Case.all(SEED + 1)) {
            Step step = question.random().oneOf(List.of(Step.values()));
            History history = question.history();

            Novelty novelty = Novelty.of(history, question.range(), question.filter(), step);

            Set<Integer> metItems = new HashSet<>();
            Set<Integer> metCreators = new HashSet<>();
            Map<String, long[]> expected = new TreeMap<>();
            Map<String, Set<Integer>> creators = new HashMap<>();
            for (int i = 0; i < history.size(); i++) {
                boolean dated = history.day(i) != History.NO_DAY;
                boolean placed = dated && question.plays().contains(i) && step.places(history.precision(i));
                String label = placed ? Slow.label(step, history, i) : "";
                long[] sums = expected.computeIfAbsent(label, any -> new long[3]);
                Set<Integer> seen = creators.computeIfAbsent(label, any -> new HashSet<>());
                sums[0]++;
                sums[1] += dated && metItems.add(history.item(i)) ? 1 : 0;
                for (int creator : RandomHistories.creators(history, i)) {
                    sums[2] += dated && metCreators.add(creator) ? 1 : 0;
                    seen.add(creator);
                }
            }
            expected.remove("");
            assertThat(novelty.timeline().stream().map(Novelty.Point::period).toList())
                    .as(question.shown())
                    .containsExactlyElementsOf(expected.keySet());
            for (Novelty.Point point : novelty.timeline()) {
                long[] sums = expected.getOrDefault(point.period(), new long[3]);
                int seen = creators.getOrDefault(point.period(), Set.of()).size();
                assertThat(point)
                        .as(question.shown())
                        .isEqualTo(new Novelty.Point(
                                point.period(),
                                sums[0],
                                sums[1],
                                sums[0] - sums[1],
                                sums[2],
                                seen - sums[2],
                                (double) sums[1] / sums[0]));
            }
            assertThat(novelty.summary().totalScrobbles())
                    .isEqualTo(question.plays().size());
            long found = novelty.timeline().stream()
                    .mapToLong(Novelty.Point::newArtists)
                    .sum();
            assertThat(novelty.newArtistsDiscovered().stream()
                            .filter(discovery -> !discovery.period().isEmpty())
                            .count())
                    .as(question.shown())
                    .isEqualTo(found);
            assertThat(novelty.newArtistsDiscovered())
                    .isSortedAccordingTo(java.util.Comparator.comparing(discovery ->
                            history.firstFrom(discovery.firstHeard().toEpochSecond() - 86_400)));
        }
    }

    @Test
    void transitions_go_forward_in_time_within_the_gap() {
        for (Case question : Case.all(SEED + 2)) {
            History history = question.history();
            boolean self = question.random().number(2) == 0;
            Transitions.Options options = new Transitions.Options(
                    30 + question.random().number(300), 1 + question.random().number(2), self);

            Transitions report = Transitions.of(history, question.range(), question.filter(), options);

            Map<String, Long> expected = new HashMap<>();
            long total = 0;
            List<Integer> timed = question.timed();
            for (int i = 1; i < timed.size(); i++) {
                long gap = history.at(timed.get(i)) - history.at(timed.get(i - 1));
                List<Integer> from = RandomHistories.creators(history, timed.get(i - 1));
                List<Integer> to = RandomHistories.creators(history, timed.get(i));
                boolean follows = gap > 0 && gap <= options.gapMinutes() * 60L && !from.isEmpty() && !to.isEmpty();
                if (follows && (self || !from.getFirst().equals(to.getFirst()))) {
                    expected.merge(
                            question.names().creatorName(from.getFirst()) + ">"
                                    + question.names().creatorName(to.getFirst()),
                            1L,
                            Long::sum);
                    total++;
                }
            }
            expected.values().removeIf(count -> count < options.minCount());
            Map<String, Long> told = new HashMap<>();
            report.transitions()
                    .forEach(transition ->
                            told.put(transition.fromArtist() + ">" + transition.toArtist(), transition.count()));
            assertThat(told).as(question.shown()).isEqualTo(expected);
            assertThat(report.summary().totalTransitions()).as(question.shown()).isEqualTo(total);
            assertThat(report.networkData().edges()).hasSameSizeAs(report.transitions());
            assertThat(report.networkData().nodes().stream()
                            .mapToLong(Transitions.Node::size)
                            .sum())
                    .isEqualTo(2
                            * expected.values().stream()
                                    .mapToLong(count -> count)
                                    .sum());
        }
    }

    @Test
    void diversity_follows_its_formulas() {
        for (Case question : Case.all(SEED + 3)) {
            Step step = question.random().oneOf(List.of(Step.values()));
            History history = question.history();

            Diversity report = Diversity.of(history, question.range(), question.filter(), step);

            Map<String, Map<Integer, Integer>> expected = new TreeMap<>();
            for (int play : question.plays()) {
                if (history.day(play) != History.NO_DAY && step.places(history.precision(play))) {
                    Map<Integer, Integer> artists =
                            expected.computeIfAbsent(Slow.label(step, history, play), any -> new HashMap<>());
                    RandomHistories.creators(history, play).forEach(creator -> artists.merge(creator, 1, Integer::sum));
                }
            }
            assertThat(report.timeline().stream().map(Diversity.Point::period).toList())
                    .as(question.shown())
                    .containsExactlyElementsOf(expected.keySet());
            for (Diversity.Point point : report.timeline()) {
                Map<Integer, Integer> artists = expected.getOrDefault(point.period(), Map.of());
                assertThat(point.uniqueArtists()).as(question.shown()).isEqualTo(artists.size());
                assertThat(point.shannonEntropy()).as(question.shown()).isCloseTo(entropy(artists), within(1e-9));
                assertThat(point.giniCoefficient()).as(question.shown()).isCloseTo(gini(artists), within(1e-9));
                double uniqueness = Math.min(1, artists.size() / (double) point.total());
                assertThat(point.diversityScore())
                        .isCloseTo(60 * Math.min(1, point.shannonEntropy() / 6.64) + 40 * uniqueness, within(1e-9));
            }
        }
    }

    private static double entropy(Map<Integer, Integer> artists) {
        double total = artists.values().stream().mapToInt(count -> count).sum();
        return artists.values().stream()
                .mapToDouble(count -> -count / total * Math.log(count / total) / Math.log(2))
                .sum();
    }

    /** Half of the mean difference between any two, over the mean. */
    private static double gini(Map<Integer, Integer> artists) {
        double differences = 0;
        double total = 0;
        for (int one : artists.values()) {
            total += one;
            for (int other : artists.values()) {
                differences += Math.abs(one - other);
            }
        }
        return total == 0 ? 0 : differences / (2 * artists.size() * total);
    }

    @Test
    void pages_of_artists_albums_and_tracks_hold_exactly_their_plays() {
        for (Case question : Case.all(SEED + 4)) {
            History history = question.history();
            for (Subject subject : Subject.values()) {
                if (subject.last(question.names()) == 0) {
                    continue;
                }
                int asked = 1 + question.random().number(subject.last(question.names()));
                int number = subject.canonical(question.names(), asked);
                List<Integer> plays = RandomHistories.plays(history, question.range(), Filter.SONGS).stream()
                        .filter(play ->
                                RandomHistories.numbers(history, play, subject).contains(number))
                        .toList();

                EntityPlays told = EntityPlays.of(history, question.range(), Filter.SONGS.with(subject, asked), 20);

                assertThat(told.plays()).as(question.shown()).isEqualTo(plays.size());
                assertThat(told.tracks()).isEqualTo((int)
                        plays.stream().map(history::item).distinct().count());
                Map<String, Long> days = new TreeMap<>();
                plays.stream()
                        .filter(play -> history.day(play) != History.NO_DAY && Step.DAY.places(history.precision(play)))
                        .forEach(play -> days.merge(
                                LocalDate.ofEpochDay(history.day(play)).toString(), 1L, Long::sum));
                assertThat(told.overTime().stream()
                                .map(day -> day.date() + day.count())
                                .toList())
                        .as(question.shown())
                        .isEqualTo(days.entrySet().stream()
                                .map(day -> day.getKey() + day.getValue())
                                .toList());
            }
        }
    }

    @Test
    void a_years_report_adds_up() {
        for (Case question : Case.all(SEED + 5)) {
            History history = question.history();
            List<Integer> plays = RandomHistories.plays(history, Range.ofYear(2024), question.filter());

            YearReport report = YearReport.of(history, 2024, question.filter());

            assertThat(report.overview().totalScrobbles()).as(question.shown()).isEqualTo(plays.size());
            assertThat(report.overview().totalTracks())
                    .isEqualTo(plays.stream().map(history::item).distinct().count());
            long known = plays.stream().mapToLong(history::seconds).sum();
            assertThat(report.overview().totalMinutes() - report.overview().estimatedMinutes())
                    .as(question.shown())
                    .isBetween(known / 60, known / 60 + 1);
            assertThat(report.overview().estimatedPlays())
                    .isLessThanOrEqualTo(plays.stream()
                            .filter(play -> history.seconds(play) == 0)
                            .count());
            if (report.overview().totalTracks() <= 50) {
                assertThat(report.topContent().topTracks().stream()
                                .mapToLong(YearReport.TopTrack::playCount)
                                .sum())
                        .as(question.shown())
                        .isEqualTo(plays.size());
            }
            long weekend = plays.stream()
                    .filter(history::hasTime)
                    .filter(play -> Math.floorMod(history.day(play) + 3, 7) >= 5)
                    .count();
            long timed = plays.stream().filter(history::hasTime).count();
            assertThat(report.listeningPatterns().weekendWarriorScore())
                    .as(question.shown())
                    .isCloseTo(timed == 0 ? 0 : 100.0 * weekend / timed, within(1e-9));
            assertThat(report.milestones().isEmpty()).isEqualTo(plays.isEmpty());
        }
    }
}
