package io.reprise.catalog;

import static io.reprise.laws.Library.ADA;
import static io.reprise.laws.Library.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.catalog.ToldEpisode.Airing;
import io.reprise.catalog.ToldEpisode.Place;
import io.reprise.history.EpisodeFacts;
import io.reprise.history.Names;
import io.reprise.laws.Library;
import io.reprise.media.ExternalId;
import io.reprise.store.Dialect;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A series has the list of episodes that was told of the id that decisions tie to it, for as long as they do. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EpisodeRowsTest {
    private static final Ledger.Author ADA_SAYS = new Ledger.Author("ada", "a test");
    private static final ExternalId SHOW = new ExternalId("tvmaze:show", "180");
    private static final ExternalId OTHER = new ExternalId("tmdb:tv", "1437");
    private static final Thing PIER = new Thing(SubjectKind.CONTAINER, 1);

    private static ToldEpisode episode(int number) {
        return new ToldEpisode(
                new ExternalId("tvmaze:episode", "1" + number),
                new Place(1, number),
                "Episode\t" + number,
                new Airing(LocalDate.of(2024, 1, number), 1_700_000_000L + number),
                number % 2 == 0 ? null : (Integer) 1_500,
                number == 1 ? List.of(new Place(2, 7), new Place(3, 8)) : List.of());
    }

    private static EpisodeList list(ExternalId show, long toldAt, int episodes) {
        return new EpisodeList(
                show,
                toldAt,
                false,
                IntStream.rangeClosed(1, episodes)
                        .mapToObj(EpisodeRowsTest::episode)
                        .toList());
    }

    private static void put(Library library, EpisodeList list) {
        library.database.write(tx -> {
            EpisodeRows.put(tx, ADA, list);
            return true;
        });
    }

    private static long decide(Library library, Thing thing, Ruling ruling) {
        return library.database.write(tx -> library.ledger.decide(tx, ADA, thing, ruling, ADA_SAYS));
    }

    private static void watched(Library library) {
        library.live(
                ADA,
                "tv",
                "kind=episode;show=Pier;n=1;title=Pilot;at=2026-01-01T10:00:00Z",
                "kind=episode;show=Pier Again;season=none;n=12;title=;at=2026-01-02T10:00:00Z",
                "title=Song;artist=Cy;at=2026-01-03T10:00:00Z");
    }

    private static EpisodeFacts facts(Library library) {
        return library.history(ADA).names().facts().episodes();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_place_an_episode_was_told_with_is_known(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            watched(library);
            Names names = library.history(ADA).names();
            assertThat(names.season(1)).isEqualTo(1);
            assertThat(names.episode(1)).isEqualTo(1);
            assertThat(names.season(2)).isEqualTo(Names.UNTOLD);
            assertThat(names.episode(2)).isEqualTo(12);
            assertThat(names.episode(3)).isEqualTo(Names.UNTOLD);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_list_is_the_series_while_its_id_is_linked(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            watched(library);
            put(library, list(SHOW, 5, 3));
            assertThat(facts(library).isEmpty()).isTrue();

            long linked = decide(library, PIER, new Ruling.Link(SHOW));
            decide(library, new Thing(SubjectKind.ITEM, 1), new Ruling.Link(new ExternalId("tvmaze:episode", "11")));

            assertThat(facts(library).of(1)).contains(list(SHOW, 5, 3));
            assertThat(facts(library).of(2)).isEmpty();
            assertThat(facts(library).ids(1)).containsExactly(new ExternalId("tvmaze:episode", "11"));
            library.removal.undo(ADA, linked, ADA_SAYS);
            assertThat(facts(library).isEmpty()).isTrue();
            decide(library, PIER, new Ruling.Link(SHOW));
            assertThat(facts(library).of(1)).isPresent();
            decide(library, PIER, new Ruling.Unlink(SHOW));
            assertThat(facts(library).isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_newer_list_takes_the_place_of_the_older_and_one_without_episodes_says_nothing(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            watched(library);
            decide(library, PIER, new Ruling.Link(SHOW));
            put(library, list(SHOW, 5, 3));
            put(library, list(SHOW, 4, 1));
            assertThat(facts(library).of(1)).contains(list(SHOW, 5, 3));
            put(library, list(SHOW, 6, 2));
            assertThat(facts(library).of(1)).contains(list(SHOW, 6, 2));
            put(library, list(SHOW, 7, 0));
            assertThat(facts(library).of(1)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_merged_series_lends_its_list_to_what_stands_for_it(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            watched(library);
            decide(library, new Thing(SubjectKind.CONTAINER, 2), new Ruling.Link(SHOW));
            put(library, list(SHOW, 5, 3));
            library.database.write(tx -> library.ledger.merge(tx, ADA, SubjectKind.CONTAINER, 2, 1, ADA_SAYS));
            assertThat(facts(library).of(1)).contains(list(SHOW, 5, 3));
            decide(library, PIER, new Ruling.Link(OTHER));
            put(library, list(OTHER, 1, 1));
            assertThat(facts(library).of(1)).contains(list(OTHER, 1, 1));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_list_is_due_when_none_was_told_or_not_since_then(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            watched(library);
            decide(library, PIER, new Ruling.Link(SHOW));
            decide(library, PIER, new Ruling.Link(OTHER));
            decide(library, PIER, new Ruling.Link(new ExternalId("imdb", "tt1234567")));
            assertThat(due(library, 0, 0)).containsExactly(OTHER, SHOW);

            put(library, list(SHOW, 100, 3));
            put(library, new EpisodeList(OTHER, 50, true, List.of()));

            assertThat(due(library, 99, 49)).isEmpty();
            assertThat(due(library, 100, 49)).containsExactly(SHOW);
            assertThat(due(library, 99, 50)).containsExactly(OTHER);
        }
    }

    private static List<ExternalId> due(Library library, long running, long ended) {
        return library
                .database
                .read(tx -> EpisodeRows.due(
                        tx, ADA, List.of("tvmaze:show", "tmdb:tv"), 0, new EpisodeRows.Since(running, ended)))
                .stream()
                .map(FactRows.Untold::id)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void lists_are_one_users_and_go_with_what_is_forgotten(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            put(library, list(SHOW, 5, 1));
            put(library, list(OTHER, 5, 1));
            assertThat(all(library, null)).containsExactly(OTHER, SHOW);
            assertThat(all(library, OTHER)).containsExactly(SHOW);
            List<EpisodeList> bens = library.database.read(tx -> EpisodeRows.after(tx, BEN, null, 10));
            assertThat(bens).isEmpty();
            library.database.write(tx -> {
                CatalogErasure.forget(tx, ADA);
                return true;
            });
            assertThat(all(library, null)).isEmpty();
        }
    }

    private static List<ExternalId> all(Library library, @Nullable ExternalId after) {
        return library.database.read(tx -> EpisodeRows.after(tx, ADA, after, 10)).stream()
                .map(EpisodeList::show)
                .toList();
    }

    @Test
    void no_two_episodes_share_a_place_or_an_id() {
        ToldEpisode one = episode(1);
        ToldEpisode same = new ToldEpisode(one.id(), new Place(1, 9), "", Airing.UNKNOWN, null, List.of());
        ToldEpisode there = new ToldEpisode(OTHER, one.place(), "", Airing.UNKNOWN, null, List.of());
        assertThat(new EpisodeList(SHOW, 1, true, List.of(episode(2), one, same, there)).episodes())
                .containsExactly(one, episode(2));
    }

    @Test
    void a_place_is_written_as_people_do() {
        assertThat(Place.parse("S12 E345")).isEqualTo(new Place(12, 345)).hasToString("S12 E345");
        assertThatThrownBy(() -> Place.parse("12x3"))
                .hasMessageContaining("S1 E2")
                .hasMessageContaining("12x3");
        assertThatThrownBy(() -> Place.parse("S0 E3")).hasMessageContaining("1 to 9999");
        assertThat(Place.isOne(0, 3)).isFalse();
        assertThat(Place.isOne(1, null)).isFalse();
    }
}
