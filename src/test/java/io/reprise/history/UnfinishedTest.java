package io.reprise.history;

import static io.reprise.laws.Library.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.laws.Library;
import io.reprise.store.Dialect;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was broken off or skipped comes with a history, and is added to as more is told. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class UnfinishedTest {
    private static List<String> told(History history) {
        Unfinished unfinished = history.unfinished();
        return IntStream.range(0, unfinished.size())
                .mapToObj(i -> history.names().title(unfinished.item(i)) + (unfinished.skipped(i) ? " skipped" : ""))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_loaded_history_is_added_to_in_the_order_of_time(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            library.live(ADA, "phone", "title=One;artist=Cy;at=2026-01-02T10:00:00Z;verb=skip;seconds=9;length=300");
            assertThat(told(library.history(ADA))).containsExactly("One skipped");

            library.live(
                    ADA,
                    "phone",
                    "title=Two;artist=Cy;at=2026-01-01T10:00:00Z;verb=stop;seconds=20;length=300",
                    "title=Three;artist=Cy;at=2026-01-03T10:00:00Z");

            assertThat(told(library.history(ADA))).containsExactly("Two", "One skipped");
            assertThat(library.history(ADA).size()).isEqualTo(1);
            Histories fresh =
                    new Histories(library.database, library.log, library::calendar, Keeping.inMemory(1L << 20));
            assertThat(told(fresh.of(ADA))).containsExactly("Two", "One skipped");
        }
    }
}
