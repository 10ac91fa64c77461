package io.reprise.adapters.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.SettableClock;
import io.reprise.http.OtherParty;
import io.reprise.http.OtherParty.Asked;
import io.reprise.http.OtherParty.Reply;
import io.reprise.http.PoliteClient;
import io.reprise.imports.Connection;
import io.reprise.imports.ConnectionOrder;
import io.reprise.imports.PullDesk;
import io.reprise.imports.PullLaw;
import io.reprise.job.JobState;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ListenBrainzHistoryTest {
    private static final long DAY = 86_400;

    private record Heard(long second, String title) {}

    private final SettableClock clock = SettableClock.at("2026-06-01T12:00:00Z");
    private final PoliteClient client = PullDesk.quickClient(clock);
    private final List<Heard> heard = new ArrayList<>();
    private final List<Heard> loved = new ArrayList<>();
    private final List<Heard> hated = new ArrayList<>();
    private final Random random = new Random(17);
    private final OtherParty party = OtherParty.by(this::answer);
    private final Database database = Stores.fresh(Dialect.SQLITE);
    private boolean stumbles;
    private boolean listsNewestFirst;

    @AfterEach
    void close() {
        party.close();
        client.close();
        database.close();
    }

    private Reply answer(Asked asked) {
        if (asked.address().getPath().contains("nobody")) {
            return Reply.of(404, "{\"code\":404,\"error\":\"Cannot find user: nobody\"}");
        }
        if (asked.authorization().contains("wrong")) {
            return Reply.of(401, "{\"code\":401,\"error\":\"Invalid authorization token.\"}");
        }
        if (stumbles && random.nextInt(10) == 0) {
            return Reply.of(500, "");
        }
        if (asked.address().getPath().contains("/feedback/")) {
            return feedback(asked);
        }
        long min = number(asked, "min_ts");
        long max = number(asked, "max_ts");
        int count = (int) number(asked, "count");
        Comparator<Heard> order = Comparator.comparingLong(Heard::second);
        List<Heard> page = heard.stream()
                .filter(each -> each.second() > min && each.second() < max)
                .sorted(listsNewestFirst ? order.reversed() : order)
                .limit(count)
                .sorted(order.reversed())
                .toList();
        long latest = heard.stream().mapToLong(Heard::second).max().orElse(0);
        return Reply.of(
                200,
                "{\"payload\":{\"count\":" + page.size() + ",\"latest_listen_ts\":" + latest + ",\"listens\":["
                        + page.stream()
                                .map(each -> "{\"listened_at\":" + each.second()
                                        + ",\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"" + each.title()
                                        + "\"}}")
                                .collect(Collectors.joining(", "))
                        + "],\"user_id\":\"anna\"}}");
    }

    private Reply feedback(Asked asked) {
        boolean isHate = asked.address().getQuery().contains("score=-1");
        String rows = (isHate ? hated : loved)
                .stream()
                        .map(each -> "{\"created\":" + each.second() + ",\"recording_mbid\":null,\"score\":"
                                + (isHate ? -1 : 1) + ",\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\""
                                + each.title() + "\"}}")
                        .collect(Collectors.joining(","));
        int total = (isHate ? hated : loved).size();
        return Reply.of(200, "{\"feedback\":[" + rows + "],\"offset\":0,\"total_count\":" + total + "}");
    }

    @Test
    void loved_and_hated_songs_come_along_with_their_dates_once() {
        fill(3);
        loved.add(new Heard(2_000, "Good"));
        loved.add(new Heard(1_000, "Better"));
        hated.add(new Heard(1_500, "Bad"));
        try (PullDesk desk = desk(100)) {
            Connection connection = connect(desk, "Anna");
            assertThat(desk.pull(connection)).isInstanceOf(JobState.Done.class);
            assertThat(desk.pull(connection)).isInstanceOf(JobState.Done.class);
            assertThat(desk.ratings()).containsExactly("1000 Better 1", "2000 Good 1", "1500 Bad -1");

            hated.add(new Heard(3_000, "Good"));
            loved.removeFirst();
            assertThat(desk.pull(connection)).isInstanceOf(JobState.Done.class);
            assertThat(desk.ratings()).endsWith("3000 Good -1").hasSize(4);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void whatever_faults_and_late_listens_come_between_the_history_is_the_same(long seed) {
        new PullLaw(seed, true)
                .holds(
                        (asked, query, all) -> {
                            heard.clear();
                            all.forEach(each -> heard.add(new Heard(each.second(), each.title())));
                            return answer(asked);
                        },
                        (client, rows) -> new ListenBrainzHistory(client, new ListenFormat(), rows),
                        new ListenFormat());
    }

    private static long number(Asked asked, String name) {
        Matcher matcher = Pattern.compile("\\b" + name + "=(\\d+)")
                .matcher(asked.address().getQuery());
        assertThat(matcher.find()).as(name + " in " + asked.address()).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private PullDesk desk(int pageRows) {
        ListenFormat format = new ListenFormat();
        return new PullDesk(database, clock, new ListenBrainzHistory(client, format, pageRows), format);
    }

    private Connection connect(PullDesk desk, String name) {
        return desk.connect(PullDesk.order("listenbrainz", name, party.at("").toString(), null));
    }

    private void fill(int count) {
        long now = clock.instant().getEpochSecond();
        for (int i = 0; i < count; i++) {
            heard.add(new Heard(now - 100 * DAY + random.nextInt(400) * 20_000L, "Song " + i));
        }
    }

    private List<String> told() {
        return new ArrayList<>(heard.stream()
                .map(each -> each.second() + " " + each.title())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "5", "10", "1000"})
    void however_it_is_cut_the_history_is_the_same(int pageRows) {
        fill(60);
        stumbles = true;
        boolean done = false;
        for (int attempt = 0; attempt < 300 && !done; attempt++) {
            // Each attempt is a new process over the same store.
            try (PullDesk desk = desk(pageRows)) {
                done = desk.pull(connect(desk, "Anna")) instanceof JobState.Done;
            }
        }
        assertThat(done).isTrue();
        try (PullDesk desk = desk(pageRows)) {
            assertThat(new TreeSet<>(desk.plays())).containsExactlyElementsOf(told());
            assertThat(desk.scrobbles()).isEqualTo(told().size());
        }
    }

    @Test
    void a_server_that_lists_newest_first_is_refused_before_anything_is_missed() {
        fill(20);
        listsNewestFirst = true;
        try (PullDesk desk = desk(5)) {
            assertThat(desk.pull(connect(desk, "Anna")))
                    .isInstanceOfSatisfying(
                            JobState.Failed.class,
                            failed -> assertThat(failed.reason()).contains("would have holes"));
            assertThat(desk.scrobbles()).isZero();
        }
    }

    @Test
    void an_unknown_user_and_a_wrong_token_are_told_in_words() {
        try (PullDesk desk = desk(5)) {
            assertThat(desk.pull(connect(desk, "nobody")))
                    .isInstanceOfSatisfying(
                            JobState.Failed.class,
                            failed -> assertThat(failed.reason()).contains("no user nobody"));
            Connection wrong = desk.connect(new ConnectionOrder(
                    "listenbrainz",
                    "Anna",
                    party.at("/").toString(),
                    new ConnectionOrder.Secrets(ConnectionOrder.Given.NOTHING, ConnectionOrder.Given.of("wrong-token")),
                    null,
                    null));
            assertThat(desk.pull(wrong)).isInstanceOfSatisfying(JobState.Failed.class, failed -> {
                assertThat(failed.reason()).contains("does not let us read").doesNotContain("wrong-token");
                assertThat(failed.whatToDo()).contains("token");
            });
        }
    }
}
