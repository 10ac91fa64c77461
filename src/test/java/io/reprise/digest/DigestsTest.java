package io.reprise.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.SettableClock;
import io.reprise.account.Calendar;
import io.reprise.account.Seal;
import io.reprise.account.ServerKey;
import io.reprise.account.UserId;
import io.reprise.account.WeekStart;
import io.reprise.account.ZoneHistory;
import io.reprise.adapters.listenbrainz.ListenFormat;
import io.reprise.adapters.ntfy.NtfyOutlet;
import io.reprise.adapters.webhook.WebhookOutlet;
import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.http.PoliteClient;
import io.reprise.imports.PullDesk;
import io.reprise.media.MediaKind;
import io.reprise.relay.Outlets;
import io.reprise.relay.TargetOrder;
import io.reprise.relay.Targets;
import io.reprise.scrobble.Formats;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DigestsTest {
    private static final UserId ANN = new UserId(1);
    private static final UserId BEN = new UserId(2);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** A Sunday afternoon. */
    private final SettableClock clock = SettableClock.at("2026-05-31T12:00:00Z");

    private static long at(String text) {
        return Instant.parse(text).getEpochSecond();
    }

    private static History history() {
        return new HistoryBuilder(BERLIN)
                .play(MediaKind.SONG, "Old", "Mara Lind", "Small Rooms", at("2026-05-20T10:00:00Z"), 200)
                .play(MediaKind.SONG, "Old", "Mara Lind", "Small Rooms", at("2026-05-25T10:00:00Z"), 200)
                .play(MediaKind.SONG, "<b>New</b>", "Öre \"Flint\"", "Away", at("2026-05-30T10:00:00Z"), 3_600)
                .play(MediaKind.SONG, "<b>New</b>", "Öre \"Flint\"", "Away", at("2026-05-31T10:00:00Z"), 3_600)
                .play(MediaKind.FILM, "Once", "", "", at("2026-06-02T18:00:00Z"), 7_200)
                .build();
    }

    private record Node(Targets targets, Digests digests, DigestRound round) {}

    private Node node(Database database) {
        PoliteClient client = PullDesk.quickClient(clock);
        Seal seal = new Seal(ServerKey.ofHex("0f".repeat(32)), new SecureRandom());
        Outlets outlets =
                new Outlets(List.of(new WebhookOutlet(client, clock), new NtfyOutlet(client, Optional.empty())));
        Targets targets = new Targets(
                database,
                clock,
                new Targets.Locks(seal, new SecureRandom()),
                outlets,
                new ScrobbleLog(new Formats(List.of(new ListenFormat()))));
        History history = history();
        Digests digests = new Digests(database, clock, targets, user -> history);
        return new Node(targets, digests, new DigestRound(digests, clock));
    }

    private static int hook(Node node) {
        return node.targets()
                .make(
                        ANN,
                        new TargetOrder(
                                "webhook",
                                null,
                                "http://127.0.0.1:1/",
                                null,
                                TargetOrder.keys(null, null, null),
                                null,
                                true))
                .target()
                .number();
    }

    private static List<String> waiting(Database database) {
        return database.read(tx -> tx.handle()
                .createQuery("select p.title from relay_outbox o join relay_post p"
                        + " on p.user_id = o.user_id and p.number = o.subject order by o.number")
                .mapTo(String.class)
                .list());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_week_is_told_once_on_the_morning_after_whoever_looks_and_however_often(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Node one = node(database);
            Node other = node(database);
            one.digests().make(ANN, Every.WEEK, hook(one));
            assertThat(one.round().runDue()).hasValue(at("2026-06-01T05:00:00Z"));
            assertThat(waiting(database)).isEmpty();

            clock.advance(Duration.ofHours(18));
            Order due = one.digests().nextDue(1).getFirst();
            assertThat(other.digests().send(due)).isTrue();
            assertThat(one.digests().send(due)).isFalse();
            assertThat(one.round().runDue()).hasValue(at("2026-06-08T05:00:00Z"));
            assertThat(node(database).round().runDue()).hasValue(at("2026-06-08T05:00:00Z"));
            assertThat(waiting(database)).containsExactly("Your week 22 of 2026");

            clock.advance(Duration.ofDays(22));
            node(database).round().runDue();
            assertThat(waiting(database)).containsExactly("Your week 22 of 2026", "Your week 25 of 2026");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void one_that_is_off_is_not_told_and_what_passed_meanwhile_never_is(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            Node node = node(database);
            Order made = node.digests().make(ANN, Every.MONTH, hook(node));
            assertThat(made.nextDueAt()).isEqualTo(at("2026-06-01T05:00:00Z"));
            assertThat(node.digests().turn(BEN, made.number(), false)).isEmpty();
            node.digests().turn(ANN, made.number(), false);
            clock.advance(Duration.ofDays(2));
            assertThat(node.round().runDue()).isEmpty();
            Order on = node.digests().turn(ANN, made.number(), true).orElseThrow();
            assertThat(on.nextDueAt()).isEqualTo(at("2026-07-01T05:00:00Z"));
            node.round().runDue();
            assertThat(waiting(database)).isEmpty();
            assertThat(node.digests().delete(BEN, made.number())).isFalse();
            assertThat(node.digests().delete(ANN, made.number())).isTrue();
            assertThat(node.digests().of(ANN)).isEmpty();
        }
    }

    @Test
    void a_target_that_is_not_ones_own_or_takes_no_words_is_refused() {
        try (Database database = Stores.fresh(Dialect.SQLITE)) {
            Node node = node(database);
            int hook = hook(node);
            assertThatThrownBy(() -> node.digests().make(BEN, Every.YEAR, hook))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("target: expected the number of a webhook");
        }
    }

    @Test
    void the_hour_follows_the_clock_of_the_user_over_the_change_of_summer_time() {
        ZoneHistory zones = ZoneHistory.of(BERLIN);
        assertThat(Digests.dueAfter(Every.WEEK, Calendar.of(zones), at("2026-03-25T12:00:00Z")))
                .isEqualTo(at("2026-03-30T05:00:00Z"));
        assertThat(Digests.dueAfter(Every.WEEK, Calendar.of(zones), at("2026-03-16T12:00:00Z")))
                .isEqualTo(at("2026-03-23T06:00:00Z"));
        assertThat(Digests.dueAfter(Every.YEAR, Calendar.of(zones), at("2026-01-01T05:59:59Z")))
                .isEqualTo(at("2026-01-01T06:00:00Z"));
        assertThat(Digests.dueAfter(Every.YEAR, Calendar.of(zones), at("2026-01-01T06:00:00Z")))
                .isEqualTo(at("2027-01-01T06:00:00Z"));
    }

    @Test
    void one_is_sent_at_once_and_still_comes_by_itself() {
        try (Database database = Stores.fresh(Dialect.SQLITE)) {
            Node node = node(database);
            Order made = node.digests().make(ANN, Every.WEEK, hook(node));
            assertThat(node.digests().sendNow(BEN, made.number())).isEmpty();
            assertThat(node.digests().sendNow(ANN, made.number()).orElseThrow().title())
                    .isEqualTo("Your week 21 of 2026");
            assertThat(waiting(database)).containsExactly("Your week 21 of 2026");
            assertThat(node.digests().of(ANN)).containsExactly(made);
        }
    }

    @Test
    void a_week_from_sunday_is_told_on_sunday_and_named_by_its_first_day() {
        Calendar calendar = new Calendar(ZoneHistory.of(BERLIN), WeekStart.SUNDAY);
        assertThat(Digests.dueAfter(Every.WEEK, calendar, at("2026-03-25T12:00:00Z")))
                .isEqualTo(at("2026-03-29T05:00:00Z"));
        LocalDate first = Every.WEEK.lastBefore(LocalDate.of(2026, 3, 29), WeekStart.SUNDAY);
        assertThat(first).isEqualTo(LocalDate.of(2026, 3, 22));
        assertThat(Digest.of(history(), Every.WEEK, first).title()).isEqualTo("Your week from 22 March 2026");
    }

    @Test
    void a_digest_says_the_same_in_text_html_and_json() {
        Told told = new Told(Digest.of(history(), Every.WEEK, LocalDate.of(2026, 5, 25)));
        assertThat(told.text()).isEqualTo("""
                2026-05-25 to 2026-05-31
                3 plays on 3 days, 2 h known (+200 % against the week before)
                3 songs, 2 h
                1 new creator, 1 new title
                2 days in a row with something played

                Most played creators
                1. Öre "Flint", 2 plays
                2. Mara Lind, 1 play

                Most played titles
                1. <b>New</b> – Öre "Flint", 2 plays
                2. Old – Mara Lind, 1 play

                Most played albums, shows and series
                1. Away – Öre "Flint", 2 plays
                2. Small Rooms – Mara Lind, 1 play

                New to you
                Öre "Flint", 2 plays
                """);
        assertThat(told.html())
                .contains("&lt;b&gt;New&lt;/b&gt; – Öre &quot;Flint&quot;")
                .doesNotContain("<b>");
        assertThat(told.json().at("/now/plays").asInt()).isEqualTo(3);
        assertThat(told.json().at("/before/plays").asInt()).isEqualTo(1);
        assertThat(told.json().at("/top_items/0/name").asString("")).isEqualTo("<b>New</b>");
        assertThat(told.json().at("/discoveries")).hasSize(1);
        assertThat(new Told(Digest.of(history(), Every.YEAR, LocalDate.of(2020, 1, 1))).text())
                .isEqualTo("2020-01-01 to 2020-12-31\nNothing was played.\n");
    }
}
