package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.WeekStart;
import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.Fold;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Obvious ways to ask a random history, for what reports are compared with. */
final class Slow {
    static final LocalDate TODAY = LocalDate.of(2024, 3, 20);

    private Slow() {}

    static String label(Step step, History history, int play) {
        return label(step, history, LocalDate.ofEpochDay(history.day(play)));
    }

    /** The step of a day: weeks are found by going back day for day. */
    static String label(Step step, History history, LocalDate day) {
        return switch (step) {
            case DAY -> day.toString();
            case WEEK -> {
                LocalDate first = startOfWeek(history, day);
                yield history.weekStart() == WeekStart.MONDAY
                        ? DateTimeFormatter.ISO_WEEK_DATE.format(first).substring(0, "2024-W01".length())
                        : first.toString();
            }
            case MONTH -> day.toString().substring(0, "2024-01".length());
            case YEAR -> day.toString().substring(0, "2024".length());
        };
    }

    static LocalDate startOfWeek(History history, LocalDate day) {
        LocalDate first = day;
        while (!first.getDayOfWeek().name().equals(history.weekStart().name())) {
            first = first.minusDays(1);
        }
        return first;
    }

    static LocalDate startOf(Step step, History history, LocalDate day) {
        return switch (step) {
            case DAY -> day;
            case WEEK -> startOfWeek(history, day);
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** Plays by thing, in the order of time. */
    static Map<Integer, List<Integer>> byThing(History history, List<Integer> plays, Subject subject) {
        Map<Integer, List<Integer>> found = new TreeMap<>();
        for (int play : plays) {
            for (int number : RandomHistories.numbers(history, play, subject)) {
                found.computeIfAbsent(number, any -> new ArrayList<>()).add(play);
            }
        }
        return found;
    }

    static List<Integer> everything(Case question) {
        return RandomHistories.plays(question.history(), Range.ALL, question.filter());
    }

    /** Plays of the whole history with this filter that are known to the day. */
    static List<Integer> daysOf(History history, List<Integer> plays) {
        return plays.stream().filter(play -> isDay(history, play)).toList();
    }

    static boolean isDay(History history, int play) {
        return history.day(play) != History.NO_DAY && Step.DAY.places(history.precision(play));
    }

    /** Numbers by value, highest first, then by folded name; those of 0 are left out. */
    static List<Integer> ranked(
            Names names, Subject subject, Iterable<Integer> numbers, ToLongFunction<Integer> value) {
        List<Integer> ranked = new ArrayList<>();
        numbers.forEach(number -> {
            if (value.applyAsLong(number) > 0) {
                ranked.add(number);
            }
        });
        ranked.sort(Comparator.comparingLong((Integer number) -> -value.applyAsLong(number))
                .thenComparing(number -> Fold.fold(subject.name(names, number)))
                .thenComparing(Comparator.naturalOrder()));
        return ranked;
    }

    static Cell figure(Answer answer, String word) {
        return answer.figures().stream()
                .filter(figure -> figure.word().equals(word))
                .findFirst()
                .orElseThrow()
                .value();
    }

    static List<List<Cell>> rows(Answer answer, String sheet) {
        return answer.sheets().stream()
                .filter(candidate -> candidate.word().equals(sheet))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    /** Shares and decimals may differ in their last bits. */
    static void same(List<List<Cell>> found, List<List<Cell>> expected, String shown) {
        assertThat(found.stream().map(Slow::rounded).toList())
                .as(shown)
                .isEqualTo(expected.stream().map(Slow::rounded).toList());
    }

    private static List<Cell> rounded(List<Cell> row) {
        List<Cell> rounded = new ArrayList<>();
        for (Cell cell : row) {
            rounded.add(
                    switch (cell) {
                        case Cell.Share(double value) -> new Cell.Share(Math.round(value * 1e6) / 1e6);
                        case Cell.Decimal(double value) -> new Cell.Decimal(Math.round(value * 1e6) / 1e6);
                        case Cell.Count any -> any;
                        case Cell.Span any -> any;
                        case Cell.Text any -> any;
                        case Cell.Day any -> any;
                        case Cell.At any -> any;
                        case Cell.Thing any -> any;
                        case Cell.Nothing any -> any;
                    });
        }
        return rounded;
    }
}
