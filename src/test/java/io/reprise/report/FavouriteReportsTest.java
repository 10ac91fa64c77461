package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The reports of favourites against slow and obvious readings of random histories. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SuppressWarnings("NullAway") // its maps are asked only for what was put into them
final class FavouriteReportsTest {
    private static final long SEED = 5501;

    /** What a chart over time is asked with. */
    private record Over(Subject subject, Step step, boolean isEach) {
        static Over random(Case question) {
            return new Over(
                    question.random().oneOf(List.of(Subject.values())),
                    question.random().oneOf(List.of(Step.values())),
                    question.random().number(2) == 0);
        }

        Map<String, String> chosen(String more, int amount) {
            return Map.of(
                    "subject",
                    subject.word(),
                    "step",
                    step.word(),
                    "count",
                    isEach ? "each" : "so-far",
                    more,
                    Integer.toString(amount));
        }

        /** The plays of each thing at a step. */
        Map<Integer, Long> at(Reference told, String label) {
            List<Integer> plays = told.known(step).stream()
                    .filter(play -> {
                        int order = told.label(step, play).compareTo(label);
                        return order == 0 || !isEach && order < 0;
                    })
                    .toList();
            return told.counts(plays, subject);
        }
    }

    /** Tables have 1,000 rows at most; the latest steps stand in them. */
    private static List<String> shown(List<String> labels, int rowsEach) {
        int fit = 1000 / Math.max(1, rowsEach);
        return labels.subList(Math.max(0, labels.size() - fit), labels.size());
    }

    @Test
    void a_rank_over_time_is_one_more_than_those_with_more_plays_then() {
        for (Case question : Case.all(SEED)) {
            Reference told = new Reference(question);
            Over over = Over.random(question);
            int lines = 1 + question.random().number(5);

            Answer answer = question.ask(new RanksOverTime(), over.chosen("things", lines));

            List<Integer> first =
                    told.ranked(told.counts(told.known(over.step()), over.subject()), over.subject()).stream()
                            .limit(lines)
                            .toList();
            List<List<Cell>> rows = new ArrayList<>();
            for (String label : shown(told.labels(over.step()), first.size())) {
                Map<Integer, Long> counts = over.at(told, label);
                first.stream()
                        .filter(counts::containsKey)
                        .forEach(number -> rows.add(List.of(
                                Cell.text(label),
                                told.thing(over.subject(), number),
                                Cell.count(Reference.rank(counts, number)),
                                Cell.count(counts.get(number)))));
            }
            assertThat(Reference.rows(answer, "ranks")).as(question.shown()).isEqualTo(rows);
        }
    }

    @Test
    void at_number_one_stands_whoever_has_the_most_plays_of_the_step() {
        for (Case question : Case.all(SEED + 1)) {
            Reference told = new Reference(question);
            Over over = Over.random(question);

            Answer answer = question.ask(new NumberOnes(), over.chosen("limit", 1000));

            TreeMap<Integer, List<Integer>> held = new TreeMap<>();
            List<String> labels = told.labels(over.step());
            for (int at = 0; at < labels.size(); at++) {
                Map<Integer, Long> counts = over.at(told, labels.get(at));
                long leaders = counts.keySet().stream()
                        .filter(number -> Reference.rank(counts, number) == 1)
                        .count();
                for (int number : counts.keySet()) {
                    if (Reference.rank(counts, number) == 1 && leaders <= 20) {
                        held.computeIfAbsent(number, any -> new ArrayList<>()).add(at);
                    }
                }
            }
            List<List<Cell>> things = new ArrayList<>();
            held.forEach((number, steps) -> {
                long longest = 0;
                String reign = "";
                for (int first : steps) {
                    int last = first;
                    while (steps.contains(last + 1)) {
                        last++;
                    }
                    if (last - first + 1 > longest) {
                        longest = last - first + 1;
                        reign = labels.get(first) + (first == last ? "" : " to " + labels.get(last));
                    }
                }
                things.add(List.of(
                        told.thing(over.subject(), number),
                        Cell.count(steps.size()),
                        Cell.text(labels.get(steps.getFirst())),
                        Cell.text(labels.get(steps.getLast())),
                        Cell.count(longest),
                        Cell.text(reign)));
            });
            assertThat(Reference.rows(answer, "things"))
                    .as(question.shown())
                    .containsExactlyInAnyOrderElementsOf(things);
            assertThat(Reference.rows(answer, "things").stream().map(row -> ((Cell.Count) row.get(1)).value()))
                    .isSortedAccordingTo((one, other) -> Long.compare(other, one));
        }
    }

    @Test
    void the_winner_of_a_step_has_the_most_plays_and_the_second_comes_next() {
        for (Case question : Case.all(SEED + 2)) {
            Reference told = new Reference(question);
            Over over = Over.random(question);

            Answer answer = question.ask(
                    new Winners(),
                    Map.of("subject", over.subject().word(), "step", over.step().word()));

            List<List<Cell>> rows = new ArrayList<>();
            told.by(over.step()).forEach((label, plays) -> {
                Map<Integer, Long> counts = told.counts(plays, over.subject());
                List<Integer> ranked = told.ranked(counts, over.subject());
                if (!ranked.isEmpty()) {
                    long most = counts.get(ranked.getFirst());
                    boolean alone = ranked.size() == 1;
                    rows.add(List.of(
                            Cell.text(label),
                            told.thing(over.subject(), ranked.getFirst()),
                            Cell.count(most),
                            Cell.share(most, plays.size()),
                            Cell.count(counts.values().stream()
                                    .filter(count -> count == most)
                                    .count()),
                            alone ? Cell.NOTHING : told.thing(over.subject(), ranked.get(1)),
                            alone ? Cell.NOTHING : Cell.count(counts.get(ranked.get(1)))));
                }
            });
            assertThat(Reference.rows(answer, "winners")).as(question.shown()).isEqualTo(rows);
        }
    }

    @Test
    void the_evolution_gives_the_plays_of_the_first_few_at_every_step() {
        for (Case question : Case.all(SEED + 5)) {
            Reference told = new Reference(question);
            Over over = Over.random(question);

            Answer answer = question.ask(
                    new Evolution(),
                    Map.of("subject", over.subject().word(), "step", over.step().word(), "things", "3"));

            List<Integer> first =
                    told.ranked(told.counts(told.known(over.step()), over.subject()), over.subject()).stream()
                            .limit(3)
                            .toList();
            List<List<Cell>> rows = new ArrayList<>();
            for (String label : shown(told.labels(over.step()), first.size())) {
                List<Integer> plays = told.in(over.step(), label);
                Map<Integer, Long> counts = told.counts(plays, over.subject());
                first.forEach(number -> rows.add(List.of(
                        Cell.text(label),
                        told.thing(over.subject(), number),
                        Cell.count(counts.getOrDefault(number, 0L)),
                        Cell.share(counts.getOrDefault(number, 0L), plays.size()))));
            }
            assertThat(Reference.rows(answer, "steps")).as(question.shown()).isEqualTo(rows);
        }
    }
}
