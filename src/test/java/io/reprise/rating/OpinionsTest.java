package io.reprise.rating;

import static io.reprise.laws.Library.ADA;
import static io.reprise.laws.Library.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.catalog.Ledger;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.laws.Library;
import io.reprise.media.MediaKind;
import io.reprise.store.Dialect;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is thought of songs, artists and albums of a library. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OpinionsTest {
    private static Opinions.Called item(int number, String title) {
        return new Opinions.Called(new Thing(SubjectKind.ITEM, number), MediaKind.SONG, title, "Abba");
    }

    private static Opinions over(Library library) {
        return new Opinions(library.database, new Ratings(library.database, InstantSource.system()));
    }

    private static void play(Library library) {
        library.live(
                ADA,
                "phone",
                "title=SOS;artist=Abba;at=2026-01-01T10:00:00Z",
                "title=S.O.S;artist=Abba;at=2026-01-02T10:00:00Z",
                "title=Money;artist=Abba;at=2026-01-03T10:00:00Z");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_last_rating_holds_until_it_is_taken_back_and_then_the_one_before(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            play(library);
            Opinions opinions = over(library);
            Opinions.Called sos = item(1, "SOS");
            opinions.rate(ADA, sos, Scale.HALF_STARS.read("3"));
            opinions.rate(ADA, sos, Scale.HALF_STARS.read("9/10"));
            Held held = opinions.held(ADA, sos.thing());
            assertThat(held.score().orElseThrow().value()).isEqualTo(90);
            opinions.ratings()
                    .undo(ADA, held.rating() == null ? 0 : held.rating().number());
            assertThat(opinions.held(ADA, sos.thing()).score().orElseThrow().value())
                    .isEqualTo(60);
            assertThat(opinions.held(ADA, sos.thing()).history()).hasSize(3);
            assertThat(opinions.held(BEN, sos.thing()).history()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_merge_brings_opinions_together_and_its_undo_parts_them(Dialect dialect) throws Exception {
        try (Library library = new Library(dialect)) {
            play(library);
            Opinions opinions = over(library);
            opinions.love(ADA, item(1, "SOS"), Loves.LOVED);
            opinions.tag(ADA, item(2, "S.O.S"), "Calm");
            Ledger.Author ann = new Ledger.Author("ada", "");
            long merge = library.database.write(tx -> library.ledger.merge(tx, ADA, SubjectKind.ITEM, 2, 1, ann));
            Held both = opinions.held(ADA, item(1, "SOS").thing());
            assertThat(both.love()).isEqualTo(Loves.LOVED);
            assertThat(both.tags()).hasSize(1);
            assertThat(opinions.loves(ADA, List.of(1, 3))).isEqualTo(Map.of(1, Loves.LOVED));
            assertThat(opinions.untag(ADA, item(1, "SOS").thing(), "calm")).isTrue();
            assertThat(opinions.untag(ADA, item(1, "SOS").thing(), "calm")).isFalse();
            opinions.tag(ADA, item(1, "SOS"), "loud");
            library.database.write(tx -> library.ledger.undo(tx, ADA, merge, ann));
            assertThat(opinions.held(ADA, item(2, "S.O.S").thing()).tags()).isEmpty();
            assertThat(opinions.held(ADA, item(2, "S.O.S").thing()).love()).isEqualTo(Loves.NONE);
            assertThat(opinions.held(ADA, item(1, "SOS").thing()).tags()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void tags_are_listed_and_found_however_they_are_written(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            play(library);
            Opinions opinions = over(library);
            opinions.tag(ADA, item(1, "SOS"), "Sad Song");
            opinions.tag(ADA, item(1, "SOS"), "sad song");
            opinions.tag(ADA, item(3, "Money"), "SAD SONG");
            Opinions.Called abba = new Opinions.Called(new Thing(SubjectKind.CREATOR, 1), MediaKind.SONG, "Abba", "");
            opinions.tag(ADA, abba, "swedish");
            opinions.note(ADA, abba, "Heard them in Graz");
            opinions.love(ADA, abba, Loves.LOVED);
            assertThat(opinions.ratings().tags(ADA))
                    .extracting(Ratings.Tag::things)
                    .containsExactly(2L, 1L);
            List<RatingEvent> sad = opinions.ratings().tagged(ADA, " sad song", new Loves.Page(10, 0));
            assertThat(sad).extracting(event -> event.about().title()).containsExactly("Money", "SOS");
            assertThat(opinions.addresses(ADA, sad).values()).containsExactly(3, 1);
            assertThat(opinions.ratings().tags(BEN)).isEmpty();
            assertThat(opinions.held(ADA, abba.thing()).notes()).hasSize(1);
            assertThat(opinions.held(ADA, abba.thing()).love()).isEqualTo(Loves.LOVED);
            assertThat(new Loves(library.database, opinions.ratings())
                            .counts(ADA)
                            .loved())
                    .as("the loves that other services ask for are of items alone")
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_scale_that_is_shown_is_chosen_by_each_user(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            Ratings ratings = over(library).ratings();
            assertThat(ratings.scale(ADA)).isEqualTo(Scale.USUAL);
            ratings.setScale(ADA, Scale.HUNDRED);
            assertThat(ratings.scale(ADA)).isEqualTo(Scale.HUNDRED);
            assertThat(ratings.scale(BEN)).isEqualTo(Scale.USUAL);
        }
    }
}
