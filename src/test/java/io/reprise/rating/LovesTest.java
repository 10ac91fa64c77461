package io.reprise.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.SettableClock;
import io.reprise.account.UserId;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Recorder;
import io.reprise.store.Stores;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class LovesTest {
    private static final UserId ANN = new UserId(1);
    private static final UserId BEN = new UserId(2);
    private static final SettableClock CLOCK = SettableClock.at("2026-05-01T12:00:00Z");
    private static final Loves.Page ALL = new Loves.Page(100, 0);

    private static Rated song(String title) {
        return Rated.of(
                new Mention.Song(
                        title,
                        Credit.of("Abba", "artist"),
                        null,
                        null,
                        null,
                        List.of(new ExternalId("mb:recording", "98255a8c-017a-4bc7-8dd6-1fa36124572b"))),
                0,
                null);
    }

    private static Loves over(Database database) {
        return new Loves(database, new Ratings(database, CLOCK));
    }

    private static List<String> titles(Loves.Listed listed) {
        return listed.events().stream().map(event -> event.about().title()).toList();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_was_said_last_of_an_item_holds_and_saying_it_twice_changes_nothing(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Loves loves = over(database);
            Ratings ratings = new Ratings(database, CLOCK);
            Rated sos = song("SOS");
            assertThat(loves.of(ANN, sos.itemKey())).isEqualTo(Loves.NONE);
            loves.love(ANN, sos);
            loves.love(ANN, sos);
            assertThat(ratings.before(ANN, Long.MAX_VALUE, 10)).hasSize(1);
            assertThat(loves.of(ANN, sos.itemKey())).isEqualTo(Loves.LOVED);
            loves.hate(ANN, sos);
            assertThat(loves.of(ANN, sos.itemKey())).isEqualTo(Loves.HATED);
            assertThat(loves.of(ANN, List.of(sos.itemKey(), 1L))).containsOnlyKeys(sos.itemKey());
            assertThat(loves.counts(ANN)).isEqualTo(new Loves.Counts(0, 1));
            loves.clear(ANN, sos);
            loves.clear(ANN, sos);
            assertThat(loves.of(ANN, sos.itemKey())).isEqualTo(Loves.NONE);
            assertThat(loves.list(ANN, Loves.NONE, ALL).total()).isZero();
            assertThat(ratings.before(ANN, Long.MAX_VALUE, 10)).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void lists_give_each_item_once_newest_first_with_the_total(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Loves loves = over(database);
            loves.love(ANN, song("One"));
            loves.hate(ANN, song("Two"));
            loves.love(ANN, song("Three"));
            loves.love(BEN, song("Ben's"));
            new Ratings(database, CLOCK).give(ANN, song("Four"), new Opinion.Rate(Score.of(4, 0, 5)));
            new Ratings(database, CLOCK).give(ANN, song("One"), new Opinion.Rate(Score.of(1, -1, 1)));
            new Ratings(database, CLOCK).give(ANN, song("Five"), new Opinion.Rate(Score.of(0, -1, 1)));

            assertThat(titles(loves.list(ANN, Loves.NONE, ALL))).containsExactly("One", "Three", "Two");
            assertThat(titles(loves.list(ANN, Loves.LOVED, ALL))).containsExactly("One", "Three");
            assertThat(titles(loves.list(ANN, Loves.HATED, ALL))).containsExactly("Two");
            Loves.Listed second = loves.list(ANN, Loves.NONE, new Loves.Page(1, 1));
            assertThat(titles(second)).containsExactly("Three");
            assertThat(second.total()).isEqualTo(3);
            assertThat(loves.counts(ANN)).isEqualTo(new Loves.Counts(2, 1));
            Rated kept = second.events().getFirst().about();
            assertThat(kept).isEqualTo(song("Three"));
            assertThat(kept.credit()).isEqualTo("Abba");
        }
    }

    @Test
    void a_page_has_bounds() {
        assertThatThrownBy(() -> new Loves.Page(0, 0)).hasMessageContaining("1 to 1000");
        assertThatThrownBy(() -> new Loves.Page(1001, 0)).hasMessageContaining("1 to 1000");
        assertThatThrownBy(() -> new Loves.Page(1, -1)).hasMessageContaining("-1");
    }

    @Test
    void loves_are_read_through_their_own_index_and_never_sorted() throws SQLException {
        try (Recorder recorder = new Recorder(Dialect.SQLITE);
                Database database = recorder.open()) {
            Loves loves = over(database);
            loves.love(ANN, song("One"));
            loves.list(ANN, Loves.NONE, ALL);
            List<String> asked = recorder.texts().stream()
                    .filter(sql -> sql.contains("love is not null"))
                    .toList();
            assertThat(asked).hasSize(3);
            for (String sql : asked) {
                assertThat(recorder.explained("explain query plan", sql))
                        .allMatch(row -> row.startsWith("SEARCH")
                                        && row.contains("user_id=?")
                                        && !row.contains("PRIMARY KEY (user_id=?)")
                                || row.contains("SUBQUERY"))
                        .anyMatch(row -> row.contains("rating_love"));
            }
        }
    }
}
