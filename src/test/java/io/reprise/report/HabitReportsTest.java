package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The reports of habits against slow and obvious readings of random histories. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SuppressWarnings("NullAway") // its maps are asked only for what was put into them
final class HabitReportsTest {
    private static final long SEED = 1301;
    private static final String ALL_ROWS = "1000";

    /** Sessions as lists of plays: a play joins the session of one before it that ended no longer ago than the gap. */
    private static List<List<Integer>> sessions(Case question, int gapMinutes) {
        History history = question.history();
        List<List<Integer>> sessions = new ArrayList<>();
        for (int play : question.timed()) {
            boolean joins = !sessions.isEmpty()
                    && sessions.getLast().stream()
                            .anyMatch(other -> history.at(play) - end(history, other) <= gapMinutes * 60L);
            if (!joins) {
                sessions.add(new ArrayList<>());
            }
            sessions.getLast().add(play);
        }
        return sessions;
    }

    private static long end(History history, int play) {
        return history.at(play) + history.seconds(play);
    }

    private static long lasts(History history, List<Integer> session) {
        return session.stream().mapToLong(play -> end(history, play)).max().orElseThrow()
                - history.at(session.getFirst());
    }

    @Test
    void sessions_end_where_nothing_begins_for_longer_than_the_gap() {
        for (Case question : Case.all(SEED)) {
            History history = question.history();
            int gap = 1 + question.random().number(60);

            Answer answer =
                    question.ask(new Sessions(), Map.of("gap_minutes", Integer.toString(gap), "limit", ALL_ROWS));

            List<List<Integer>> sessions = sessions(question, gap);
            Map<String, Long> hours = new HashMap<>();
            for (List<Integer> session : sessions) {
                long at = history.at(session.getFirst());
                int hour = Instant.ofEpochSecond(at)
                        .atOffset(ZoneOffset.ofTotalSeconds(history.zones().offsetAt(at)))
                        .getHour();
                hours.merge(hour < 10 ? "0" + hour : "" + hour, 1L, Long::sum);
            }
            for (List<Cell> row : Slow.rows(answer, "hours")) {
                assertThat(row.get(1))
                        .as(question.shown())
                        .isEqualTo(Cell.count(hours.getOrDefault(((Cell.Text) row.getFirst()).value(), 0L)));
            }
            sessions.sort(Comparator.comparingLong(session -> -lasts(history, session)));
            List<List<Cell>> rows = new ArrayList<>();
            for (List<Integer> session : sessions) {
                Map<Integer, Integer> leads = new TreeMap<>();
                session.forEach(play -> leads.merge(lead(history, play), 1, Integer::sum));
                leads.remove(0);
                List<Integer> ranked = Slow.ranked(question.names(), Subject.CREATOR, leads.keySet(), leads::get);
                rows.add(List.of(
                        Cell.at(history, session.getFirst()),
                        Cell.span(lasts(history, session)),
                        Cell.count(session.size()),
                        Cell.count(
                                session.stream().map(history::item).distinct().count()),
                        ranked.isEmpty()
                                ? Cell.NOTHING
                                : Cell.thing(question.names(), Subject.CREATOR, ranked.getFirst())));
            }
            assertThat(Slow.rows(answer, "longest")).as(question.shown()).isEqualTo(rows);
        }
    }

    private static int lead(History history, int play) {
        List<Integer> creators = RandomHistories.creators(history, play);
        return creators.isEmpty() ? 0 : creators.getFirst();
    }

    @Test
    void a_comeback_follows_enough_plays_and_a_long_time_away() {
        int found = 0;
        for (Case question : Case.all(SEED + 1)) {
            History history = question.history();
            Subject subject = question.random().oneOf(List.of(Subject.values()));
            int gap = 2 + question.random().number(20);
            int atLeast = 1 + question.random().number(3);

            Answer answer = question.ask(
                    new Comebacks(),
                    Map.of(
                            "subject",
                            subject.word(),
                            "gap_days",
                            Integer.toString(gap),
                            "min_plays",
                            Integer.toString(atLeast),
                            "limit",
                            ALL_ROWS));

            List<List<Cell>> rows = new ArrayList<>();
            Map<Integer, List<Integer>> things =
                    Slow.byThing(history, Slow.daysOf(history, Slow.everything(question)), subject);
            things.forEach((thing, plays) -> {
                for (int at = atLeast; at < plays.size(); at++) {
                    LocalDate left = LocalDate.ofEpochDay(history.day(plays.get(at - 1)));
                    LocalDate back = LocalDate.ofEpochDay(history.day(plays.get(at)));
                    if (!back.isBefore(left.plusDays(gap)) && question.plays().contains(plays.get(at))) {
                        rows.add(List.of(
                                Cell.thing(question.names(), subject, thing),
                                Cell.count(back.toEpochDay() - left.toEpochDay()),
                                new Cell.Day(left),
                                new Cell.Day(back),
                                Cell.count(at),
                                Cell.count(plays.size() - at)));
                    }
                }
            });
            rows.sort(Comparator.comparingLong(row -> -((Cell.Count) row.get(1)).value()));
            assertThat(Slow.rows(answer, "comebacks")).as(question.shown()).isEqualTo(rows);
            found += rows.size();
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void a_rabbit_hole_is_a_run_or_a_day_of_one_creator() {
        int found = 0;
        for (Case question : Case.all(SEED + 2)) {
            History history = question.history();
            int atLeast = 2 + question.random().number(3);
            int share = 51 + question.random().number(50);

            Answer answer = question.ask(
                    new RabbitHoles(),
                    Map.of(
                            "min_plays",
                            Integer.toString(atLeast),
                            "share_percent",
                            Integer.toString(share),
                            "limit",
                            ALL_ROWS));

            List<List<Cell>> rows = new ArrayList<>();
            for (List<Integer> run : runs(question.timed(), play -> lead(history, play))) {
                int creator = lead(history, run.getFirst());
                if (creator != 0 && run.size() >= atLeast) {
                    rows.add(List.of(
                            Cell.thing(question.names(), Subject.CREATOR, creator),
                            Cell.count(run.size()),
                            Cell.at(history, run.getFirst()),
                            Cell.at(history, run.getLast())));
                }
            }
            rows.sort(Comparator.comparingLong(row -> -((Cell.Count) row.get(1)).value()));
            assertThat(Slow.rows(answer, "runs")).as(question.shown()).isEqualTo(rows);
            List<List<Cell>> days = daysTaken(question, atLeast, share);
            Slow.same(Slow.rows(answer, "days"), days, question.shown());
            found += days.size();
        }
        assertThat(found).isGreaterThan(50);
    }

    private static List<List<Integer>> runs(List<Integer> plays, java.util.function.IntUnaryOperator of) {
        List<List<Integer>> runs = new ArrayList<>();
        for (int play : plays) {
            if (runs.isEmpty() || of.applyAsInt(runs.getLast().getFirst()) != of.applyAsInt(play)) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(play);
        }
        return runs;
    }

    private static List<List<Cell>> daysTaken(Case question, int atLeast, int share) {
        History history = question.history();
        Map<Integer, List<Integer>> byDay = new TreeMap<>();
        Slow.daysOf(history, question.plays())
                .forEach(play -> byDay.computeIfAbsent(history.day(play), any -> new ArrayList<>())
                        .add(play));
        List<List<Cell>> rows = new ArrayList<>();
        byDay.forEach((day, plays) -> {
            Map<Integer, Integer> leads = new TreeMap<>();
            plays.forEach(play -> leads.merge(lead(history, play), 1, Integer::sum));
            leads.remove(0);
            leads.forEach((creator, count) -> {
                if (count >= atLeast && 100 * count >= share * plays.size()) {
                    rows.add(List.of(
                            Cell.day(day),
                            Cell.thing(question.names(), Subject.CREATOR, creator),
                            Cell.count(count),
                            new Cell.Share((double) count / plays.size())));
                }
            });
        });
        rows.sort(Comparator.comparingLong(row -> -((Cell.Count) row.get(2)).value()));
        return rows;
    }

    @Test
    void on_repeat_is_one_item_in_a_row_or_on_a_day() {
        for (Case question : Case.all(SEED + 3)) {
            History history = question.history();

            Answer answer = question.ask(new OnRepeat(), Map.of("times", "2", "limit", ALL_ROWS));

            List<List<Cell>> rows = new ArrayList<>();
            for (List<Integer> run : runs(question.timed(), history::item)) {
                if (run.size() > 1) {
                    rows.add(List.of(
                            Cell.thing(question.names(), Subject.ITEM, history.item(run.getFirst())),
                            Cell.count(run.size()),
                            Cell.at(history, run.getFirst()),
                            Cell.at(history, run.getLast())));
                }
            }
            rows.sort(Comparator.comparingLong(row -> -((Cell.Count) row.get(1)).value()));
            assertThat(Slow.rows(answer, "in_a_row")).as(question.shown()).isEqualTo(rows);
            Map<List<Integer>, Integer> counts = new HashMap<>();
            Slow.daysOf(history, question.plays())
                    .forEach(play -> counts.merge(List.of(history.item(play), history.day(play)), 1, Integer::sum));
            Set<List<Cell>> days = new HashSet<>();
            counts.forEach((key, count) -> {
                if (count > 1) {
                    days.add(List.of(
                            Cell.thing(question.names(), Subject.ITEM, key.getFirst()),
                            Cell.count(count),
                            Cell.day(key.getLast())));
                }
            });
            assertThat(Slow.rows(answer, "on_a_day"))
                    .as(question.shown())
                    .containsExactlyInAnyOrderElementsOf(days)
                    .isSortedAccordingTo(Comparator.comparingLong(row -> -((Cell.Count) row.get(1)).value()));
        }
    }

    @Test
    void creators_go_together_by_their_sessions_against_chance() {
        int found = 0;
        for (Case question : Case.all(SEED + 4)) {
            Names names = question.names();

            Answer answer = question.ask(
                    new HeardTogether(), Map.of("min_sessions", "2", "gap_minutes", "50", "limit", ALL_ROWS));

            List<Set<Integer>> sessions = new ArrayList<>();
            for (List<Integer> session : sessions(question, 50)) {
                Set<Integer> creators = new TreeSet<>();
                session.forEach(play -> creators.addAll(RandomHistories.creators(question.history(), play)));
                sessions.add(creators);
            }
            Set<List<Object>> pairs = new HashSet<>();
            for (int one = 1; one <= names.lastCreator(); one++) {
                for (int other = one + 1; other <= names.lastCreator(); other++) {
                    Set<Integer> both = Set.of(one, other);
                    double together = count(sessions, both);
                    if (together >= 2) {
                        double lift = together
                                / sessions.size()
                                / ((double) count(sessions, Set.of(one)) / sessions.size())
                                / ((double) count(sessions, Set.of(other)) / sessions.size());
                        pairs.add(List.of(both, (long) together, Math.round(lift * 1e6)));
                    }
                }
            }
            Set<List<Object>> told = new HashSet<>();
            for (List<Cell> row : Slow.rows(answer, "pairs")) {
                told.add(List.of(
                        Set.of(
                                ((Cell.Thing) row.get(0)).value().number(),
                                ((Cell.Thing) row.get(1)).value().number()),
                        ((Cell.Count) row.get(2)).value(),
                        Math.round(((Cell.Decimal) row.get(3)).value() * 1e6)));
            }
            assertThat(told).as(question.shown()).isEqualTo(pairs);
            assertThat(Slow.rows(answer, "pairs"))
                    .isSortedAccordingTo(Comparator.comparingDouble(row -> -((Cell.Decimal) row.get(3)).value()));
            found += pairs.size();
        }
        assertThat(found).isGreaterThan(100);
    }

    private static long count(List<Set<Integer>> sessions, Set<Integer> creators) {
        return sessions.stream()
                .filter(session -> session.containsAll(creators))
                .count();
    }

    @Test
    void sources_are_the_labels_of_the_origins_over_time() {
        for (Case question : Case.all(SEED + 5)) {
            History history = question.history();
            Step step = question.random().oneOf(List.of(Step.values()));

            Answer answer = question.ask(new Sources(), Map.of("step", step.word()));

            Map<String, List<Integer>> bySource = new TreeMap<>();
            Map<List<String>, Long> bySteps = new HashMap<>();
            for (int play : question.plays()) {
                String source = history.origins().get(history.origin(play)).label();
                bySource.computeIfAbsent(source, any -> new ArrayList<>()).add(play);
                if (history.day(play) != History.NO_DAY && step.places(history.precision(play))) {
                    bySteps.merge(List.of(Slow.label(step, history, play), source), 1L, Long::sum);
                }
            }
            List<List<Cell>> rows = new ArrayList<>();
            bySource.forEach((source, plays) -> rows.add(List.of(
                    Cell.text(source),
                    Cell.count(plays.size()),
                    new Cell.Share((double) plays.size() / question.plays().size()),
                    Cell.span(plays.stream().mapToLong(history::seconds).sum()),
                    Cell.at(history, plays.getFirst()),
                    Cell.at(history, plays.getLast()))));
            rows.sort(Comparator.comparingLong(row -> -((Cell.Count) row.get(1)).value()));
            Slow.same(Slow.rows(answer, "sources"), rows, question.shown());
            Map<List<String>, Long> told = new HashMap<>();
            Slow.rows(answer, "steps")
                    .forEach(row -> told.put(
                            List.of(((Cell.Text) row.get(0)).value(), ((Cell.Text) row.get(1)).value()),
                            ((Cell.Count) row.get(2)).value()));
            assertThat(told).as(question.shown()).isEqualTo(bySteps);
        }
    }
}
