package io.reprise.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AheadTest {
    private static List<Integer> all(Ahead<Integer> ahead) {
        List<Integer> all = new ArrayList<>();
        while (ahead.hasNext()) {
            all.add(ahead.next());
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void results_come_in_order_each_once(boolean isAhead) {
        try (Ahead<Integer> ahead = new Ahead<>(100, isAhead, place -> place * place)) {
            assertThat(all(ahead)).hasSize(100).isSorted().endsWith(99 * 99);
        }
        try (Ahead<Integer> nothing = new Ahead<>(0, isAhead, place -> place)) {
            assertThat(nothing.hasNext()).isFalse();
        }
    }

    @Test
    @Timeout(30)
    void the_next_is_made_while_the_one_before_is_used() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        try (Ahead<Integer> ahead = new Ahead<>(2, true, place -> {
            if (place == 1) {
                second.countDown();
            }
            return place;
        })) {
            ahead.next();

            second.await();

            assertThat(ahead.hasNext()).isTrue();
        }
    }

    @Test
    void nothing_is_made_ahead_where_that_is_not_wanted() {
        List<Integer> made = new ArrayList<>();
        try (Ahead<Integer> ahead = new Ahead<>(3, false, place -> {
            made.add(place);
            return place;
        })) {
            ahead.next();
        }
        assertThat(made).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_its_making_throws_is_thrown_in_its_place(boolean isAhead) {
        try (Ahead<Integer> ahead = new Ahead<>(2, isAhead, place -> {
            if (place == 1) {
                throw new IllegalStateException("no second");
            }
            return place;
        })) {
            assertThat(ahead.next()).isZero();
            assertThatThrownBy(ahead::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no second");
        }
    }
}
