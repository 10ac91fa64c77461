package io.reprise.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.rating.Opinion;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Score;
import io.reprise.scrobble.Submission;
import io.reprise.store.DatabaseAddress;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each party is sent, and what its own ways to refuse mean. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PartiesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ACCEPTED = "{\"corrected\":\"0\"},\"ignoredMessage\":{\"code\":\"%s\",\"#text\":\"\"}}";

    private final DatabaseAddress address = Stores.freshAddress(Dialect.SQLITE);
    private final RelayDesk desk = new RelayDesk(io.reprise.store.Database.open(address));

    @AfterEach
    void close() {
        desk.close();
    }

    private static Map<String, String> form(Upstream.Asked asked) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : asked.body().split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(decoded(parts[0]), decoded(parts[1]));
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The signature as the specification says, computed here a second time. */
    private static String signature(Map<String, String> form, String secret) throws GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        form.forEach((name, value) -> {
            if (!name.equals("format") && !name.equals("api_sig")) {
                text.append(name).append(value);
            }
        });
        byte[] digest = MessageDigest.getInstance("MD5")
                .digest(text.append(secret).toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private static String scrobbles(String... codes) {
        List<String> each = Stream.of(codes)
                .map(code -> "{\"track\":" + ACCEPTED.formatted(code))
                .toList();
        String told = each.size() == 1 ? each.getFirst() : "[" + String.join(",", each) + "]";
        return "{\"scrobbles\":{\"@attr\":{\"accepted\":1,\"ignored\":0},\"scrobble\":" + told + "}}";
    }

    @Test
    void last_fm_gets_signed_scrobbles_fifty_at_once() throws GeneralSecurityException {
        try (Upstream party = Upstream.answering("{\"scrobbles\":{\"@attr\":{\"accepted\":50,\"ignored\":0}}}")) {
            Target target = desk.target("lastfm", party.address() + "/2.0/");
            for (int i = 0; i < 60; i++) {
                desk.plays(RelayDesk.PHONE, "Song " + i, 60_000 - i * 600L);
            }
            desk.sender.runDue();
            assertThat(party.taken()).hasSize(2);
            Map<String, String> first = form(party.taken().getFirst());
            assertThat(party.taken().getFirst().address().getPath()).isEqualTo("/2.0/");
            assertThat(first)
                    .containsEntry("method", "track.scrobble")
                    .containsEntry("artist[0]", "Björk & Co")
                    .containsEntry("track[49]", "Song 49")
                    .containsEntry("album[7]", "Post")
                    .containsEntry("duration[7]", "200")
                    .containsEntry("sk", RelayDesk.TOKEN)
                    .containsEntry("api_key", "key")
                    .containsKey("timestamp[10]")
                    .doesNotContainKey("track[50]");
            assertThat(first.get("api_sig")).isEqualTo(signature(first, "secret"));
            assertThat(desk.now(target).standing().sent()).isEqualTo(60);
        }
    }

    @Test
    void what_last_fm_ignores_is_given_up_with_its_reason_and_the_rest_is_taken() {
        try (Upstream party = Upstream.answering(scrobbles("0", "3", "1"))) {
            Target target = desk.target("lastfm", party.address());
            for (int i = 0; i < 3; i++) {
                desk.plays(RelayDesk.PHONE, "Song " + i, 3000 - i * 600L);
            }
            desk.sender.runDue();
            assertThat(desk.letters.dead(target, 9))
                    .extracting(Letters.Letter::about)
                    .containsExactly("Björk & Co: Song 1", "Björk & Co: Song 2");
            assertThat(desk.letters.dead(target, 9).getFirst().why()).contains("two weeks");
            assertThat(desk.now(target).standing().sent()).isEqualTo(1);
        }
    }

    @Test
    void errors_of_last_fm_mean_what_its_specification_says_whatever_their_status() {
        try (Upstream party = Upstream.answering(scrobbles("0"))) {
            Target target = desk.target("lastfm", party.address());
            party.fail(
                    Upstream.Reply.of(200, "{\"error\":29,\"message\":\"Rate limit exceeded\"}"),
                    Upstream.Reply.of(403, "{\"error\":11,\"message\":\"Service Offline\"}"),
                    Upstream.Reply.of(400, "{\"error\":8,\"message\":\"Operation failed\"}"),
                    Upstream.Reply.of(200, scrobbles("5")),
                    Upstream.Reply.of(200, "{\"error\":9,\"message\":\"Invalid session key\"}"));
            desk.plays(RelayDesk.PHONE, "Song", 300);
            for (int i = 0; i < 4; i++) {
                long next = desk.sender.runDue().orElseThrow();
                assertThat(desk.now(target).state()).isEqualTo("failing");
                desk.clock.advance(
                        java.time.Duration.ofSeconds(next - desk.clock.instant().getEpochSecond()));
            }
            assertThat(desk.sender.runDue()).isEmpty();
            assertThat(desk.now(target).state()).isEqualTo("refused");
            assertThat(desk.now(target).standing().refused()).contains("error 9");
            desk.targets.change(RelayDesk.ADA, target.number(), TargetOrder.turn(true));
            desk.sender.runDue();
            assertThat(desk.waiting(target)).isZero();

            party.fail(Upstream.Reply.of(400, "{\"error\":6,\"message\":\"Invalid parameters\"}"));
            desk.plays(RelayDesk.PHONE, "Other", 100);
            desk.sender.runDue();
            assertThat(desk.targets.load(target).dead()).isEqualTo(1);
        }
    }

    @Test
    void access_to_last_fm_is_allowed_in_the_browser_and_no_password_is_asked_for() {
        try (Upstream party = new Upstream(asked -> Upstream.Reply.of(
                200,
                asked.body().contains("auth.getToken")
                        ? "{\"token\":\"t0k\"}"
                        : "{\"session\":{\"name\":\"ada\",\"key\":\"s3ss10n\",\"subscriber\":0}}"))) {
            Keys keys = TargetOrder.keys("key", "secret", null);
            Target target = desk.targets
                    .make(RelayDesk.ADA, new TargetOrder("lastfm", null, party.address(), null, keys, null, null))
                    .target();
            assertThat(target.state()).isEqualTo("unapproved");
            desk.plays(RelayDesk.PHONE, "Too early", 900);

            Introductions.Link link = desk.introductions.link(desk.now(target));
            assertThat(link.link().orElseThrow().toString())
                    .isEqualTo(party.address() + "/api/auth/?api_key=key&token=t0k");
            party.fail(Upstream.Reply.of(403, "{\"error\":14,\"message\":\"Unauthorized Token\"}"));
            assertThat(desk.introductions.approved(desk.now(target)).ok()).isFalse();
            assertThat(desk.introductions.approved(desk.now(target)).message()).isEqualTo("Connected as ada");
            assertThat(form(party.taken().getLast()))
                    .containsEntry("method", "auth.getSession")
                    .containsEntry("token", "t0k");
            assertThat(desk.now(target).state()).isEqualTo("on");
            assertThat(desk.now(target).account()).isEqualTo("ada");
            desk.plays(RelayDesk.PHONE, "Now", 300);
            desk.sender.runDue();
            assertThat(party.taken().getLast().body()).contains("sk=s3ss10n").doesNotContain("early");
        }
    }

    private RatingEvent feel(long scrobble, double told) {
        Submission song = RelayDesk.submission(RelayDesk.song("Song", desk.clock.instant()));
        return desk.ratings.give(
                RelayDesk.ADA,
                Rated.of(song.told().mention(), scrobble, null),
                new Opinion.Rate(Score.of(told, -1, 1)));
    }

    @Test
    void love_and_its_end_are_passed_on_hate_where_it_is_known_and_stars_nowhere() {
        try (Upstream lastfm = Upstream.answering("{}");
                Upstream brainz = Upstream.answering("{\"status\":\"ok\"}")) {
            long scrobble = desk.plays(RelayDesk.PHONE, "Song", 300);
            desk.target("lastfm", lastfm.address());
            desk.target("listenbrainz", brainz.address());
            RatingEvent love = feel(scrobble, 1);
            desk.ratings.undo(RelayDesk.ADA, love.number());
            feel(scrobble, -1);
            desk.ratings.give(
                    RelayDesk.ADA,
                    Rated.of(
                            RelayDesk.submission(RelayDesk.song("Song", desk.clock.instant()))
                                    .told()
                                    .mention(),
                            scrobble,
                            null),
                    new Opinion.Rate(Score.of(4, 0, 5)));
            desk.follow();
            desk.sender.runDue();
            assertThat(lastfm.taken())
                    .extracting(asked -> form(asked).get("method"))
                    .containsExactly("track.love", "track.unlove");
            assertThat(brainz.taken())
                    .extracting(
                            asked -> JSON.readTree(asked.body()).path("score").asInt())
                    .containsExactly(1, 0, -1);
            assertThat(brainz.taken().getFirst().body()).contains("0b2b7a3c-30f5-4c3d-8c0a-2b4d2f0a1a11");
        }
    }

    @Test
    void maloja_gets_one_scrobble_at_a_time_with_the_names_of_the_artists() {
        try (Upstream party = Upstream.answering("{\"status\":\"success\"}")) {
            Target target = desk.target("maloja", party.address());
            party.fail(Upstream.Reply.of(409, "{\"status\":\"failure\",\"error\":{\"type\":\"duplicate_timestamp\"}}"));
            desk.plays(RelayDesk.PHONE, "One", 900);
            desk.plays(RelayDesk.PHONE, "Two", 300);
            desk.sender.runDue();
            assertThat(party.asked()).hasSize(2);
            assertThat(desk.letters.dead(target, 9))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.why()).contains("second"));
            JsonNode body = JSON.readTree(party.taken().getFirst().body());
            assertThat(party.taken().getFirst().address().getPath()).isEqualTo("/apis/mlj_1/newscrobble");
            assertThat(body.path("artists").path(0).asString()).isEqualTo("Björk & Co");
            assertThat(body.path("title").asString()).isEqualTo("Two");
            assertThat(body.path("key").asString()).isEqualTo(RelayDesk.TOKEN);
        }
    }

    @Test
    void another_reprise_gets_every_kind_and_says_what_became_of_each() {
        try (Upstream party = Upstream.answering("{\"scrobbles\":[{\"status\":\"stored\",\"number\":1},"
                + "{\"status\":\"refused\",\"reason\":\"too far ahead\"}]}")) {
            Target target = desk.target("reprise", party.address());
            desk.tells(
                    RelayDesk.PHONE, "{\"kind\":\"film\",\"title\":\"Alien\",\"year\":1979,\"date\":\"2026-05-01\"}");
            desk.plays(RelayDesk.PHONE, "Song", 300);
            desk.sender.runDue();
            JsonNode told = JSON.readTree(party.taken().getFirst().body()).path("scrobbles");
            assertThat(told.path(0).path("date").asString()).isEqualTo("2026-05-01");
            assertThat(told.path(0).path("kind").asString()).isEqualTo("film");
            assertThat(told.path(1).path("artist").asString()).isEqualTo("Björk & Co");
            assertThat(desk.letters.dead(target, 9))
                    .extracting(Letters.Letter::why)
                    .containsExactly("too far ahead");
        }
    }

    @Test
    void a_webhook_is_signed_over_the_time_and_the_raw_body() throws GeneralSecurityException {
        try (Upstream program = Upstream.answering("thanks")) {
            Targets.Made made = desk.targets.make(
                    RelayDesk.ADA,
                    new TargetOrder("webhook", null, program.address() + "/hook?a=b", null, Keys.NONE, null, null));
            desk.plays(RelayDesk.PHONE, "Song", 300);
            desk.sender.runDue();
            Upstream.Asked asked = program.taken().getFirst();
            String secret = java.util.Objects.requireNonNull(made.secret());
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] expected = mac.doFinal(
                    (asked.header("X-Reprise-Timestamp") + "." + asked.body()).getBytes(StandardCharsets.UTF_8));
            assertThat(asked.header("X-Reprise-Signature"))
                    .isEqualTo("sha256=" + HexFormat.of().formatHex(expected));
            assertThat(asked.header("X-Reprise-Event")).isEqualTo("play");
            assertThat(asked.header("X-Reprise-Delivery")).isEqualTo("1-1");
            assertThat(asked.address().toString()).isEqualTo("/hook?a=b");
            JsonNode event = JSON.readTree(asked.body());
            assertThat(event.path("play").path("item").path("title").asString()).isEqualTo("Song");
            assertThat(desk.introductions.test(made.target()).ok()).isTrue();
            assertThat(program.taken().getLast().header("X-Reprise-Event")).isEqualTo("test");
        }
    }

    @Test
    void what_is_playing_is_told_at_once_and_a_failure_of_that_harms_nothing() {
        try (Upstream party = Upstream.answering("{\"status\":\"ok\"}")) {
            Target target = desk.target("listenbrainz", party.address());
            Submission song = RelayDesk.submission(RelayDesk.song("Now", desk.clock.instant()));
            Sending sending = new Sending(desk.targets, desk.clock);
            party.fail(Upstream.Reply.of(500, ""));
            sending.playing(RelayDesk.ADA, desk.playing.set(RelayDesk.ADA, RelayDesk.PHONE, song));
            sending.playing(RelayDesk.ADA, desk.playing.set(RelayDesk.ADA, RelayDesk.PHONE, song));
            assertThat(party.taken()).hasSize(1);
            assertThat(party.taken().getFirst().body())
                    .contains("playing_now", "Now")
                    .doesNotContain("listened_at");
            assertThat(desk.now(target).state()).isEqualTo("on");
            assertThat(desk.waiting(target)).isZero();
        }
    }

    @Test
    void the_store_holds_no_key_in_clear_text_and_no_text_shows_one() throws IOException {
        Target target = desk.target("maloja", "http://127.0.0.1:1");
        desk.plays(RelayDesk.PHONE, "Song", 300);
        desk.sender.runDue();
        assertThat(desk.now(target).toString()).doesNotContain(RelayDesk.TOKEN);
        Path file = ((DatabaseAddress.SqliteFile) address).file();
        try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
            List<Path> mine = files.filter(each -> each.getFileName()
                            .toString()
                            .startsWith(file.getFileName().toString()))
                    .toList();
            assertThat(mine).isNotEmpty();
            for (Path each : mine) {
                String bytes = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(RelayDesk.TOKEN)).as(each.toString()).isFalse();
            }
        }
    }
}
