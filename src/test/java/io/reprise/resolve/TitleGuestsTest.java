package io.reprise.resolve;

import static io.reprise.laws.Library.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.catalog.SubjectKind;
import io.reprise.laws.Library;
import io.reprise.media.CreditedName;
import io.reprise.store.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Guests who stand in the titles of songs, found and put into the credit without asking anybody. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TitleGuestsTest {
    private static final Set<String> KNOWN = Set.of("bo", "cy", "live", "earth, wind & fire", "mr. x (of y)");

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "Song (feat. Zed) = Song <- Zed",
                "Song (feat.Zed) = Song <- Zed",
                "Song [ft. Zed & Yma] = Song <- Zed|Yma",
                "Song [Ft Zed, Yma and Bo] - Live = Song - Live <- Zed|Yma|Bo",
                "Song (FEATURING Zed) [Cy Remix] = Song [Cy Remix] <- Zed",
                "Song（feat. Zed） = Song <- Zed",
                "Song feat. Zed = Song <- Zed",
                "Song, feat. Zed - Remastered 2011 = Song - Remastered 2011 <- Zed",
                "Song feat. Zed (Live) = Song (Live) <- Zed",
                "Song (feat. Earth, Wind & Fire) = Song <- Earth, Wind & Fire",
                "Song (feat. Zed, Earth, Wind & Fire & Cy) = Song <- Zed|Earth, Wind & Fire|Cy",
                "Song (feat. Live) = Song <- Live",
                "Song (with Bo) = Song <- Bo",
                "Song ft. Bo & Cy = Song <- Bo|Cy",
                "Song featuring Bo = Song <- Bo",
                "Song (with Zed) = ''",
                "Dancing (With Myself) = ''",
                "Song ft. Zed = ''",
                "50 Ft. Queenie = ''",
                "50 ft Bo = ''",
                "The Feat of Bo = ''",
                "Defeat (Bo) = ''",
                "Swift Bo = ''",
                "(feat. Bo) = ''",
                "(feat. Bo) Song = ''",
                "Song (feat. Zed Remix) = ''",
                "Song (feat. Zed - Live) = ''",
                "Song (feat. Mr. X (of Y)) = ''",
                "Song (feat. ) = ''",
                "feat. = ''",
                "Song = ''"
            })
    void a_title_names_guests_only_where_it_surely_does(String title, String read) {
        assertThat(TitleGuests.read(title.strip(), name -> KNOWN.contains(name.toLowerCase(Locale.ROOT)))
                        .map(found -> found.title() + " <- "
                                + String.join(
                                        "|",
                                        found.names().stream()
                                                .map(CreditedName::name)
                                                .toList()))
                        .orElse(""))
                .isEqualTo(read.strip());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_guest_goes_from_the_title_into_the_credit_and_back(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            library.live(
                    ADA,
                    "phone",
                    "title=One (feat. Bo & Cy);artist=Ann;at=2026-01-01T10:00:00Z",
                    "title=Two (feat. Bo);artist=Ann, Bo;artists=Ann|Bo;at=2026-01-02T10:00:00Z",
                    "title=Three (feat. Bo);artist=Ann feat. Bo;at=2026-01-03T10:00:00Z",
                    "title=Four (feat. Bo);at=2026-01-04T10:00:00Z",
                    "title=Kept (feat. Bo);artist=Ann;at=2026-01-05T10:00:00Z",
                    "kind=book;title=Read (feat. Bo);artist=Ann;at=2026-01-06T10:00:00Z");
            Map<String, Integer> told = library.totals(ADA);
            Credits credits = new Credits(library.database, library.histories, library.ledger);
            credits.put(ADA, new CreditRule(CreditRule.Kind.KEEP, "kept (feat. bo)", List.of()));

            assertThat(credits.preview(ADA))
                    .extracting(Change::name)
                    .containsExactly("Ann feat. Bo", "One (feat. Bo & Cy)", "Two (feat. Bo)", "Three (feat. Bo)");
            assertThat(library.totals(ADA)).isEqualTo(told);
            Credits.Applied applied = credits.apply(ADA, "ada");

            assertThat(applied)
                    .as("a split, a credit and three titles")
                    .isEqualTo(new Credits.Applied(4, 1, 5, List.of()));
            assertThat(library.totals(ADA))
                    .isEqualTo(Map.of(
                            "Ann, Bo, Cy - One", 1,
                            "Ann, Bo - Two", 1,
                            "Ann, Bo - Three", 1,
                            " - Four (feat. Bo)", 1,
                            "Ann - Kept (feat. Bo)", 1,
                            "Ann - Read (feat. Bo)", 1));
            assertThat(credits.preview(ADA)).isEmpty();
            library.live(ADA, "phone", "title=One (feat. Bo & Cy);artist=Ann;at=2026-02-01T10:00:00Z");
            assertThat(library.totals(ADA)).containsEntry("Ann, Bo, Cy - One", 2);

            assertThat(credits.undo(ADA, applied.first(), applied.last(), "ada"))
                    .isEqualTo(5);
            assertThat(library.totals(ADA))
                    .containsEntry("Ann - One (feat. Bo & Cy)", 2)
                    .containsEntry("Ann, Bo - Two (feat. Bo)", 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_song_is_another_one_only_where_title_and_credit_are_just_the_same(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            library.live(
                    ADA,
                    "phone",
                    "title=Song;artist=Ann;at=2026-01-01T10:00:00Z",
                    "title=song;artist=Ann, Bo;artists=Ann|Bo;at=2026-01-02T10:00:00Z",
                    "title=Song (feat. Bo);artist=Ann;at=2026-01-03T10:00:00Z",
                    "title=Song (feat. Ann);artist=Bo;at=2026-01-04T10:00:00Z",
                    "title=Air (feat. Cy);artist=Ann;at=2026-01-05T10:00:00Z",
                    "title=Air (feat. Cy);artist=Ann;at=2026-01-06T10:00:00Z",
                    "title=Air [ft. Cy];artist=Ann;at=2026-01-07T10:00:00Z");
            Map<String, Integer> told = library.totals(ADA);
            Credits credits = new Credits(library.database, library.histories, library.ledger);

            Credits.Applied applied = credits.apply(ADA, "ada");

            assertThat(library.totals(ADA))
                    .isEqualTo(Map.of("Ann - Song", 1, "Ann, Bo - song", 2, "Bo, Ann - Song", 1, "Ann, Cy - Air", 3));
            assertThat(applied.changed()).isEqualTo(4);
            assertThat(library.count(
                            "select count(*) from decision where user_id = :user"
                                    + " and object is not null and subject_kind = "
                                    + SubjectKind.ITEM.code(),
                            ADA))
                    .isEqualTo(2);
            List<String> rows = library.readings(ADA);
            library.aggregator.rebuild(ADA);
            assertThat(library.readings(ADA)).isEqualTo(rows);
            credits.undo(ADA, applied.first(), applied.last(), "ada");
            assertThat(library.totals(ADA)).isEqualTo(told);
        }
    }
}
