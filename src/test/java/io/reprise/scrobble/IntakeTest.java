package io.reprise.scrobble;

import static io.reprise.laws.Library.ADA;
import static io.reprise.laws.Library.BEN;
import static io.reprise.laws.Library.origin;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.laws.Library;
import io.reprise.laws.LineFormat;
import io.reprise.store.Dialect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IntakeTest {
    private static final String LINE = "title=Says;artist=Nils Frahm;at=2026-01-01T10:00:00Z";

    private static List<Receipt> accept(Library library, String client, String... lines) {
        return library.intake.accept(
                ADA,
                origin(client),
                java.util.Arrays.stream(lines).map(LineFormat::submission).toList());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void each_submission_is_answered_in_order(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            assertThat(accept(library, "phone", LINE)).containsExactly(new Receipt.Stored(1));

            assertThat(accept(
                            library,
                            "phone",
                            LINE,
                            LINE + ";album=Spaces",
                            "title=Ahead;artist=A;at=2027-01-01T10:00:00Z",
                            "title=New;artist=A;at=2026-01-01T10:00:00Z"))
                    .satisfiesExactly(
                            known -> assertThat(known).isEqualTo(new Receipt.Known(1)),
                            release -> assertThat(release).isEqualTo(new Receipt.Known(1)),
                            ahead -> assertThat(ahead).isInstanceOf(Receipt.Refused.class),
                            fresh -> assertThat(fresh).isEqualTo(new Receipt.Stored(2)));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void another_origin_is_another_scrobble(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            accept(library, "phone", LINE);

            assertThat(accept(library, "server", LINE)).containsExactly(new Receipt.Stored(2));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_report_without_a_time_is_a_repeat_for_fifteen_seconds(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            accept(library, "kodi", "title=Says;artist=Nils Frahm");
            library.clock.advance(Duration.ofSeconds(15));
            assertThat(accept(library, "kodi", "title=Says;artist=Nils Frahm")).containsExactly(new Receipt.Known(1));

            library.clock.advance(Duration.ofSeconds(1));
            assertThat(accept(library, "kodi", "title=Says;artist=Nils Frahm")).containsExactly(new Receipt.Stored(2));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_id_of_the_origins_own_makes_a_corrected_time_the_same_scrobble(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            accept(library, "trakt", LINE + ";id=77");

            assertThat(accept(library, "trakt", "title=Says;artist=Nils Frahm;at=2026-01-01T11:00:00Z;id=77"))
                    .containsExactly(new Receipt.Known(1));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void numbers_have_no_gaps_when_many_submit_at_once(Dialect dialect) throws Exception {
        try (Library library = new Library(dialect);
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < 16; client++) {
                int number = client;
                running.add(clients.submit(() -> IntStream.range(0, 25).forEach(i -> {
                    String line = "title=Song " + i + ";artist=A;at=2026-01-01T10:00:00Z";
                    library.intake.accept(
                            i % 2 == 0 ? ADA : BEN,
                            origin("client" + number),
                            List.of(LineFormat.submission(line), LineFormat.submission(line)));
                })));
            }
            for (Future<?> one : running) {
                one.get();
            }
            for (var user : List.of(ADA, BEN)) {
                long last = library.count("select scrobbles from head where user_id = :user", user);
                assertThat(library.count("select count(*) from scrobble where user_id = :user", user))
                        .isEqualTo(last);
                assertThat(library.count("select max(number) from scrobble where user_id = :user", user))
                        .isEqualTo(last);
                assertThat(last).isEqualTo(16 * (user.equals(ADA) ? 13 : 12));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_payload_comes_back_byte_for_byte_from_rows_and_from_blocks(Dialect dialect) throws Exception {
        try (Library library = new Library(dialect)) {
            List<String> lines = IntStream.range(0, 600)
                    .mapToObj(i -> "title=Söng " + i + ";artist=\u0645\u0631\u062d\u0628\u0627;note="
                            + "x".repeat(i % 200) + ";at=2026-01-01T10:00:00Z")
                    .toList();
            accept(library, "phone", lines.getFirst());
            library.bulk(ADA, "file", lines);

            List<ScrobbleLog.Entry> entries = library.database.read(tx -> library.log.after(tx, ADA, 0, 1_000));
            assertThat(entries).hasSize(601);
            for (int i = 0; i < lines.size(); i++) {
                ScrobbleLog.Entry.Read entry = (ScrobbleLog.Entry.Read) entries.get(i + 1);
                assertThat(entry.payload()).isEqualTo(lines.get(i).getBytes(StandardCharsets.UTF_8));
            }
            long number = 333;
            ScrobbleLog.Entry one = library.database.read(
                    tx -> library.log.find(tx, ADA, number).orElseThrow());
            assertThat(((ScrobbleLog.Entry.Read) one).payload())
                    .isEqualTo(lines.get(331).getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_import_leaves_out_what_is_known_wherever_it_lies(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            List<String> lines = IntStream.range(0, 1_000)
                    .mapToObj(i -> "title=Song " + i % 7 + ";artist=A;at="
                            + library.clock.instant().minusSeconds(1_000_000L - (i * 7919L) % 990_000))
                    .toList();
            int fresh = library.bulk(ADA, "file", lines).size();
            assertThat(fresh).isPositive();

            assertThat(library.bulk(ADA, "file", lines)).isEmpty();
            assertThat(library.bulk(ADA, "file", List.of(lines.get(0), lines.get(999))))
                    .isEmpty();
            assertThat(library.count("select scrobbles from head where user_id = :user", ADA))
                    .isEqualTo(fresh);
        }
    }
}
