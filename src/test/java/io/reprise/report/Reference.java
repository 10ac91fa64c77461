package io.reprise.report;

import io.reprise.history.History;
import io.reprise.media.Fold;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Slow and obvious readings of the plays of a question, for comparing reports with. */
@SuppressWarnings("NullAway") // its maps are asked only for what was put into them
record Reference(Case question) {
    static final LocalDate TODAY = LocalDate.of(2024, 3, 20);

    History history() {
        return question.history();
    }

    LocalDate day(int play) {
        return LocalDate.ofEpochDay(history().day(play));
    }

    /** The wall time of a play whose time is known. */
    LocalDateTime wall(int play) {
        long at = history().at(play);
        return LocalDateTime.ofEpochSecond(
                at, 0, ZoneOffset.ofTotalSeconds(history().zones().offsetAt(at)));
    }

    /** The plays that are known to a step. */
    List<Integer> known(Step step) {
        return question.plays().stream()
                .filter(play -> history().day(play) != History.NO_DAY
                        && step.places(history().precision(play)))
                .toList();
    }

    String label(Step step, int play) {
        return Slow.label(step, history(), play);
    }

    /** Those of the plays that fall in the step with this label. */
    List<Integer> in(Step step, String label) {
        return known(step).stream()
                .filter(play -> label(step, play).equals(label))
                .toList();
    }

    /** The plays by the label of their step. */
    TreeMap<String, List<Integer>> by(Step step) {
        TreeMap<String, List<Integer>> by = new TreeMap<>();
        known(step)
                .forEach(play -> by.computeIfAbsent(label(step, play), any -> new ArrayList<>())
                        .add(play));
        return by;
    }

    long seconds(Collection<Integer> plays) {
        return plays.stream().mapToLong(history()::seconds).sum();
    }

    /** How many of the plays count for each thing. */
    Map<Integer, Long> counts(Collection<Integer> plays, Subject subject) {
        Map<Integer, Long> counts = new TreeMap<>();
        plays.forEach(play -> RandomHistories.numbers(history(), play, subject)
                .forEach(number -> counts.merge(number, 1L, Long::sum)));
        return counts;
    }

    /** The seconds that the plays give each thing. */
    Map<Integer, Long> secondsOf(Collection<Integer> plays, Subject subject) {
        Map<Integer, Long> counts = new TreeMap<>();
        plays.forEach(play -> RandomHistories.numbers(history(), play, subject)
                .forEach(number -> counts.merge(number, (long) history().seconds(play), Long::sum)));
        return counts;
    }

    /** Things from the highest value down, equals by name; what has 0 or less is left out. */
    List<Integer> ranked(Map<Integer, ? extends Number> values, Subject subject) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().doubleValue() > 0)
                .sorted(Comparator.comparingDouble((Map.Entry<Integer, ? extends Number> entry) ->
                                -entry.getValue().doubleValue())
                        .thenComparing(entry -> Fold.fold(subject.name(history().names(), entry.getKey())))
                        .thenComparing(Map.Entry::getKey))
                .<Integer>map(Map.Entry::getKey)
                .toList();
    }

    /** 1 and one more for each that has more. */
    static long rank(Map<Integer, Long> values, int number) {
        return 1
                + values.values().stream()
                        .filter(other -> other > values.get(number))
                        .count();
    }

    Cell thing(Subject subject, int number) {
        return Cell.thing(history().names(), subject, number);
    }

    /** The most played thing of these plays, or nothing. */
    Cell most(Collection<Integer> plays, Subject subject) {
        return ranked(counts(plays, subject), subject).stream()
                .findFirst()
                .map(number -> thing(subject, number))
                .orElse(Cell.NOTHING);
    }

    /** The first and the last day in question, up to today. */
    Optional<Range> span() {
        List<LocalDate> days = question.plays().stream()
                .filter(play -> history().day(play) != History.NO_DAY)
                .map(this::day)
                .sorted()
                .toList();
        Optional<LocalDate> first =
                question.range().from().or(() -> days.stream().findFirst());
        Optional<LocalDate> last = question.range()
                .to()
                .or(() -> days.isEmpty() ? Optional.empty() : Optional.of(days.getLast()))
                .map(day -> day.isAfter(TODAY) ? TODAY : day);
        return first.isEmpty() || last.isEmpty() || first.get().isAfter(last.get())
                ? Optional.empty()
                : Optional.of(Range.of(first.get(), last.get()));
    }

    /** The labels of the steps from the first to the last day in question. */
    List<String> labels(Step step) {
        return span().map(span -> span.from()
                        .orElseThrow()
                        .datesUntil(span.to().orElseThrow().plusDays(1))
                        .map(day -> Slow.label(step, history(), day))
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    static List<List<Cell>> rows(Answer answer, String word) {
        return answer.sheets().stream()
                .filter(sheet -> sheet.word().equals(word))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    static Cell figure(Answer answer, String word) {
        return answer.figures().stream()
                .filter(figure -> figure.word().equals(word))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
