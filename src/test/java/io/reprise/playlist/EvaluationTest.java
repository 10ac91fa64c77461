package io.reprise.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.history.History;
import io.reprise.rating.RatingEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final int ROUNDS = 1_000;

    @Test
    void random_lists_over_random_histories_are_what_the_slow_way_finds() {
        long seed = System.nanoTime();
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RandomLists random = new RandomLists(seed + round);
            History history = random.history();
            List<RatingEvent> events = random.opinions(history);
            boolean isReplay = random.coin();
            long asOf = random.somewhen();
            Sight sight = sight(random, history, events, isReplay ? (Long) asOf : null, asOf);
            Definition definition = random.definition();
            List<Integer> expected = new SlowLists(sight, events, isReplay).items(definition);
            Evaluation.Found answer = new Evaluation(definition, sight).part(0, 1000, "");
            String shown = "seed " + (seed + round) + " " + definition.json();
            assertThat(answer.items())
                    .as(shown)
                    .containsExactly(
                            expected.stream().mapToInt(Integer::intValue).toArray());
            assertThat(answer.total()).as(shown).isEqualTo(expected.size());
            int[] second = new Evaluation(definition, sight).part(1, 2, "").items();
            assertThat(second)
                    .as(shown)
                    .containsExactly(expected.stream()
                            .skip(1)
                            .limit(2)
                            .mapToInt(Integer::intValue)
                            .toArray());
            found += expected.size();
        }
        assertThat(found).as("lists that are all empty would show nothing").isGreaterThan(ROUNDS);
    }

    private static Sight sight(
            RandomLists random, History history, List<RatingEvent> events, @Nullable Long asOf, long now) {
        Map<Long, Integer> numbers = new HashMap<>();
        IntStream.rangeClosed(1, history.names().lastItem()).forEach(number -> numbers.put((long) number, number));
        Sight.Told told = new Sight.Told(
                Opinions.of(events, sort -> numbers, history.names(), now),
                random.unfinished(history),
                RandomLists.FACTS,
                Map.of(),
                RandomLists.odd(history));
        return Sight.of(history, asOf, now, told);
    }

    @Test
    void a_line_and_json_say_the_same_again() {
        long seed = System.nanoTime();
        int said = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RandomLists random = new RandomLists(seed + round);
            Definition definition = random.definition();
            assertThat(Definition.read(definition.json()))
                    .as("seed " + (seed + round))
                    .isEqualTo(definition);
            History history = random.history();
            List<RatingEvent> events = random.opinions(history);
            Sight sight = sight(random, history, events, null, random.somewhen());
            if (definition.line().isPresent()) {
                said++;
                String line = definition.line().orElseThrow();
                assertThat(new Evaluation(Definition.ofLine(line), sight)
                                .part(0, 1000, "")
                                .items())
                        .as("seed " + (seed + round) + " " + line + "\n" + definition.json())
                        .containsExactly(new Evaluation(definition, sight)
                                .part(0, 1000, "")
                                .items());
            }
        }
        assertThat(said).isGreaterThan(ROUNDS / 2);
    }
}
