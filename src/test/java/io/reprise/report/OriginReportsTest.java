package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.history.Facts;
import io.reprise.history.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The reports of what authorities told (genres, years, countries) against slow and obvious readings. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OriginReportsTest {
    private static final long SEED = 1601;

    private static long seconds(History history, List<Integer> plays) {
        return plays.stream().mapToLong(history::seconds).sum();
    }

    private static long items(History history, List<Integer> plays) {
        return plays.stream().map(history::item).distinct().count();
    }

    private static void put(Map<String, List<Integer>> groups, String name, int play) {
        groups.computeIfAbsent(name, any -> new ArrayList<>()).add(play);
    }

    @Test
    void a_play_counts_for_each_genre_told_of_it() {
        for (Case question : Case.all(SEED)) {
            History history = question.history();
            Step step = question.random().oneOf(List.of(Step.values()));

            Answer answer = question.ask(new Genres(), Map.of("step", step.word()));

            Map<String, List<Integer>> genres = new TreeMap<>();
            Map<List<Cell>, Long> steps = new HashMap<>();
            int known = 0;
            for (int play : question.plays()) {
                List<String> told = history.names().facts().genresOf(history.item(play));
                known += told.isEmpty() ? 0 : 1;
                for (String genre : told) {
                    put(genres, genre, play);
                    if (history.day(play) != History.NO_DAY && step.places(history.precision(play))) {
                        String label = Slow.label(step, history, play);
                        steps.merge(List.of(Cell.text(label), Cell.text(genre)), 1L, Long::sum);
                    }
                }
            }
            List<List<Cell>> rows = new ArrayList<>();
            for (Map.Entry<String, List<Integer>> genre : genres.entrySet()) {
                rows.add(List.of(
                        Cell.text(genre.getKey()),
                        Cell.count(genre.getValue().size()),
                        Cell.share(genre.getValue().size(), known),
                        Cell.span(seconds(history, genre.getValue())),
                        Cell.count(items(history, genre.getValue()))));
            }
            rows.sort(Comparator.comparingLong(row -> -((Cell.Count) row.get(1)).value()));
            Slow.same(Slow.rows(answer, "genres"), rows, question.shown());
            Map<List<Cell>, Long> told = new HashMap<>();
            for (List<Cell> row : Slow.rows(answer, "steps")) {
                if (!row.get(2).equals(Cell.count(0))) {
                    told.put(row.subList(0, 2), ((Cell.Count) row.get(2)).value());
                }
            }
            assertThat(told).as(question.shown()).isEqualTo(steps);
        }
    }

    private static int year(History history, int play) {
        Facts facts = history.names().facts();
        int item = facts.items().year(history.item(play));
        return item != 0 || history.container(play) == 0
                ? item
                : facts.containers().year(history.container(play));
    }

    @Test
    void an_era_is_the_decade_of_the_release() {
        for (Case question : Case.all(SEED + 1)) {
            History history = question.history();
            Step step = question.random().oneOf(List.of(Step.values()));

            Answer answer = question.ask(new Eras(), Map.of("step", step.word()));

            Map<String, List<Integer>> decades = new TreeMap<>();
            List<Integer> years = new ArrayList<>();
            Map<String, List<Integer>> ages = new HashMap<>();
            for (int play : question.plays()) {
                int year = year(history, play);
                if (year != 0) {
                    put(decades, year / 10 + "0s", play);
                    years.add(year);
                    if (history.day(play) != History.NO_DAY && step.places(history.precision(play))) {
                        LocalDate day = LocalDate.ofEpochDay(history.day(play));
                        put(ages, Slow.label(step, history, day), Math.max(0, day.getYear() - year));
                    }
                }
            }
            List<List<Cell>> rows = new ArrayList<>();
            decades.forEach((decade, plays) -> rows.add(List.of(
                    Cell.text(decade),
                    Cell.count(plays.size()),
                    Cell.share(plays.size(), years.size()),
                    Cell.span(seconds(history, plays)))));
            Slow.same(Slow.rows(answer, "decades"), rows, question.shown());
            years.sort(Comparator.naturalOrder());
            assertThat(Slow.figure(answer, "median"))
                    .isEqualTo(years.isEmpty() ? Cell.NOTHING : Cell.text("" + years.get((years.size() - 1) / 2)));
            List<List<Cell>> expected = new ArrayList<>();
            for (List<Cell> row : Slow.rows(answer, "steps")) {
                List<Integer> old = ages.getOrDefault(((Cell.Text) row.getFirst()).value(), List.of());
                double sum = old.stream().mapToInt(Integer::intValue).sum();
                expected.add(List.of(
                        row.getFirst(),
                        Cell.count(old.size()),
                        old.isEmpty() ? Cell.NOTHING : Cell.decimal(sum / old.size())));
            }
            Slow.same(Slow.rows(answer, "steps"), expected, question.shown());
        }
    }

    @Test
    void a_country_is_that_of_the_first_creator_who_has_one_else_of_the_item() {
        Map<String, String> shown = Map.of("DE", "Germany", "XW", "worldwide", "Prussia", "Prussia");
        for (Case question : Case.all(SEED + 2)) {
            History history = question.history();

            Answer answer = question.ask(new Countries(), Map.of());

            Map<String, List<Integer>> countries = new TreeMap<>();
            int known = 0;
            for (int play : question.plays()) {
                Facts facts = history.names().facts();
                String country = RandomHistories.creators(history, play).stream()
                        .map(facts.creators()::country)
                        .filter(told -> !told.isEmpty())
                        .findFirst()
                        .orElse(facts.items().country(history.item(play)));
                if (!country.isEmpty()) {
                    put(countries, country, play);
                    known++;
                }
            }
            List<List<Cell>> rows = new ArrayList<>();
            for (Map.Entry<String, List<Integer>> country : countries.entrySet()) {
                rows.add(List.of(
                        Cell.text(shown.getOrDefault(country.getKey(), "")),
                        country.getKey().length() == 2 ? Cell.text(country.getKey()) : Cell.NOTHING,
                        Cell.count(country.getValue().size()),
                        Cell.share(country.getValue().size(), known),
                        Cell.span(seconds(history, country.getValue())),
                        Cell.count(items(history, country.getValue()))));
            }
            rows.sort(Comparator.comparingLong(row -> -((Cell.Count) row.get(2)).value()));
            Slow.same(Slow.rows(answer, "countries"), rows, question.shown());
        }
    }
}
