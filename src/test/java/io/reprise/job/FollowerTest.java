package io.reprise.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class FollowerTest {
    private static final UserId ANNA = new UserId(1);
    private static final UserId BEN = new UserId(2);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Bell bell = new Bell();

    @Test
    void a_ring_runs_one_step_for_its_user() throws InterruptedException {
        List<UserId> seen = new ArrayList<>();
        try (Follower follower = new Follower("test", bell, user -> {
            seen.add(user);
            return false;
        })) {
            bell.ring(BEN);
            assertThat(follower.settle(LONG)).isTrue();
        }

        assertThat(seen).containsExactly(BEN);
    }

    @Test
    void many_rings_while_a_step_runs_make_one_more_step() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger steps = new AtomicInteger();
        try (Follower follower = new Follower("test", bell, user -> {
            steps.incrementAndGet();
            begun.countDown();
            await(go);
            return false;
        })) {
            bell.ring(ANNA);
            begun.await();
            for (int i = 0; i < 100; i++) {
                bell.ring(ANNA);
            }
            go.countDown();
            assertThat(follower.settle(LONG)).isTrue();
        }

        assertThat(steps).hasValue(2);
    }

    @Test
    void while_it_goes_on_ringing_a_user_has_a_turn_once_in_a_while() throws InterruptedException {
        List<Long> steps = new ArrayList<>();
        try (Follower follower = new Follower("test", bell, user -> {
            steps.add(System.nanoTime());
            if (steps.size() < 4) {
                bell.ring(user);
            }
            return false;
        })) {
            bell.ring(ANNA);
            assertThat(follower.settle(LONG)).isTrue();
        }

        assertThat(steps).hasSize(4);
        assertThat(steps.getLast() - steps.getFirst())
                .isGreaterThanOrEqualTo(3 * (Follower.TURN_EVERY.toNanos() - 1_000_000));
    }

    @Test
    void a_step_that_has_more_runs_again_and_users_take_turns() throws InterruptedException {
        List<Integer> order = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        try (Follower follower = new Follower("test", bell, user -> {
            await(go);
            order.add(user.value());
            return order.stream().filter(seen -> seen == user.value()).count() < 3;
        })) {
            bell.ring(ANNA);
            bell.ring(BEN);
            go.countDown();
            assertThat(follower.settle(LONG)).isTrue();
        }

        assertThat(order).containsExactly(1, 2, 1, 2, 1, 2);
    }

    @Test
    void a_step_that_throws_is_tried_again_and_harms_no_other_user() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch recovered = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        List<Duration> delays = List.of(Duration.ofMillis(5), Duration.ofMillis(5));
        try (Follower follower = new Follower("test", bell, user -> step(user, tries, recovered, other), delays)) {
            bell.ring(ANNA);
            bell.ring(BEN);
            other.await();
            recovered.await();
            assertThat(follower.settle(LONG)).isTrue();
        }

        assertThat(tries).hasValue(3);
    }

    private static boolean step(UserId user, AtomicInteger tries, CountDownLatch recovered, CountDownLatch other) {
        if (user.equals(BEN)) {
            other.countDown();
            return false;
        }
        if (tries.incrementAndGet() < 3) {
            throw new IllegalStateException("not yet");
        }
        recovered.countDown();
        return false;
    }

    @Test
    void closing_finishes_what_was_rung() {
        AtomicInteger steps = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        Follower follower = new Follower("test", bell, user -> {
            await(go);
            return steps.incrementAndGet() < 0;
        });
        bell.ring(ANNA);
        bell.ring(BEN);
        go.countDown();
        follower.close();

        assertThat(steps).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
