package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.media.MediaKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The reports of the lives of things against slow and obvious readings of random histories. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SuppressWarnings("NullAway") // its maps are asked only for what was put into them
final class LifeReportsTest {
    private static final long SEED = 1401;
    private static final long DAY_SECONDS = 86_400;

    private static List<LocalDate> days(History history, List<Integer> plays) {
        return plays.stream()
                .map(play -> LocalDate.ofEpochDay(history.day(play)))
                .toList();
    }

    private static long between(List<LocalDate> days, LocalDate from, LocalDate to) {
        return days.stream()
                .filter(day -> day.isAfter(from) && !day.isAfter(to))
                .count();
    }

    @Test
    void a_life_has_a_first_day_a_peak_a_half_and_a_state() {
        Set<Cell> states = new HashSet<>();
        for (Case question : Case.all(SEED)) {
            History history = question.history();
            Subject subject = question.random().oneOf(List.of(Subject.values()));
            int window = 7 + question.random().number(20);

            Answer answer = question.ask(
                    new Lifecycle(),
                    Map.of("subject", subject.word(), "window_days", Integer.toString(window), "limit", "1000"));

            Map<Integer, List<Integer>> things = Slow.byThing(history, Slow.daysOf(history, question.plays()), subject);
            LocalDate end = question.range().to().filter(Slow.TODAY::isAfter).orElse(Slow.TODAY);
            List<List<Cell>> rows = new ArrayList<>();
            for (int thing : Slow.ranked(
                    question.names(),
                    subject,
                    things.keySet(),
                    number -> things.get(number).size())) {
                List<LocalDate> days = days(history, things.get(thing));
                TreeMap<YearMonth, Integer> months = new TreeMap<>();
                days.forEach(day -> months.merge(YearMonth.from(day), 1, Integer::sum));
                int most = months.values().stream().max(Integer::compare).orElseThrow();
                YearMonth peak = months.keySet().stream()
                        .filter(month -> months.get(month) == most)
                        .findFirst()
                        .orElseThrow();
                long now = between(days, end.minusDays(window), end);
                long before = between(days, end.minusDays(2L * window), end.minusDays(window));
                String state =
                        now == 0 ? "gone" : now >= before * 2 ? "rising" : now * 2 <= before ? "fading" : "steady";
                rows.add(List.of(
                        Cell.thing(question.names(), subject, thing),
                        Cell.count(days.size()),
                        new Cell.Day(days.getFirst()),
                        Cell.text(peak.toString()),
                        Cell.count(most),
                        new Cell.Day(days.get((days.size() + 1) / 2 - 1)),
                        new Cell.Day(days.getLast()),
                        Cell.text(state)));
                states.add(Cell.text(state));
            }
            assertThat(Slow.rows(answer, "lives")).as(question.shown()).isEqualTo(rows);
            Map<List<Cell>, Long> months = new HashMap<>();
            for (List<Cell> row : Slow.rows(answer, "months")) {
                months.merge(List.of(row.get(1)), ((Cell.Count) row.get(2)).value(), Long::sum);
            }
            rows.stream()
                    .limit(8)
                    .forEach(row -> assertThat(Cell.count(months.get(List.of(row.getFirst()))))
                            .as(question.shown())
                            .isEqualTo(row.get(1)));
        }
        assertThat(states).hasSize(4);
    }

    /** The window with the most of these days, the first of equals. */
    private static List<LocalDate> peak(List<LocalDate> days, int window) {
        List<LocalDate> peak = List.of();
        for (LocalDate from : days) {
            List<LocalDate> within = days.stream()
                    .filter(day -> !day.isBefore(from) && day.isBefore(from.plusDays(window)))
                    .toList();
            peak = within.size() > peak.size() ? within : peak;
        }
        return peak;
    }

    private static boolean begins(Range range, LocalDate day) {
        return range.from().map(from -> !day.isBefore(from)).orElse(true)
                && range.to().map(to -> !day.isAfter(to)).orElse(true);
    }

    @Test
    void what_burnt_out_has_most_of_its_plays_in_one_window_and_none_for_long() {
        int found = 0;
        for (Case question : Case.all(SEED + 1)) {
            History history = question.history();
            Subject subject = question.random().oneOf(List.of(Subject.values()));
            int window = 1 + question.random().number(20);
            int silent = 1 + question.random().number(30);

            Answer answer = question.ask(
                    new BurnOut(),
                    Map.of(
                            "subject",
                            subject.word(),
                            "window_days",
                            Integer.toString(window),
                            "silent_days",
                            Integer.toString(silent),
                            "min_plays",
                            "2",
                            "limit",
                            "1000"));

            Map<Integer, List<Integer>> things =
                    Slow.byThing(history, Slow.daysOf(history, Slow.everything(question)), subject);
            Map<Integer, List<LocalDate>> peaks = new TreeMap<>();
            things.forEach((thing, plays) -> {
                List<LocalDate> days = days(history, plays).stream().sorted().toList();
                List<LocalDate> peak = peak(days, window);
                boolean inRange = begins(question.range(), peak.getFirst());
                if (inRange
                        && peak.size() >= 2
                        && 2 * peak.size() >= days.size()
                        && !days.getLast().plusDays(silent).isAfter(Slow.TODAY)) {
                    peaks.put(thing, peak);
                }
            });
            List<List<Cell>> rows = new ArrayList<>();
            for (int thing : Slow.ranked(
                    question.names(),
                    subject,
                    peaks.keySet(),
                    number -> peaks.get(number).size())) {
                LocalDate last = days(history, things.get(thing)).stream()
                        .max(LocalDate::compareTo)
                        .orElseThrow();
                rows.add(List.of(
                        Cell.thing(question.names(), subject, thing),
                        Cell.count(peaks.get(thing).size()),
                        new Cell.Day(peaks.get(thing).getFirst()),
                        new Cell.Day(peaks.get(thing).getLast()),
                        Cell.count(things.get(thing).size()),
                        new Cell.Day(last),
                        Cell.count(Slow.TODAY.toEpochDay() - last.toEpochDay())));
            }
            assertThat(Slow.rows(answer, "burnt_out")).as(question.shown()).isEqualTo(rows);
            found += rows.size();
        }
        assertThat(found).isGreaterThan(100);
    }

    private static LocalDate latest(History history, int play) {
        LocalDate day = LocalDate.ofEpochDay(history.day(play));
        return switch (history.precision(play)) {
            case INSTANT, MINUTE, DAY, UNKNOWN -> day;
            case MONTH -> YearMonth.from(day).atEndOfMonth();
            case YEAR -> LocalDate.of(day.getYear(), 12, 31);
        };
    }

    @Test
    void a_forgotten_favourite_was_surely_not_played_for_long() {
        int found = 0;
        for (Case question : Case.all(SEED + 2)) {
            History history = question.history();
            Subject subject = question.random().oneOf(List.of(Subject.values()));
            int silent = 1 + question.random().number(30);

            Answer answer = question.ask(
                    new Forgotten(),
                    Map.of(
                            "subject",
                            subject.word(),
                            "silent_days",
                            Integer.toString(silent),
                            "min_plays",
                            "2",
                            "limit",
                            "1000"));

            Map<Integer, List<Integer>> asked = Slow.byThing(history, question.plays(), subject);
            Map<Integer, LocalDate> lasts = new TreeMap<>();
            Slow.byThing(history, Slow.everything(question), subject)
                    .forEach((thing, plays) -> plays.stream()
                            .filter(play -> history.day(play) != History.NO_DAY)
                            .map(play -> latest(history, play))
                            .max(LocalDate::compareTo)
                            .ifPresent(last -> lasts.put(thing, last)));
            List<List<Cell>> rows = new ArrayList<>();
            for (int thing : Slow.ranked(question.names(), subject, asked.keySet(), number -> {
                int plays = asked.get(number).size();
                LocalDate last = lasts.getOrDefault(number, LocalDate.MAX.minusDays(silent));
                return plays >= 2 && !last.plusDays(silent).isAfter(Slow.TODAY) ? plays : 0;
            })) {
                rows.add(List.of(
                        Cell.thing(question.names(), subject, thing),
                        Cell.count(asked.get(thing).size()),
                        new Cell.Day(lasts.get(thing)),
                        Cell.count(Slow.TODAY.toEpochDay() - lasts.get(thing).toEpochDay())));
            }
            assertThat(Slow.rows(answer, "forgotten")).as(question.shown()).isEqualTo(rows);
            found += rows.size();
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void a_container_is_complete_by_what_was_ever_played_of_it() {
        long full = 0;
        for (Case question : Case.all(SEED + 3)) {
            History history = question.history();

            Answer answer =
                    question.ask(new Completion(), Map.of("min_items", "2", "gap_minutes", "400", "limit", "1000"));

            Map<Integer, List<Integer>> ever = Slow.byThing(history, Slow.everything(question), Subject.CONTAINER);
            Map<Integer, List<Integer>> asked = Slow.byThing(history, question.plays(), Subject.CONTAINER);
            Map<List<Cell>, Long> expected = new HashMap<>();
            asked.forEach((container, plays) -> {
                Set<Integer> known = new HashSet<>(
                        ever.get(container).stream().map(history::item).toList());
                if (known.size() >= 2) {
                    Set<Integer> played =
                            new HashSet<>(plays.stream().map(history::item).toList());
                    long fullPlays = sessions(history, plays).stream()
                            .filter(session -> session.containsAll(known))
                            .count();
                    expected.put(
                            List.of(
                                    Cell.thing(question.names(), Subject.CONTAINER, container),
                                    Cell.count(fullPlays),
                                    Cell.count(played.size()),
                                    Cell.count(known.size()),
                                    Cell.share(played.size(), known.size()),
                                    Cell.count(plays.size())),
                            fullPlays);
                }
            });
            assertThat(Slow.rows(answer, "containers"))
                    .as(question.shown())
                    .containsExactlyInAnyOrderElementsOf(expected.keySet())
                    .isSortedAccordingTo((a, b) -> Long.compare(order(b), order(a)));
            full += expected.values().stream().mapToLong(Long::longValue).sum();
        }
        assertThat(full).isGreaterThan(5);
    }

    private static long order(List<Cell> row) {
        return ((Cell.Count) row.get(1)).value() * 100_000 + ((Cell.Count) row.get(5)).value();
    }

    private static List<Set<Integer>> sessions(History history, List<Integer> plays) {
        List<Set<Integer>> sessions = new ArrayList<>();
        long until = Long.MIN_VALUE;
        for (int play : plays) {
            if (history.hasTime(play)) {
                if (sessions.isEmpty() || history.at(play) - until > 400 * 60) {
                    sessions.add(new HashSet<>());
                }
                sessions.getLast().add(history.item(play));
                until = Math.max(until, history.at(play) + history.seconds(play));
            }
        }
        return sessions;
    }

    @Test
    void a_book_read_again_after_a_while_is_another_time() {
        int found = 0;
        for (Case question : Case.all(SEED + 4)) {
            History history = question.history();
            int gap = 1 + question.random().number(20);

            Answer answer = question.ask(new Again(), Map.of("gap_days", Integer.toString(gap), "limit", "1000"));

            List<Integer> plays = Slow.daysOf(history, question.plays()).stream()
                    .filter(play -> !question.filter().kinds().isEmpty()
                            || history.names().kind(history.item(play)) != MediaKind.SONG)
                    .toList();
            Map<Integer, List<Integer>> items = Slow.byThing(history, plays, Subject.ITEM);
            Map<Integer, List<Integer>> gaps = new TreeMap<>();
            items.forEach((item, times) -> {
                List<Integer> away = new ArrayList<>();
                for (int at = 1; at < times.size(); at++) {
                    away.add(history.day(times.get(at)) - history.day(times.get(at - 1)));
                }
                gaps.put(
                        item, away.stream().filter(days -> days >= gap).sorted().toList());
            });
            List<List<Cell>> rows = new ArrayList<>();
            for (int item : Slow.ranked(
                    question.names(),
                    Subject.ITEM,
                    items.keySet(),
                    number -> gaps.get(number).isEmpty() ? 0 : gaps.get(number).size() + 1)) {
                rows.add(List.of(
                        Cell.thing(question.names(), Subject.ITEM, item),
                        Cell.text(question.names().kind(item).word()),
                        Cell.count(gaps.get(item).size() + 1L),
                        Cell.count(items.get(item).size()),
                        Cell.day(history.day(items.get(item).getFirst())),
                        Cell.day(history.day(items.get(item).getLast())),
                        Cell.count(gaps.get(item).getFirst()),
                        Cell.count(gaps.get(item).getLast())));
            }
            assertThat(Slow.rows(answer, "items")).as(question.shown()).isEqualTo(rows);
            found += rows.size();
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void an_episode_heard_beside_a_song_stands_for_its_show() {
        long at = 19_000 * DAY_SECONDS;
        History history = new HistoryBuilder(ZoneOffset.UTC)
                .play(MediaKind.EPISODE, "Fishes", "", "The Bear", at, 4000)
                .play(MediaKind.SONG, "Says", "Nils Frahm", "Spaces", at + 3900, 500)
                .play(MediaKind.SONG, "Hammers", "Nils Frahm", "Spaces", at + 4001, 500)
                .build();

        Answer answer = new SideBySide()
                .answer(new Asking(history, Range.ALL, Filter.NONE, Slow.TODAY, Map.of("window_minutes", "10")));

        assertThat(Slow.rows(answer, "pairs"))
                .containsExactly(List.of(
                        Cell.thing(history.names(), Subject.CONTAINER, 1),
                        Cell.thing(history.names(), Subject.CREATOR, 1),
                        Cell.count(1)));
    }
}
