package io.reprise.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.catalog.Ledger;
import io.reprise.scrobble.Origin;
import io.reprise.store.Database;
import io.reprise.store.DatabaseAddress;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class RelayTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OK = "{\"status\":\"ok\"}";
    private static final Origin PLAYER = new Origin("reprise", "Strawberry", "");

    private final Upstream party = Upstream.answering(OK);

    @AfterEach
    void close() {
        party.close();
    }

    /** The titles that the party took, in order. */
    private List<String> taken() {
        List<String> titles = new ArrayList<>();
        for (Upstream.Asked asked : party.taken()) {
            for (JsonNode listen : JSON.readTree(asked.body()).path("payload")) {
                titles.add(listen.path("track_metadata").path("track_name").asString());
            }
        }
        return titles;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_play_told_live_is_passed_on_once_and_what_was_there_before_is_not(Dialect dialect) {
        try (RelayDesk desk = new RelayDesk(dialect)) {
            desk.plays(RelayDesk.PHONE, "Before", 900);
            Target target = desk.target("listenbrainz", party.address());
            long second = desk.clock.instant().getEpochSecond() - 300;
            desk.plays(RelayDesk.PHONE, "Hyperballad", 300);
            desk.sender.runDue();
            desk.follow();
            assertThat(desk.sender.runDue()).isEmpty();

            assertThat(taken()).containsExactly("Hyperballad");
            Upstream.Asked asked = party.taken().getFirst();
            assertThat(asked.address().getPath()).isEqualTo("/1/submit-listens");
            assertThat(asked.header("Authorization")).isEqualTo("Token " + RelayDesk.TOKEN);
            JsonNode body = JSON.readTree(asked.body());
            assertThat(body.path("listen_type").asString()).isEqualTo("single");
            JsonNode listen = body.path("payload").path(0);
            assertThat(listen.path("listened_at").asLong()).isEqualTo(second);
            assertThat(listen.path("track_metadata").path("artist_name").asString())
                    .isEqualTo("Björk & Co");
            assertThat(listen.path("track_metadata").path("release_name").asString())
                    .isEqualTo("Post");
            assertThat(desk.now(target).state()).isEqualTo("on");
            assertThat(desk.now(target).standing().sent()).isEqualTo(1);
            assertThat(desk.waiting(target)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void however_the_party_fails_nothing_is_lost_and_nothing_is_sent_twice(Dialect dialect) {
        try (RelayDesk desk = new RelayDesk(dialect)) {
            Target target = desk.target("listenbrainz", party.address());
            List<Upstream.Reply> faults = List.of(
                    new Upstream.Reply(429, "120", "slow down", false, false),
                    Upstream.Reply.of(500, "oops"),
                    Upstream.Reply.of(503, ""),
                    Upstream.CUT,
                    Upstream.NEVER,
                    Upstream.Reply.of(200, "<html>a router's sign-in page</html>"),
                    Upstream.Reply.of(200, "{\"status\":\"who are you?\"}"));
            int number = 0;
            for (Upstream.Reply fault : faults) {
                party.fail(fault);
                desk.plays(RelayDesk.PHONE, "Song " + number, 100);
                number++;
                long next = desk.sender.runDue().orElseThrow();
                long wait = next - desk.clock.instant().getEpochSecond();
                assertThat(wait)
                        .as(fault.toString())
                        .isBetween(fault.retryAfter().isEmpty() ? 60L : 120L, 160L);
                assertThat(desk.now(target).state()).isEqualTo("failing");
                assertThat(desk.now(target).standing().lastError()).isNotBlank();
                assertThat(desk.waiting(target)).isEqualTo(1);
                desk.sendAndWait(1);
                desk.sendAndWait(1);
                assertThat(desk.now(target).state()).as(fault.toString()).isEqualTo("on");
                desk.clock.advance(Duration.ofMinutes(10));
            }
            assertThat(taken())
                    .containsExactlyElementsOf(IntStream.range(0, number)
                            .mapToObj(i -> "Song " + i)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_party_that_refuses_us_is_left_alone_until_a_person_mends_it(Dialect dialect) {
        for (int status : new int[] {401, 403}) {
            try (RelayDesk desk = new RelayDesk(dialect);
                    Upstream strict = Upstream.answering(OK)) {
                Target target = desk.target("listenbrainz", strict.address());
                strict.fail(Upstream.Reply.of(status, "no such token " + RelayDesk.TOKEN));
                desk.plays(RelayDesk.PHONE, "One", 300);
                assertThat(desk.sender.runDue()).isEmpty();
                desk.plays(RelayDesk.PHONE, "Two", 60);
                assertThat(desk.sender.runDue()).isEmpty();
                assertThat(strict.asked()).hasSize(1);
                assertThat(desk.now(target).state()).isEqualTo("refused");
                assertThat(desk.now(target).standing().refused())
                        .contains(status + "")
                        .doesNotContain(RelayDesk.TOKEN);
                assertThat(desk.waiting(target)).isEqualTo(2);

                Keys another = TargetOrder.keys(null, null, "another");
                desk.targets.change(
                        RelayDesk.ADA, target.number(), new TargetOrder(null, null, null, null, another, null, null));
                desk.sender.runDue();
                assertThat(desk.waiting(target)).isZero();
                assertThat(strict.taken()).hasSize(1);
                assertThat(strict.taken().getFirst().header("Authorization")).isEqualTo("Token another");
                assertThat(strict.taken().getFirst().body()).contains("One", "Two", "\"import\"");
            }
        }
    }

    @Test
    void one_bad_play_in_a_batch_costs_no_other_and_waits_for_a_person() {
        try (RelayDesk desk = new RelayDesk(Dialect.SQLITE);
                Upstream picky = new Upstream(asked -> asked.body().contains("Bad")
                        ? Upstream.Reply.of(400, "invalid")
                        : Upstream.Reply.of(200, OK))) {
            Target target = desk.target("listenbrainz", picky.address());
            for (int i = 0; i < 5; i++) {
                desk.plays(RelayDesk.PHONE, i == 2 ? "Bad" : "Good " + i, 1000 - i * 200);
            }
            assertThat(desk.sender.runDue()).isEmpty();
            assertThat(picky.asked()).hasSize(6);
            Letters.Letter letter =
                    desk.letters.dead(target, 10).stream().findFirst().orElseThrow();
            assertThat(letter.about()).isEqualTo("Björk & Co: Bad");
            assertThat(letter.why()).contains("400");
            assertThat(desk.targets.load(target)).isEqualTo(new Targets.Load(0, 1));

            assertThat(desk.letters.again(target, letter.number())).isTrue();
            desk.sender.runDue();
            assertThat(picky.asked()).hasSize(7);
            assertThat(desk.letters.drop(target, letter.number())).isTrue();
            assertThat(desk.letters.drop(target, letter.number())).isFalse();
            assertThat(desk.targets.load(target)).isEqualTo(new Targets.Load(0, 0));
        }
    }

    @Test
    void waits_double_to_four_hours_and_after_two_weeks_it_is_given_up() {
        try (RelayDesk desk = new RelayDesk(Dialect.SQLITE);
                Upstream down = new Upstream(asked -> Upstream.Reply.of(502, ""))) {
            Target target = desk.target("listenbrainz", down.address());
            desk.plays(RelayDesk.PHONE, "Lost", 300);
            long begin = desk.clock.instant().getEpochSecond();
            List<Long> waits = new ArrayList<>();
            for (var next = desk.sender.runDue(); next.isPresent(); next = desk.sender.runDue()) {
                long wait = next.getAsLong() - desk.clock.instant().getEpochSecond();
                waits.add(wait);
                desk.clock.advance(Duration.ofSeconds(wait));
            }
            assertThat(waits.get(0)).isBetween(60L, 75L);
            assertThat(waits.get(1)).isBetween(120L, 150L);
            assertThat(waits.get(4)).isBetween(960L, 1200L);
            assertThat(waits).allMatch(wait -> wait <= 5 * 3600);
            assertThat(waits).hasSizeLessThan(BackOff.ATTEMPTS_MAX);
            long lasted = desk.clock.instant().getEpochSecond() - begin;
            boolean often = waits.size() >= BackOff.ATTEMPTS_MAX - 1;
            assertThat(often || lasted >= BackOff.AGE_MAX.toSeconds()).isTrue();
            assertThat(desk.targets.load(target)).isEqualTo(new Targets.Load(0, 1));
            assertThat(desk.letters.allAgain(target)).isEqualTo(1);
            assertThat(desk.targets.load(target)).isEqualTo(new Targets.Load(1, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_process_that_ends_anywhere_loses_nothing(Dialect dialect) {
        DatabaseAddress address = Stores.freshAddress(dialect);
        try (RelayDesk desk = new RelayDesk(Database.open(address))) {
            desk.target("listenbrainz", party.address());
            desk.intake.accept(
                    RelayDesk.ADA,
                    RelayDesk.PHONE,
                    List.of(RelayDesk.submission(
                            RelayDesk.song("Told", desk.clock.instant().minusSeconds(300)))));
        }
        try (RelayDesk desk = new RelayDesk(Database.open(address))) {
            desk.follow();
        }
        try (RelayDesk desk = new RelayDesk(Database.open(address))) {
            Target due = desk.targets.due(1).getFirst();
            assertThat(desk.targets.claim(due)).isTrue();
            assertThat(desk.targets.claim(due)).as("another node").isFalse();
        }
        try (RelayDesk desk = new RelayDesk(Database.open(address))) {
            desk.follow();
            assertThat(desk.sender.runDue().orElseThrow())
                    .isEqualTo(desk.clock.instant().plusSeconds(300).getEpochSecond());
            assertThat(party.asked()).isEmpty();
            desk.sendAndWait(1);
            assertThat(taken()).containsExactly("Told");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_play_told_by_two_is_passed_on_once_whichever_stands_for_it(Dialect dialect) {
        try (RelayDesk desk = new RelayDesk(dialect)) {
            Target target = desk.target("listenbrainz", party.address());
            String vague = "{\"kind\":\"song\",\"artist\":\"A\",\"title\":\"Twice\",\"started_at\":\"%s\"}";
            String exact = "{\"kind\":\"song\",\"artist\":\"A\",\"title\":\"Twice\",\"duration\":180,\"length\":180,"
                    + "\"started_at\":\"%s\"}";
            var at = desk.clock.instant().minusSeconds(300);
            desk.tells(RelayDesk.PHONE, vague.formatted(at));
            desk.tells(PLAYER, exact.formatted(at.plusSeconds(4)));
            assertThat(desk.waiting(target)).isEqualTo(1);
            desk.sender.runDue();
            desk.tells(new Origin("reprise", "Third", ""), exact.formatted(at.plusSeconds(2)));
            desk.sender.runDue();
            assertThat(taken()).containsExactly("Twice");
            assertThat(desk.counted()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_comes_back_from_a_party_is_the_same_play_and_is_not_sent_there_again(Dialect dialect) {
        try (RelayDesk desk = new RelayDesk(dialect)) {
            desk.target("listenbrainz", party.address());
            Origin there = new Origin("listenbrainz", "localhost", "ada");
            desk.plays(RelayDesk.PHONE, "Exact", 2000);
            desk.plays(RelayDesk.PHONE, "Shifted", 1000);
            desk.sender.runDue();
            assertThat(taken()).containsExactly("Exact", "Shifted");

            desk.imports(there, "Exact", 2000);
            desk.imports(there, "Shifted", 993);
            assertThat(desk.counted()).hasSize(2);
            desk.plays(there, "Live from there", 500);
            assertThat(desk.counted()).hasSize(3);
            desk.sender.runDue();
            assertThat(taken()).containsExactly("Exact", "Shifted");
        }
    }

    @Test
    void what_the_user_removed_before_its_turn_is_not_sent() {
        try (RelayDesk desk = new RelayDesk(Dialect.SQLITE)) {
            Target target = desk.target("listenbrainz", party.address());
            long wrong = desk.plays(RelayDesk.PHONE, "Wrong", 900);
            desk.plays(RelayDesk.PHONE, "Right", 300);
            desk.removal.remove(RelayDesk.ADA, wrong, new Ledger.Author("ada", ""));
            desk.sender.runDue();
            assertThat(taken()).containsExactly("Right");
            assertThat(desk.waiting(target)).isZero();
        }
    }

    @Test
    void imports_other_kinds_and_pieces_are_not_sent_where_they_do_not_belong() {
        try (RelayDesk desk = new RelayDesk(Dialect.SQLITE)) {
            desk.target("listenbrainz", party.address());
            desk.imports(new Origin("spotify", "Spotify", ""), "Imported", 5000);
            desk.tells(
                    RelayDesk.PHONE, "{\"kind\":\"film\",\"title\":\"Alien\",\"started_at\":\"2026-06-01T09:00:00Z\"}");
            desk.tells(
                    RelayDesk.PHONE,
                    "{\"kind\":\"song\",\"artist\":\"A\",\"title\":\"Broken off\",\"verb\":\"start\"}");
            desk.sender.runDue();
            assertThat(party.asked()).isEmpty();
            desk.tells(RelayDesk.PHONE, "{\"kind\":\"song\",\"artist\":\"A\",\"title\":\"Whole\",\"verb\":\"start\"}");
            desk.clock.advance(Duration.ofMinutes(3));
            desk.tells(RelayDesk.PHONE, "{\"kind\":\"song\",\"artist\":\"A\",\"title\":\"Whole\",\"verb\":\"finish\"}");
            desk.sender.runDue();
            assertThat(taken()).containsExactly("Whole");
        }
    }

    @Test
    void what_happens_while_a_target_is_off_is_passed_over() {
        try (RelayDesk desk = new RelayDesk(Dialect.SQLITE)) {
            Target target = desk.target("listenbrainz", party.address());
            desk.targets.change(RelayDesk.ADA, target.number(), TargetOrder.turn(false));
            desk.plays(RelayDesk.PHONE, "Off", 900);
            desk.targets.change(RelayDesk.ADA, target.number(), TargetOrder.turn(true));
            desk.plays(RelayDesk.PHONE, "On", 300);
            desk.sender.runDue();
            assertThat(taken()).containsExactly("On");
            assertThat(desk.targets.delete(RelayDesk.ADA, target.number())).isTrue();
            assertThat(desk.targets.of(RelayDesk.ADA)).isEmpty();
        }
    }
}
