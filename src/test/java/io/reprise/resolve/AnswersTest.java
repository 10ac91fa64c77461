package io.reprise.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.SettableClock;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswersTest {
    private final SettableClock clock = SettableClock.at("2026-06-01T12:00:00Z");
    private final AtomicInteger asked = new AtomicInteger();

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_authority_is_asked_once_until_its_answer_expires(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Answers answers = new Answers(database, clock);
            assertThat(told(answers, "yes")).contains("yes 1");
            assertThat(told(answers, "yes")).contains("yes 1");
            clock.advance(Answers.FOUND_LASTS.plusSeconds(1));
            assertThat(told(answers, "yes")).contains("yes 2");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void that_nothing_is_known_is_believed_for_a_week_only(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Answers answers = new Answers(database, clock);
            assertThat(told(answers, "")).isEmpty();
            clock.advance(Answers.NOTHING_LASTS.minusSeconds(1));
            assertThat(told(answers, "found")).isEmpty();
            clock.advance(Duration.ofSeconds(2));
            assertThat(told(answers, "found")).contains("found 2");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_failure_is_not_remembered_and_what_expired_is_forgotten(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Answers answers = new Answers(database, clock);
            assertThatThrownBy(() -> answers.of("musicbrainz", "q", () -> {
                        throw new IllegalStateException("cut");
                    }))
                    .hasMessage("cut");
            assertThat(told(answers, "yes")).contains("yes 1");
            assertThat(answers.forgetExpired()).isZero();
            clock.advance(Answers.FOUND_LASTS.plusSeconds(1));
            assertThat(answers.forgetExpired()).isEqualTo(1);
        }
    }

    private Optional<String> told(Answers answers, String text) {
        return answers.of("musicbrainz", "q", () -> {
                    int times = asked.incrementAndGet();
                    return text.isEmpty()
                            ? Optional.empty()
                            : Optional.of((text + " " + times).getBytes(StandardCharsets.UTF_8));
                })
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
