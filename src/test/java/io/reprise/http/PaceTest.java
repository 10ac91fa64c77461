package io.reprise.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PaceTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private final FakeTime time = new FakeTime();

    @Test
    void each_host_has_a_rate_of_its_own() throws InterruptedException {
        Pace pace = new Pace(time);
        pace.await("a.example", SECOND);
        pace.await("b.example", SECOND);
        assertThat(time.rested()).isEmpty();

        pace.await("a.example", SECOND);
        assertThat(time.rested()).containsExactly(SECOND);
        pace.await("b.example", SECOND);
        assertThat(time.rested()).as("its second is over").containsExactly(SECOND);
    }

    @Test
    void a_rest_that_is_asked_for_while_somebody_waits_is_kept_by_the_one_who_waits() throws InterruptedException {
        List<Duration> rested = new ArrayList<>();
        Pace[] pace = new Pace[1];
        pace[0] = new Pace(new Pace.Waiter() {
            @Override
            public long nanos() {
                return time.nanos();
            }

            @Override
            public void rest(Duration howLong) throws InterruptedException {
                if (rested.isEmpty()) {
                    pace[0].hold("a.example", SECOND.multipliedBy(10));
                }
                rested.add(howLong);
                time.rest(howLong);
            }
        });
        pace[0].await("a.example", SECOND);
        pace[0].await("a.example", SECOND);

        assertThat(rested).containsExactly(SECOND, SECOND.multipliedBy(9));
    }

    @Test
    void who_waits_longest_is_next_and_who_gives_up_takes_no_turn() throws InterruptedException {
        CountDownLatch resting = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<String> order = new CopyOnWriteArrayList<>();
        Pace pace = new Pace(new Pace.Waiter() {
            @Override
            public long nanos() {
                return time.nanos();
            }

            @Override
            public void rest(Duration howLong) throws InterruptedException {
                order.add(Thread.currentThread().getName());
                resting.countDown();
                go.await();
                time.rest(howLong);
            }
        });
        pace.await("a.example", SECOND);
        List<Thread> threads = new ArrayList<>();
        for (String name : List.of("first", "second", "gives up", "third")) {
            Thread thread = Thread.ofPlatform().name(name).start(() -> {
                try {
                    pace.await("a.example", SECOND);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            threads.add(thread);
            if (name.equals("first")) {
                resting.await();
            } else {
                waits(thread);
            }
        }
        threads.get(2).interrupt();
        threads.get(2).join();
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(order).containsExactly("first", "second", "third");
        assertThat(time.rested()).containsExactly(SECOND, SECOND, SECOND);
    }

    private static void waits(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_rate_is_spread_evenly_and_makes_sense() {
        assertThat(HostRate.of("a.example", 1_000, Duration.ofMinutes(5)).between())
                .isEqualTo(Duration.ofMillis(300));
        assertThatThrownBy(() -> new HostRate("", SECOND)).hasMessageContaining("a host");
    }
}
