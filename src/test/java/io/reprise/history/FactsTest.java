package io.reprise.history;

import static io.reprise.laws.Library.ADA;
import static io.reprise.laws.Library.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.catalog.CatalogErasure;
import io.reprise.catalog.Fact;
import io.reprise.catalog.FactRows;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Ruling;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.laws.Library;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.store.Dialect;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A thing has what authorities told of the ids that decisions tie to it, for as long as they do. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FactsTest {
    private static final Ledger.Author ADA_SAYS = new Ledger.Author("ada", "a test");
    private static final ExternalId SONG = new ExternalId("mb:recording", "b1a9c0e9-d987-4042-ae91-78d6a3267d69");
    private static final ExternalId OTHER = new ExternalId("mb:recording", "c2a9c0e9-d987-4042-ae91-78d6a3267d69");
    private static final ExternalId ARTIST = new ExternalId("mb:artist", "a74b1b7f-71a5-4011-9441-d0b5e4122711");

    static Fact fact(
            ExternalId id, String source, long toldAt, @Nullable Integer seconds, String released, String... genres) {
        return new Fact(id, source, toldAt, "", "", seconds, released, "", List.of(genres), List.of());
    }

    private static Fact artist(String country, List<String> genres, List<String> aliases) {
        return new Fact(ARTIST, "musicbrainz", 1, "Cy", "Cy, The", null, "", country, genres, aliases);
    }

    private static void put(Library library, Fact... facts) {
        library.database.write(tx -> {
            FactRows.put(tx, ADA, List.of(facts));
            return true;
        });
    }

    private static long link(Library library, SubjectKind kind, int number, ExternalId id) {
        return library.database.write(
                tx -> library.ledger.decide(tx, ADA, new Thing(kind, number), new Ruling.Link(id), ADA_SAYS));
    }

    private static void told(Library library) {
        library.live(
                ADA,
                "phone",
                "title=Song;artist=Cy;at=2026-01-01T10:00:00Z",
                "title=Other;artist=Cy;at=2026-01-02T10:00:00Z;seconds=50",
                "title=Third;artist=Di;at=2026-01-03T10:00:00Z");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_was_told_of_an_id_is_the_items_while_it_is_linked(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            told(library);
            put(library, fact(SONG, "musicbrainz", 5, 180, "1997-05-21", "Rock", "trip hop"));
            assertThat(library.history(ADA).names().facts().items().has(1)).isFalse();

            long linked = link(library, SubjectKind.ITEM, 1, SONG);

            History history = library.history(ADA);
            Facts facts = history.names().facts();
            assertThat(facts.items().released(1)).isEqualTo("1997-05-21");
            assertThat(facts.items().year(1)).isEqualTo(1997);
            assertThat(facts.genresOf(1)).containsExactly("rock", "trip hop");
            assertThat(facts.genre("ROCK")).isEqualTo(OptionalInt.of(facts.genre(1, 0)));
            assertThat(history.names().length(1)).isEqualTo(180);
            assertThat(history.seconds(0)).isEqualTo(180);
            assertThat(history.toldSeconds(0)).isZero();

            library.removal.undo(ADA, linked, ADA_SAYS);

            assertThat(library.history(ADA).names().facts().items().has(1)).isFalse();
            assertThat(library.history(ADA).seconds(0)).isZero();
            assertThat(facts.items().year(1))
                    .as("an answer that was given stays")
                    .isEqualTo(1997);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_newer_word_of_the_same_authority_takes_the_place_of_the_older_one(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            told(library);
            link(library, SubjectKind.ITEM, 1, SONG);
            put(library, fact(SONG, "musicbrainz", 5, 180, "1997"));
            assertThat(library.history(ADA).seconds(0)).isEqualTo(180);

            put(library, fact(SONG, "musicbrainz", 6, 190, "1996-02"), fact(SONG, "old", 4, 170, "1990", "Rock"));

            Facts facts = library.history(ADA).names().facts();
            assertThat(facts.items().released(1)).isEqualTo("1996-02");
            assertThat(library.history(ADA).seconds(0)).isEqualTo(190);
            assertThat(facts.genresOf(1)).as("what the newer does not say").containsExactly("rock");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_stands_for_a_merged_item_has_its_facts_until_the_merge_is_undone(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            told(library);
            link(library, SubjectKind.ITEM, 1, SONG);
            put(library, fact(SONG, "musicbrainz", 5, 180, "1997"), fact(OTHER, "musicbrainz", 5, 77, "2001"));

            long merged = library.database.write(tx -> library.ledger.merge(tx, ADA, SubjectKind.ITEM, 1, 3, ADA_SAYS));

            History history = library.history(ADA);
            assertThat(history.names().facts().items().year(3)).isEqualTo(1997);
            assertThat(history.seconds(0))
                    .as("a play keeps the length of its own item")
                    .isEqualTo(180);
            link(library, SubjectKind.ITEM, 3, OTHER);
            library.database.write(tx -> library.ledger.merge(tx, ADA, SubjectKind.ITEM, 2, 3, ADA_SAYS));
            assertThat(library.history(ADA).seconds(1))
                    .as("of what stands for it")
                    .isEqualTo(77);
            assertThat(library.count("select sum(seconds) from daily_time where user_id = :user", ADA))
                    .isEqualTo(180 + 77 + 77);
            assertThat(library.history(ADA).names().facts().items().year(3)).isEqualTo(2001);
            library.removal.undo(ADA, merged, ADA_SAYS);
            assertThat(library.history(ADA).names().facts().items().year(1)).isEqualTo(1997);
            assertThat(library.history(ADA).names().facts().items().year(3)).isEqualTo(2001);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_artist_lends_genres_to_items_that_have_none(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            told(library);
            link(library, SubjectKind.CREATOR, 1, ARTIST);
            link(library, SubjectKind.ITEM, 1, SONG);
            put(library, artist("GB", List.of("Pop"), List.of("Sai")), fact(SONG, "musicbrainz", 5, null, "", "Rock"));

            Facts facts = library.history(ADA).names().facts();
            assertThat(facts.genresOf(1)).containsExactly("rock");
            assertThat(facts.genresOf(2)).containsExactly("pop");
            assertThat(facts.genresOf(3)).isEmpty();
            assertThat(facts.creators().country(1)).isEqualTo("GB");
            assertThat(facts.creators().sortName(1)).isEqualTo("Cy, The");
            assertThat(facts.creators().aliases(1)).containsExactly("Cy", "Sai");
            assertThat(facts.creators().aliases(2)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void facts_outlive_a_rebuild_and_are_forgotten_with_their_user_alone(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            told(library);
            link(library, SubjectKind.ITEM, 1, SONG);
            put(library, fact(SONG, "musicbrainz", 5, 180, "1997"));
            library.live(BEN, "phone", "title=Song;artist=Cy;at=2026-01-01T10:00:00Z");
            library.database.write(tx -> {
                library.ledger.decide(tx, BEN, new Thing(SubjectKind.ITEM, 1), new Ruling.Link(SONG), ADA_SAYS);
                return true;
            });
            assertThat(library.history(BEN).seconds(0)).as("nobody told Ben").isZero();
            List<String> before = library.readings(ADA);

            library.aggregator.rebuild(ADA);

            assertThat(library.readings(ADA)).containsExactlyElementsOf(before);
            assertThat(library.history(ADA).seconds(0)).isEqualTo(180);
            library.database.write(tx -> {
                CatalogErasure.forget(tx, ADA);
                return true;
            });
            assertThat(library.count("select count(*) from fact where user_id = :user", ADA))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_length_told_later_is_seen_by_a_history_that_was_loaded_before(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            told(library);
            assertThat(library.history(ADA).seconds(0)).isZero();

            library.live(ADA, "phone", "title=Song;artist=Cy;at=2026-02-01T10:00:00Z;length=240");

            assertThat(library.history(ADA).names().length(1)).isEqualTo(240);
            assertThat(library.history(ADA).seconds(0)).isEqualTo(240);
        }
    }

    @Test
    void a_history_made_in_memory_has_facts_too() {
        History history = new HistoryBuilder(ZoneId.of("UTC"))
                .song("Song", "Cy", "", 1_700_000_000L)
                .fact(MediaKind.SONG, "Song", "Cy", fact(SONG, "test", 1, 200, "2016-04"))
                .creatorFact("Cy", artist("DE", List.of("Jazz"), List.of()))
                .build();

        assertThat(history.names().facts().items().released(1)).isEqualTo("2016-04");
        assertThat(history.names().facts().items().releasedDay(1)).isEqualTo(20160400);
        assertThat(history.names().facts().genresOf(1)).containsExactly("jazz");
        assertThat(history.seconds(0)).isEqualTo(200);
    }

    @Test
    void a_fact_says_what_is_wrong_with_it() {
        assertThatThrownBy(() -> fact(SONG, "test", 1, null, "April 2016"))
                .hasMessage("released: expected 2016, 2016-04 or 2016-04-23, got April 2016");
        assertThatThrownBy(() -> fact(SONG, "test", 1, 0, "")).hasMessage("seconds: expected a length above 0, got 0");
        assertThat(fact(SONG, "test", 1, 5, "", "two\nlines", " ", "two lines").genres())
                .containsExactly("two lines");
    }
}
