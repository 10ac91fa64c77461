package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.history.History;
import io.reprise.media.MediaKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The reports across kinds against slow and obvious readings of random histories. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SuppressWarnings("NullAway") // its maps are asked only for what was put into them
final class KindReportsTest {
    private static final long SEED = 1501;

    private static MediaKind kind(Case question, int play) {
        return question.names().kind(question.history().item(play));
    }

    @Test
    void kinds_share_plays_and_time() {
        for (Case question : Case.all(SEED)) {
            History history = question.history();
            Step step = question.random().oneOf(List.of(Step.values()));

            Answer answer = question.ask(new Kinds(), Map.of("step", step.word()));

            Map<String, List<Integer>> kinds = new TreeMap<>();
            Map<List<Cell>, List<Integer>> steps = new HashMap<>();
            for (int play : question.plays()) {
                String kind = kind(question, play).word();
                kinds.computeIfAbsent(kind, any -> new ArrayList<>()).add(play);
                if (history.day(play) != History.NO_DAY && step.places(history.precision(play))) {
                    String label = Slow.label(step, history, play);
                    steps.computeIfAbsent(List.of(Cell.text(label), Cell.text(kind)), any -> new ArrayList<>())
                            .add(play);
                }
            }
            List<List<Cell>> rows = new ArrayList<>();
            double all = seconds(history, question.plays());
            kinds.forEach((kind, plays) -> rows.add(List.of(
                    Cell.text(kind),
                    Cell.count(plays.size()),
                    new Cell.Share((double) plays.size() / question.plays().size()),
                    Cell.span(seconds(history, plays)),
                    new Cell.Share(all == 0 ? 0 : seconds(history, plays) / all),
                    Cell.count(plays.stream().map(history::item).distinct().count()))));
            rows.sort(Comparator.comparingLong(row -> -((Cell.Count) row.get(1)).value()));
            Slow.same(Slow.rows(answer, "kinds"), rows, question.shown());
            Set<List<Cell>> expected = new HashSet<>();
            steps.forEach((key, plays) -> expected.add(
                    List.of(key.get(0), key.get(1), Cell.count(plays.size()), Cell.span(seconds(history, plays)))));
            assertThat(Slow.rows(answer, "steps")).as(question.shown()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static long seconds(History history, List<Integer> plays) {
        return plays.stream().mapToLong(history::seconds).sum();
    }

    /** A song stands for its first creator, a book for itself. */
    private static Cell standsFor(Case question, int play) {
        List<Integer> creators = RandomHistories.creators(question.history(), play);
        return kind(question, play) == MediaKind.BOOK || creators.isEmpty()
                ? Cell.thing(question.names(), Subject.ITEM, question.history().item(play))
                : Cell.thing(question.names(), Subject.CREATOR, creators.getFirst());
    }

    @Test
    void plays_of_two_kinds_stand_side_by_side_while_one_lasts_or_soon_after() {
        int found = 0;
        for (Case question : Case.all(SEED + 1)) {
            History history = question.history();
            int minutes = 1 + question.random().number(90);

            Answer answer = question.ask(
                    new SideBySide(), Map.of("window_minutes", Integer.toString(minutes), "limit", "1000"));

            Map<List<Cell>, Long> pairs = new HashMap<>();
            for (int book : question.timed()) {
                for (int song : question.timed()) {
                    int earlier = Math.min(book, song);
                    int later = Math.max(book, song);
                    long after = history.at(later) - history.at(earlier);
                    if (kind(question, book) == MediaKind.BOOK
                            && kind(question, song) == MediaKind.SONG
                            && (after <= minutes * 60L || after <= history.seconds(earlier))) {
                        pairs.merge(List.of(standsFor(question, book), standsFor(question, song)), 1L, Long::sum);
                    }
                }
            }
            Map<List<Cell>, Long> told = new HashMap<>();
            Slow.rows(answer, "pairs").forEach(row -> told.put(row.subList(0, 2), ((Cell.Count) row.get(2)).value()));
            assertThat(told).as(question.shown()).isEqualTo(pairs);
            long all = pairs.values().stream().mapToLong(Long::longValue).sum();
            assertThat(Slow.figure(answer, "times")).isEqualTo(Cell.count(all));
            assertThat(Slow.rows(answer, "kinds")).hasSize(all == 0 ? 0 : 1);
            found += pairs.size();
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void first_and_last_are_the_ends_of_what_is_dated() {
        for (Case question : Case.all(SEED + 2)) {
            Answer answer = question.ask(new FirstAndLast(), Map.of("limit", "1000"));

            Map<Integer, List<Integer>> creators = Slow.byThing(question.history(), question.plays(), Subject.CREATOR);
            List<List<Cell>> rows = new ArrayList<>();
            for (int creator : Slow.ranked(
                    question.names(),
                    Subject.CREATOR,
                    creators.keySet(),
                    number -> creators.get(number).size())) {
                rows.add(row(question, Cell.thing(question.names(), Subject.CREATOR, creator), creators.get(creator)));
            }
            assertThat(Slow.rows(answer, "creators")).as(question.shown()).isEqualTo(rows);
            Map<String, List<Integer>> kinds = new TreeMap<>();
            question.plays()
                    .forEach(play -> kinds.computeIfAbsent(kind(question, play).word(), any -> new ArrayList<>())
                            .add(play));
            List<List<Cell>> kindRows = new ArrayList<>();
            kinds.forEach((kind, plays) -> kindRows.add(row(question, Cell.text(kind), plays)));
            kindRows.sort(Comparator.comparingLong(row -> -((Cell.Count) row.get(1)).value()));
            assertThat(Slow.rows(answer, "kinds")).as(question.shown()).isEqualTo(kindRows);
        }
    }

    private static List<Cell> row(Case question, Cell head, List<Integer> plays) {
        History history = question.history();
        List<Integer> dated = plays.stream()
                .filter(play -> history.day(play) != History.NO_DAY)
                .toList();
        if (dated.isEmpty()) {
            return List.of(head, Cell.count(plays.size()), Cell.NOTHING, Cell.NOTHING, Cell.NOTHING, Cell.NOTHING);
        }
        return List.of(
                head,
                Cell.count(plays.size()),
                Cell.at(history, dated.getFirst()),
                Cell.thing(question.names(), Subject.ITEM, history.item(dated.getFirst())),
                Cell.at(history, dated.getLast()),
                Cell.thing(question.names(), Subject.ITEM, history.item(dated.getLast())));
    }
}
