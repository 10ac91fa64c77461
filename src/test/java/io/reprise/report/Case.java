package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A random question and the plays it means. */
record Case(History history, Range range, Filter filter, List<Integer> plays, RandomHistories random, String shown) {
    private static final int ROUNDS = 600;

    static List<Case> all(long seed) {
        RandomHistories random = new RandomHistories(seed);
        List<Case> cases = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            History history = random.next();
            Range range = random.range();
            Filter filter = random.filter();
            cases.add(new Case(
                    history,
                    range,
                    filter,
                    RandomHistories.plays(history, range, filter),
                    random,
                    "seed " + seed + " round " + round + " " + range + " " + filter));
        }
        return cases;
    }

    List<Integer> timed() {
        return plays.stream().filter(history::hasTime).toList();
    }

    Names names() {
        return history.names();
    }

    /** The same question to a report, with these options; today is the last day of the histories. */
    Answer ask(Report report, Map<String, String> chosen) {
        return report.answer(new Asking(history, range, filter, LocalDate.of(2024, 3, 20), chosen));
    }
}
