package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The reports of discovery against slow and obvious readings of random histories. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SuppressWarnings("NullAway") // its maps are asked only for what was put into them
final class DiscoveryReportsTest {
    private static final long SEED = 1201;
    private static final List<Subject> SUBJECTS = List.of(Subject.values());

    @Test
    void what_was_met_stayed_where_it_was_played_again_later() {
        Set<String> fates = new HashSet<>();
        for (Case question : Case.all(SEED)) {
            History history = question.history();
            Subject subject = question.random().oneOf(SUBJECTS);
            int days = 1 + question.random().number(30);

            Answer answer = question.ask(
                    new Met(), Map.of("subject", subject.word(), "days", Integer.toString(days), "limit", "1000"));

            List<Integer> dated = IntStream.range(0, history.size())
                    .filter(play -> history.day(play) != History.NO_DAY)
                    .boxed()
                    .toList();
            Map<Integer, List<Integer>> ever = Slow.byThing(history, dated, subject);
            Map<Integer, List<Integer>> asked = Slow.byThing(history, question.plays(), subject);
            Set<Integer> inRange = new HashSet<>(RandomHistories.plays(history, question.range(), Filter.NONE));
            Map<Integer, List<Integer>> known =
                    Slow.byThing(history, Slow.daysOf(history, Slow.everything(question)), subject);
            List<Integer> met = Slow.ranked(question.names(), subject, asked.keySet(), number -> {
                boolean isNew = ever.containsKey(number)
                        && inRange.contains(ever.get(number).getFirst());
                return isNew ? asked.get(number).size() : 0;
            });
            List<List<Cell>> rows = new ArrayList<>();
            for (int number : met) {
                int first = ever.get(number).getFirst();
                LocalDate due = LocalDate.ofEpochDay(history.day(first)).plusDays(days);
                LocalDate last = known.getOrDefault(number, List.of()).stream()
                        .map(play -> LocalDate.ofEpochDay(history.day(play)))
                        .max(LocalDate::compareTo)
                        .orElse(LocalDate.MIN);
                String fate = !Slow.isDay(history, first)
                        ? "not known"
                        : !last.isBefore(due) ? "stayed" : Slow.TODAY.isBefore(due) ? "too early to tell" : "passed";
                fates.add(fate);
                rows.add(List.of(
                        Cell.thing(question.names(), subject, number),
                        Cell.at(history, first),
                        Cell.count(asked.get(number).size()),
                        last.equals(LocalDate.MIN) ? Cell.NOTHING : new Cell.Day(last),
                        Cell.text(fate)));
            }
            assertThat(answer.sheets().getFirst().rows()).as(question.shown()).isEqualTo(rows);
            assertThat(Slow.figure(answer, "met")).isEqualTo(Cell.count(rows.size()));
        }
        assertThat(fates).hasSize(4);
    }

    /** Plays of a question by step and creator. */
    private static TreeMap<String, Map<Integer, Integer>> vectors(Case question, Step step) {
        History history = question.history();
        TreeMap<String, Map<Integer, Integer>> found = new TreeMap<>();
        for (int play : question.plays()) {
            if (history.day(play) != History.NO_DAY && step.places(history.precision(play))) {
                String label = Slow.label(step, history, play);
                Map<Integer, Integer> vector = found.computeIfAbsent(label, any -> new HashMap<>());
                vector.merge(0, 1, Integer::sum);
                RandomHistories.creators(history, play).forEach(creator -> vector.merge(creator, 1, Integer::sum));
            }
        }
        return found;
    }

    private static Cell cosine(Map<Integer, Integer> one, Map<Integer, Integer> other) {
        double product = 0;
        double squares = 0;
        double otherSquares = 0;
        Set<Integer> all = new HashSet<>(one.keySet());
        all.addAll(other.keySet());
        all.remove(0);
        for (int creator : all) {
            double a = one.getOrDefault(creator, 0);
            double b = other.getOrDefault(creator, 0);
            product += a * b;
            squares += a * a;
            otherSquares += b * b;
        }
        return squares == 0 || otherSquares == 0
                ? Cell.NOTHING
                : new Cell.Share(product / Math.sqrt(squares) / Math.sqrt(otherSquares));
    }

    @Test
    void drift_is_the_cosine_between_the_creators_of_two_steps() {
        for (Case question : Case.all(SEED + 1)) {
            Step step = question.random().oneOf(List.of(Step.values()));

            Answer answer = question.ask(new Drift(), Map.of("step", step.word(), "limit", "1000"));

            TreeMap<String, Map<Integer, Integer>> vectors = vectors(question, step);
            Map<Integer, Integer> first = vectors.values().stream()
                    .filter(vector -> vector.size() > 1)
                    .findFirst()
                    .orElse(Map.of());
            Map<Integer, Integer> before = Map.of();
            boolean begun = false;
            List<List<Cell>> rows = Slow.rows(answer, "steps");
            List<List<Cell>> expected = new ArrayList<>();
            for (List<Cell> row : rows) {
                Map<Integer, Integer> now = vectors.getOrDefault(((Cell.Text) row.getFirst()).value(), Map.of());
                begun |= now.size() > 1;
                expected.add(List.of(
                        row.getFirst(),
                        Cell.count(Math.max(0, now.size() - 1)),
                        cosine(now, before),
                        begun ? cosine(now, first) : Cell.NOTHING));
                before = now;
            }
            Slow.same(rows, expected, question.shown());
            assertThat(rows.size()).isGreaterThanOrEqualTo(vectors.size());
        }
    }

    @Test
    void what_came_and_went_is_a_change_of_shares_between_two_halves() {
        for (Case question : Case.all(SEED + 2)) {
            Answer answer = question.ask(new Drift(), Map.of("step", "week", "limit", "1000"));

            List<List<Cell>> steps = Slow.rows(answer, "steps");
            TreeMap<String, Map<Integer, Integer>> vectors = vectors(question, Step.WEEK);
            List<Map<Integer, Integer>> halves = List.of(new HashMap<>(), new HashMap<>());
            for (int at = 0; at < steps.size(); at++) {
                Map<Integer, Integer> half = halves.get(at < steps.size() / 2 ? 0 : 1);
                String label = ((Cell.Text) steps.get(at).getFirst()).value();
                vectors.getOrDefault(label, Map.of())
                        .forEach((creator, plays) -> half.merge(creator, plays, Integer::sum));
            }
            Map<Integer, Double> points = new HashMap<>();
            Set<Integer> all = new HashSet<>(halves.get(0).keySet());
            all.addAll(halves.get(1).keySet());
            all.remove(0);
            for (int creator : all) {
                if (halves.get(0).containsKey(0) && halves.get(1).containsKey(0)) {
                    points.put(creator, 100 * (share(halves.get(1), creator) - share(halves.get(0), creator)));
                }
            }
            List<List<Cell>> rows = new ArrayList<>();
            for (int creator : Slow.ranked(
                    question.names(),
                    Subject.CREATOR,
                    points.keySet(),
                    creator -> Math.round(Math.abs(points.get(creator)) * 1e9))) {
                rows.add(List.of(
                        Cell.thing(question.names(), Subject.CREATOR, creator),
                        Cell.decimal(points.get(creator)),
                        new Cell.Share(share(halves.get(0), creator)),
                        new Cell.Share(share(halves.get(1), creator))));
            }
            Slow.same(Slow.rows(answer, "changes"), rows, question.shown());
        }
    }

    private static double share(Map<Integer, Integer> half, int creator) {
        return (double) half.getOrDefault(creator, 0) / half.getOrDefault(0, 0);
    }

    /** Plays by creator and item. */
    private static Map<Integer, Map<Integer, Long>> repertoire(Case question) {
        Map<Integer, Map<Integer, Long>> found = new TreeMap<>();
        for (int play : question.plays()) {
            for (int creator : RandomHistories.creators(question.history(), play)) {
                found.computeIfAbsent(creator, any -> new TreeMap<>())
                        .merge(question.history().item(play), 1L, Long::sum);
            }
        }
        return found;
    }

    private static long plays(Map<Integer, Long> items) {
        return items.values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void deep_cuts_are_the_plays_beyond_the_best_items() {
        for (Case question : Case.all(SEED + 3)) {
            int best = 1 + question.random().number(4);
            int atLeast = 1 + question.random().number(8);

            Answer answer = question.ask(
                    new DeepCuts(),
                    Map.of("best", Integer.toString(best), "min_plays", Integer.toString(atLeast), "limit", "1000"));

            Map<Integer, Map<Integer, Long>> found = repertoire(question);
            List<List<Cell>> rows = new ArrayList<>();
            for (int creator : Slow.ranked(question.names(), Subject.CREATOR, found.keySet(), creator -> {
                long plays = plays(found.get(creator));
                return plays >= atLeast ? plays : 0;
            })) {
                Map<Integer, Long> items = found.get(creator);
                long deep = items.values().stream()
                        .sorted((a, b) -> Long.compare(b, a))
                        .skip(best)
                        .mapToLong(Long::longValue)
                        .sum();
                rows.add(List.of(
                        Cell.thing(question.names(), Subject.CREATOR, creator),
                        Cell.count(plays(items)),
                        Cell.count(items.size()),
                        Cell.count(deep),
                        new Cell.Share((double) deep / plays(items))));
            }
            Slow.same(Slow.rows(answer, "creators"), rows, question.shown());
        }
    }

    @Test
    void a_one_hit_wonder_has_most_plays_with_one_item() {
        Names names;
        for (Case question : Case.all(SEED + 4)) {
            names = question.names();
            int share = 30 + question.random().number(70);
            int atLeast = 2 + question.random().number(5);

            Answer answer = question.ask(
                    new OneHitWonders(),
                    Map.of(
                            "share_percent",
                            Integer.toString(share),
                            "min_plays",
                            Integer.toString(atLeast),
                            "limit",
                            "1000"));

            Map<Integer, Map<Integer, Long>> found = repertoire(question);
            List<List<Cell>> rows = new ArrayList<>();
            for (int creator : Slow.ranked(names, Subject.CREATOR, found.keySet(), creator -> {
                Map<Integer, Long> items = found.get(creator);
                long most =
                        items.values().stream().mapToLong(Long::longValue).max().orElse(0);
                return plays(items) >= atLeast && most * 100 >= share * plays(items) ? plays(items) : 0;
            })) {
                Map<Integer, Long> items = found.get(creator);
                int hit = Slow.ranked(names, Subject.ITEM, items.keySet(), items::get)
                        .getFirst();
                rows.add(List.of(
                        Cell.thing(names, Subject.CREATOR, creator),
                        Cell.thing(names, Subject.ITEM, hit),
                        Cell.count(plays(items)),
                        Cell.count(items.get(hit)),
                        new Cell.Share((double) items.get(hit) / plays(items)),
                        Cell.count(items.size())));
            }
            Slow.same(Slow.rows(answer, "creators"), rows, question.shown());
        }
    }

    @Test
    void concentration_finds_the_fewest_things_for_a_part() {
        for (Case question : Case.all(SEED + 5)) {
            Subject subject = question.random().oneOf(SUBJECTS);

            Answer answer = question.ask(new Concentration(), Map.of("subject", subject.word()));

            List<Integer> plays = Slow.byThing(question.history(), question.plays(), subject).values().stream()
                    .map(List::size)
                    .sorted((a, b) -> Integer.compare(b, a))
                    .toList();
            long all = plays.stream().mapToLong(Integer::longValue).sum();
            for (List<Cell> row : Slow.rows(answer, "parts")) {
                int percent = percent(row.getFirst());
                long things = ((Cell.Count) row.get(1)).value();
                assertThat(sum(plays, things) / (double) all)
                        .as(question.shown())
                        .isGreaterThanOrEqualTo(percent / 100.0);
                assertThat(sum(plays, things - 1) / (double) all)
                        .as(question.shown())
                        .isLessThan(percent / 100.0);
            }
            for (List<Cell> row : Slow.rows(answer, "tops")) {
                double exact = plays.size() * percent(row.getFirst()) / 100.0;
                long things = ((Cell.Count) row.get(1)).value();
                assertThat((double) things).as(question.shown()).isBetween(exact, exact + 1);
                assertThat(row.get(2)).as(question.shown()).isEqualTo(Cell.count(sum(plays, things)));
            }
            assertThat(Slow.rows(answer, "parts")).hasSize(all == 0 ? 0 : 8);
        }
    }

    private static int percent(Cell cell) {
        return Integer.parseInt(((Cell.Text) cell).value().replace(" %", ""));
    }

    private static long sum(List<Integer> plays, long things) {
        return plays.stream().limit(things).mapToLong(Integer::longValue).sum();
    }
}
