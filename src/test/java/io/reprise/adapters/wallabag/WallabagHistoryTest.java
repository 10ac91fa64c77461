package io.reprise.adapters.wallabag;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.SettableClock;
import io.reprise.http.OtherParty;
import io.reprise.http.OtherParty.Asked;
import io.reprise.http.OtherParty.Reply;
import io.reprise.http.PoliteClient;
import io.reprise.imports.Connection;
import io.reprise.imports.ConnectionOrder;
import io.reprise.imports.PullDesk;
import io.reprise.job.JobState;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class WallabagHistoryTest {
    private static final DateTimeFormatter WITHOUT_COLON =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx").withZone(ZoneId.of("Europe/Berlin"));

    private record Entry(long archived, String title) {}

    private final SettableClock clock = SettableClock.at("2026-06-01T12:00:00Z");
    private final PoliteClient client = PullDesk.quickClient(clock);
    private final List<Entry> entries = new ArrayList<>();
    private final OtherParty party = OtherParty.by(this::answer);
    private final Database database = Stores.fresh(Dialect.SQLITE);
    private final ArchivedEntry format = new ArchivedEntry();

    @AfterEach
    void close() {
        party.close();
        client.close();
        database.close();
    }

    private Reply answer(Asked asked) {
        if (asked.address().getPath().equals("/oauth/v2/token")) {
            return Reply.of(200, "{\"access_token\":\"abc\",\"expires_in\":3600}");
        }
        if (!asked.authorization().equals("Bearer abc")) {
            return Reply.of(401, "{\"error\":\"access_denied\"}");
        }
        int page = (int) number(asked, "page");
        int perPage = (int) number(asked, "perPage");
        List<Entry> found = entries.stream()
                .filter(entry -> entry.archived() >= number(asked, "since") - 50_000)
                .sorted(Comparator.comparingLong(Entry::archived))
                .toList();
        int pages = Math.max(1, (found.size() + perPage - 1) / perPage);
        return Reply.of(
                200,
                "{\"page\":" + page + ",\"limit\":" + perPage + ",\"pages\":" + pages + ",\"total\":" + found.size()
                        + ",\"_embedded\":{\"items\":["
                        + found.stream()
                                .skip((long) (page - 1) * perPage)
                                .limit(perPage)
                                .map(WallabagHistoryTest::json)
                                .collect(Collectors.joining(", "))
                        + "]}}");
    }

    private static String json(Entry entry) {
        return "{\"id\":23,\"title\":\"" + entry.title() + "\",\"url\":\"https://example.org/" + entry.title()
                + "\",\"is_archived\":1,\"archived_at\":\""
                + WITHOUT_COLON.format(Instant.ofEpochSecond(entry.archived()))
                + "\",\"reading_time\":6,\"domain_name\":\"example.org\",\"tags\":[\"db\"],\"annotations\":[]}";
    }

    private static long number(Asked asked, String name) {
        Matcher matcher = Pattern.compile("\\b" + name + "=(\\d+)")
                .matcher(asked.address().getQuery());
        assertThat(matcher.find()).as(name + " in " + asked.address()).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private PullDesk desk(int pageRows) {
        return new PullDesk(database, clock, new WallabagHistory(client, format, pageRows), format);
    }

    private Connection connect(PullDesk desk, String key) {
        ConnectionOrder.Secrets secrets =
                new ConnectionOrder.Secrets(ConnectionOrder.Given.of(key), ConnectionOrder.Given.of("password"));
        return desk.connect(new ConnectionOrder("wallabag", "anna", party.at("").toString(), secrets, null, null));
    }

    @Test
    void the_archive_comes_in_whole_however_it_is_cut_and_then_what_is_new() {
        long now = clock.instant().getEpochSecond();
        for (int i = 0; i < 23; i++) {
            entries.add(new Entry(now - 40 * 86_400L + i / 2 * 90_000L, "Article" + i));
        }
        try (PullDesk desk = desk(4)) {
            Connection connection = connect(desk, "1_abc:secret");
            assertThat(desk.pull(connection)).isInstanceOf(JobState.Done.class);
            assertThat(desk.plays()).hasSize(23);
            clock.advance(Duration.ofHours(2));
            entries.add(new Entry(now + 3_600, "Late"));
            assertThat(desk.pull(connection)).isInstanceOf(JobState.Done.class);
            assertThat(desk.plays()).hasSize(24).last().isEqualTo((now + 3_600) + " Late");
        }
    }

    @Test
    void a_key_without_its_secret_says_what_to_enter() {
        try (PullDesk desk = desk(4)) {
            assertThat(desk.pull(connect(desk, "1_abc")).toString()).contains("CLIENT_ID:CLIENT_SECRET");
        }
    }

    @Test
    void a_zone_without_its_colon_is_read_and_an_old_entry_has_an_unknown_date() throws Exception {
        byte[] payload = json(new Entry(1_767_338_100, "Why")).getBytes(StandardCharsets.UTF_8);
        var told = format.decode(payload);
        assertThat(told.times().end()).isEqualTo(1_767_338_100);
        assertThat(told.times().offsetMinutes()).isEqualTo(60);
        assertThat(told.mention().length()).isEqualTo(360);
        String undated = "{\"title\":\"Why\",\"url\":\"https://example.org/\",\"archived_at\":null}";
        assertThat(format.decode(undated.getBytes(StandardCharsets.UTF_8))
                        .times()
                        .precision()
                        .word())
                .isEqualTo("unknown");
    }
}
