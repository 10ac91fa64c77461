package io.reprise.upkeep;

import static io.reprise.laws.Library.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.User;
import io.reprise.art.PictureAudit;
import io.reprise.art.Pictures;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.SubjectKind;
import io.reprise.laws.Library;
import io.reprise.laws.LineFormat;
import io.reprise.scrobble.Formats;
import io.reprise.scrobble.LogAudit;
import io.reprise.store.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DoctorTest {
    private static final User PERSON = new User(ADA, "ada");
    private static final Ledger.Author AUTHOR = new Ledger.Author("ada", "a test");
    private static final String SONG =
            "title=Song %d;artist=Artist %d;album=Album;length=200;at=2025-03-%02dT1%d:00:00Z";

    /** What is broken, the check that has to name it first, and whether a rebuild mends it. */
    private record Damage(String sql, Check check, boolean mendable) {}

    private static final List<Damage> DAMAGES = List.of(
            new Damage("delete from scrobble where user_id = 1 and number = 7", Check.SCROBBLE_NUMBERS, false),
            new Damage("update head set scrobbles = 1000000000 where user_id = 1", Check.SCROBBLE_NUMBERS, false),
            new Damage("update head set scrobbles = 300 where user_id = 1", Check.SCROBBLE_NUMBERS, false),
            new Damage("delete from payload_row where user_id = 1 and number = 2", Check.PAYLOAD_MISSING, false),
            new Damage("delete from payload_block where user_id = 1", Check.PAYLOAD_MISSING, false),
            new Damage(
                    "insert into payload_row select user_id, 100, codec, bytes from payload_row where number = 2",
                    Check.PAYLOAD_TWICE,
                    false),
            new Damage(
                    "update payload_row set codec = 7 where user_id = 1 and number = 3", Check.PAYLOAD_BROKEN, false),
            new Damage("update payload_block set codec = 0 where user_id = 1", Check.PAYLOAD_BROKEN, false),
            new Damage("update payload_block set n = n - 1 where user_id = 1", Check.PAYLOAD_BROKEN, false),
            new Damage(
                    "update scrobble set format = 77 where user_id = 1 and number = 4",
                    Check.PAYLOAD_UNREADABLE,
                    false),
            new Damage("delete from decision where user_id = 1 and number = 1", Check.DECISION_NUMBERS, false),
            new Damage("update catalog_head set decisions = 9 where user_id = 1", Check.DECISION_NUMBERS, false),
            new Damage("delete from item where user_id = 1 and number = 2", Check.CATALOG_NUMBERS, true),
            new Damage("delete from container where user_id = 1", Check.CATALOG_NUMBERS, true),
            new Damage("update catalog_head set creators = 1 where user_id = 1", Check.CATALOG_NUMBERS, true),
            new Damage("update item set canonical = null where user_id = 1", Check.POINTERS, true),
            new Damage("update creator set canonical = 2 where user_id = 1 and number = 1", Check.POINTERS, true),
            new Damage("update credit set creator = 99 where user_id = 1 and item = 1", Check.CREDITS, true),
            new Damage("update play_head set derived = derived - 5 where user_id = 1", Check.CURSOR, true),
            new Damage("update play_head set derived = derived + 5 where user_id = 1", Check.CURSOR, true),
            new Damage("delete from play where user_id = 1 and number = 5", Check.PLAYS, true),
            new Damage(
                    "insert into play (user_id, at, number, item, day, origin, \"precision\", reason)"
                            + " values (1, 77, 5, 1, 0, 1, 0, 4)",
                    Check.PLAY_COUNTS,
                    true),
            new Damage("update play set item = 99 where user_id = 1 and number = 6", Check.PLAY_ITEM, true),
            new Damage("update play set container = 99 where user_id = 1 and number = 6", Check.PLAY_CONTAINER, true),
            new Damage("update play set reason = 4 where user_id = 1 and number = 6", Check.DAILY_PLAYS, true),
            new Damage("update play set seconds = 9 where user_id = 1 and number = 6", Check.DAILY_PLAYS, true),
            new Damage(
                    "update daily_plays set plays = plays + 1 where user_id = 1 and day > 0", Check.DAILY_PLAYS, true),
            new Damage("delete from daily_plays where user_id = 1 and day < 0", Check.DAILY_PLAYS, true),
            new Damage(
                    "insert into daily_plays (user_id, day, item, plays, seconds) values (1, 90000, 1, 1, 1)",
                    Check.DAILY_PLAYS,
                    true));

    static Stream<Arguments> damages() {
        return DAMAGES.stream()
                .flatMap(damage -> Stream.of(Dialect.values()).map(dialect -> Arguments.of(dialect, damage)));
    }

    private static Library library(Dialect dialect) {
        Library library = new Library(dialect);
        List<String> live = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            live.add(SONG.formatted(i % 4, i % 2, i + 1, 0));
        }
        live.add("title=Old;artist=Artist 1;undated=1");
        library.live(ADA, "phone", live.toArray(String[]::new));
        List<String> bulk = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            bulk.add(SONG.formatted(i % 6, i % 3, 1 + i / 25, i % 10) + ";id=" + i);
        }
        library.bulk(ADA, "diary", bulk);
        library.removal.remove(ADA, 3, AUTHOR);
        library.database.write(tx -> library.ledger.merge(tx, ADA, SubjectKind.ITEM, 1, 2, AUTHOR));
        return library;
    }

    private static Diagnosis examined(Library library) {
        LogAudit audit = new LogAudit(new Formats(List.of(LineFormat.INSTANCE)));
        Pictures none = new Pictures(library.database, library.clock, new Pictures.Store(Path.of("none"), 0));
        PictureAudit pictures = new PictureAudit(library.database, none);
        return new Doctor(library.database, library.log, audit, pictures).examine(PERSON);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_library_that_was_only_used_is_healthy(Dialect dialect) {
        try (Library library = library(dialect)) {
            assertThat(examined(library).findings()).isEmpty();
            library.aggregator.rebuild(ADA);
            assertThat(examined(library).findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("damages")
    void a_damage_is_found_named_and_mended(Dialect dialect, Object told) {
        Damage damage = (Damage) told;
        try (Library library = library(dialect)) {
            int changed = library.database.write(tx -> tx.handle().execute(damage.sql()));
            assertThat(changed).as("rows that %s changed", damage.sql()).isPositive();

            Diagnosis diagnosis = examined(library);

            assertThat(diagnosis.findings().stream().map(Finding::check))
                    .contains(damage.check().word());
            assertThat(diagnosis.findings()).allSatisfy(finding -> {
                assertThat(finding.found()).matches("[1-9].*");
                assertThat(finding.mend()).contains("ada");
            });
            if (damage.mendable()) {
                library.aggregator.rebuild(ADA);
                assertThat(examined(library).findings()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_examination_changes_nothing(Dialect dialect) {
        try (Library library = library(dialect)) {
            library.database.write(tx -> tx.handle().execute("update play set item = 99 where number = 6"));
            List<String> before = library.readings(ADA);

            examined(library);

            assertThat(library.readings(ADA)).isEqualTo(before);
        }
    }
}
