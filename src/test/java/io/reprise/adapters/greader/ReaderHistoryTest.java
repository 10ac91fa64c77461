package io.reprise.adapters.greader;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReaderHistoryTest {
    private record Item(long arrived, String title) {}

    private final SettableClock clock = SettableClock.at("2026-06-01T12:00:00Z");
    private final PoliteClient client = PullDesk.quickClient(clock);
    private final List<Item> items = new ArrayList<>();
    private final OtherParty party = OtherParty.by(this::answer);
    private final Database database = Stores.fresh(Dialect.SQLITE);
    private final ReadItem format = new ReadItem();
    private boolean listsNumbersAlone;
    private boolean listsNewestFirst;
    private List<Item> lastListed = List.of();

    @AfterEach
    void close() {
        party.close();
        client.close();
        database.close();
    }

    private Reply answer(Asked asked) {
        String path = asked.address().getPath();
        if (path.endsWith("/accounts/ClientLogin")) {
            return Reply.of(200, "SID=x\nLSID=null\nAuth=anna/8e6845e0\n");
        }
        if (!asked.authorization().equals("GoogleLogin auth=anna/8e6845e0")) {
            return Reply.of(401, "Unauthorized");
        }
        if (path.endsWith("/stream/items/contents")) {
            return listed(lastListed);
        }
        lastListed = items.stream()
                .filter(item -> item.arrived() >= number(asked, "ot"))
                .sorted(
                        listsNewestFirst
                                ? Comparator.comparingLong(Item::arrived).reversed()
                                : Comparator.comparingLong(Item::arrived))
                .limit(number(asked, "n"))
                .toList();
        if (path.endsWith("/stream/items/ids")) {
            return Reply.of(
                    200,
                    "{\"itemRefs\":["
                            + lastListed.stream()
                                    .map(item -> "{\"id\":\"" + item.title().length() + item.arrived() + "\"}")
                                    .collect(Collectors.joining(","))
                            + "]}");
        }
        return listsNumbersAlone ? Reply.of(404, "[]") : listed(lastListed);
    }

    private static Reply listed(List<Item> items) {
        return Reply.of(
                200,
                "{\"id\":\"user/-/state/com.google/read\",\"items\":["
                        + items.stream().map(ReaderHistoryTest::json).collect(Collectors.joining(", ")) + "]}");
    }

    private static String json(Item item) {
        return "{ \"id\":\"tag:google.com,2005:reader/item/" + item.title() + "\",\"crawlTimeMsec\":\""
                + item.arrived() * 1_000 + "\",\"timestampUsec\":\"" + item.arrived() * 1_000_000
                + "\",\"published\":" + item.arrived() + ",\"title\":\"" + item.title()
                + "\",\"canonical\":[{\"href\":\"https://example.org/" + item.title()
                + "\"}],\"origin\":{\"streamId\":\"feed/3\",\"title\":\"Example\"},\"author\":\"Bo\"}";
    }

    private static long number(Asked asked, String name) {
        Matcher matcher = Pattern.compile("\\b" + name + "=(\\d+)")
                .matcher(asked.address().getQuery());
        assertThat(matcher.find()).as(name + " in " + asked.address()).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private PullDesk desk(int pageRows) {
        return new PullDesk(database, clock, new ReaderHistory(client, format, pageRows), format);
    }

    private Connection connect(PullDesk desk, ConnectionOrder.Given password) {
        ConnectionOrder.Secrets secrets = new ConnectionOrder.Secrets(ConnectionOrder.Given.NOTHING, password);
        String address = party.at("/api/greader.php").toString();
        return desk.connect(new ConnectionOrder("greader", "anna", address, secrets, null, null));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void each_item_is_read_once_on_the_day_of_the_look_and_what_is_old_has_no_date(boolean numbersAlone) {
        listsNumbersAlone = numbersAlone;
        long now = clock.instant().getEpochSecond();
        for (int i = 0; i < 9; i++) {
            items.add(new Item(now - 60 * 86_400L + i * 86_400L, "Old" + i));
        }
        items.add(new Item(now - 3 * 86_400L, "Near"));
        try (PullDesk desk = desk(4)) {
            Connection connection = connect(desk, ConnectionOrder.Given.of("secret"));
            assertThat(desk.pull(connection)).isInstanceOf(JobState.Done.class);
            assertThat(desk.plays()).hasSize(10);
            long today = now / 86_400 * 86_400;
            assertThat(desk.plays()).contains(today + " Near").noneMatch(play -> play.equals(today + " Old0"));
            clock.advance(Duration.ofDays(1));
            items.add(new Item(now + 3_600, "New"));
            assertThat(desk.pull(connection)).isInstanceOf(JobState.Done.class);
            assertThat(desk.plays()).hasSize(11).contains(today + " Near", (today + 86_400) + " New");
            assertThat(desk.scrobbles()).isEqualTo(11);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 4)
    void a_reader_that_lists_the_newest_first_is_refused_for_it_would_leave_holes(int pageRows) {
        listsNewestFirst = true;
        for (int i = 0; i < 9; i++) {
            items.add(new Item(clock.instant().getEpochSecond() - i * 86_400L, "Item" + i));
        }
        try (PullDesk desk = desk(pageRows)) {
            assertThat(desk.pull(connect(desk, ConnectionOrder.Given.of("secret")))
                            .toString())
                    .contains("would have holes");
            assertThat(desk.plays()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 4)
    void without_a_password_it_says_what_to_enter(int pageRows) {
        try (PullDesk desk = desk(pageRows)) {
            assertThat(desk.pull(connect(desk, ConnectionOrder.Given.NOTHING)).toString())
                    .contains("Enter the password");
        }
    }
}
