package io.reprise.adapters.lastfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.SettableClock;
import io.reprise.http.OtherParty.Asked;
import io.reprise.http.OtherParty.Reply;
import io.reprise.http.PoliteClient;
import io.reprise.imports.Connection;
import io.reprise.imports.FaultyParty;
import io.reprise.imports.FaultyParty.Heard;
import io.reprise.imports.ImportRun;
import io.reprise.imports.PullDesk;
import io.reprise.imports.PullLaw;
import io.reprise.job.JobFailure;
import io.reprise.job.JobState;
import io.reprise.rating.Opinion;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Ratings;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class LastfmHistoryTest {
    private static final String KEY = "aaaabbbbccccddddeeeeffff00001111";
    private static final long DAY = 86_400;

    private final SettableClock clock = SettableClock.at("2026-06-01T12:00:00Z");
    private final PoliteClient client = PullDesk.quickClient(clock);
    private final LastfmParty party = new LastfmParty();
    private Database database = Stores.fresh(Dialect.SQLITE);

    @AfterEach
    void close() {
        party.close();
        client.close();
        database.close();
    }

    private PullDesk desk(int pageRows) {
        RecentTrackFormat format = new RecentTrackFormat();
        return new PullDesk(database, clock, LastfmHistory.lastfm(client, format, pageRows), format);
    }

    private Connection connect(PullDesk desk) {
        return desk.connect(PullDesk.order("lastfm", "Anna", party.address(), KEY));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private List<String> told() {
        TreeMap<Long, String> bySecond = new TreeMap<>();
        party.tracks.forEach(track -> bySecond.put(track.second(), track.second() + " " + track.title()));
        return new ArrayList<>(bySecond.values());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_history_comes_whole_and_pulling_again_changes_nothing(Dialect dialect) {
        database.close();
        database = Stores.fresh(dialect);
        for (int i = 0; i < 23; i++) {
            party.played(now() - i * 4_000L, "Song " + i);
        }
        party.isPlaying = true;
        try (PullDesk desk = desk(5)) {
            Connection connection = connect(desk);

            assertThat(desk.pull(connection))
                    .isInstanceOfSatisfying(
                            JobState.Done.class,
                            done -> assertThat(done.result()).contains("23 new"));
            assertThat(desk.plays()).isEqualTo(told());
            assertThat(desk.pull(connection))
                    .isInstanceOfSatisfying(
                            JobState.Done.class,
                            done -> assertThat(done.result()).contains(" 0 new"));
            assertThat(desk.scrobbles()).isEqualTo(23);
            int asked = party.party.asked().size();
            clock.advance(Duration.ofHours(1));
            desk.pull(connection);
            assertThat(party.party.asked().get(asked).address().getQuery())
                    .as("the cursor is the boundary, less two weeks")
                    .contains("&from=" + (now() - 3_600 - 14 * DAY) + "&");
            assertThat(desk.scrobbles()).isEqualTo(23);
            assertThat(desk.pulls.runs(connection, 10))
                    .extracting(ImportRun::boundary)
                    .containsOnly(now() - 3_600);
        }
        assertThat(party.party.asked()).allSatisfy(asked -> {
            assertThat(asked.userAgent()).isEqualTo("Reprise/test");
            assertThat(asked.address().getQuery())
                    .containsAnyOf("extended=1", "user.getlovedtracks")
                    .contains("api_key=" + KEY);
        });
    }

    @Test
    void one_track_alone_and_none_at_all_are_histories_too() {
        try (PullDesk desk = desk(200)) {
            Connection connection = connect(desk);
            assertThat(desk.pull(connection)).isInstanceOf(JobState.Done.class);
            assertThat(desk.scrobbles()).isZero();
            party.played(now() - 100, "Alone");

            assertThat(desk.pull(connection)).isInstanceOf(JobState.Done.class);
            assertThat(desk.plays()).containsExactly(now() - 100 + " Alone");
        }
    }

    @Test
    void a_scrobble_that_was_edited_there_does_not_come_twice() {
        party.played(now() - 1_000, "Sayz");
        try (PullDesk desk = desk(200)) {
            Connection connection = connect(desk);
            desk.pull(connection);
            party.tracks.clear();
            party.played(now() - 1_000, "Says");
            desk.pull(connection);

            assertThat(desk.scrobbles()).isEqualTo(1);
        }
    }

    @Test
    void a_play_told_late_is_found_within_the_overlap() {
        party.played(now() - 40 * DAY, "Old");
        party.played(now() - 100, "New");
        try (PullDesk desk = desk(200)) {
            Connection connection = connect(desk);
            desk.pull(connection);
            party.played(now() - 13 * DAY, "Late");
            clock.advance(Duration.ofHours(1));
            desk.pull(connection);

            assertThat(desk.plays()).isEqualTo(told()).hasSize(3);
        }
    }

    @Test
    void pages_that_shift_while_they_are_read_leave_no_hole() {
        for (int i = 0; i < 60; i++) {
            party.played(now() - 30 * DAY + i * 4_000L, "Song " + i);
        }
        party.fault = number -> {
            if (number < 20) {
                // Told late, in the midst of what is being read: every page begins somewhere else.
                party.played(now() - 5 * DAY + number * 1_000L, "Later " + number);
            }
            return null;
        };
        try (PullDesk desk = desk(7)) {
            Connection connection = connect(desk);
            assertThat(desk.pull(connection)).isInstanceOf(JobState.Done.class);
            assertThat(desk.plays()).isEqualTo(told()).hasSize(79);
        }
    }

    /** Whatever the page size, the cuts and the repeats: the same history. Each seed is another one. */
    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,3", "4,7", "5,50", "6,2", "7,3", "8,5", "9,4", "10,11"})
    void however_it_is_cut_the_history_is_the_same(long seed, int pageRows) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            long second = now() - 60 * DAY + random.nextInt(200) * 20_000L;
            party.played(second, "Song " + i);
        }
        party.fault = number -> switch (random.nextInt(24)) {
            case 0 -> LastfmParty.error(500, 8, "Operation failed");
            case 1 -> Reply.of(200, "{\"recenttracks\":{\"track\":[{\"na");
            default -> null;
        };
        boolean done = false;
        for (int attempt = 0; attempt < 400 && !done; attempt++) {
            // Each attempt is a new process over the same store.
            try (PullDesk desk = desk(pageRows)) {
                Connection connection = connect(desk);
                done = desk.pull(connection) instanceof JobState.Done;
            }
        }
        try (PullDesk desk = desk(pageRows)) {
            assertThat(done).as("seed " + seed).isTrue();
            assertThat(desk.plays()).as("seed " + seed).isEqualTo(told());
            assertThat(desk.scrobbles()).isEqualTo(told().size());
        }
    }

    @ParameterizedTest
    @CsvSource({"1,false", "2,false", "4,true", "6,true"})
    void whatever_faults_and_late_plays_come_between_the_history_is_the_same(long seed, boolean isLibrefm) {
        RecentTrackFormat format = new RecentTrackFormat();
        new PullLaw(seed, true)
                .holds(
                        (asked, query, all) -> isLibrefm ? librefm(query, all) : lastfm(asked, all),
                        (quick, rows) -> isLibrefm
                                ? LastfmHistory.librefm(quick, format, rows)
                                : LastfmHistory.lastfm(quick, format, rows),
                        format);
    }

    private Reply lastfm(Asked asked, List<Heard> all) {
        party.tracks.clear();
        all.forEach(each -> party.played(each.second(), each.title()));
        party.isPlaying = all.size() % 2 == 0;
        return party.answer(asked);
    }

    /** It takes no span, tells no total, gives what is playing a time and knows no error but 7. */
    private static Reply librefm(Map<String, String> query, List<Heard> all) {
        int rows = Integer.parseInt(query.get("limit"));
        int page = Integer.parseInt(query.get("page"));
        if ("user.getlovedtracks".equals(query.get("method"))) {
            return Reply.of(200, "{\"lovedtracks\":{\"@attr\":{\"page\":\"1\",\"totalPages\":\"0\"}}}");
        }
        List<String> shown = FaultyParty.part(all, page - 1, rows).stream()
                .map(each -> LastfmParty.json(new LastfmParty.Track(each.second(), each.title())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (shown.isEmpty()) {
            return LastfmParty.error(200, 7, "Invalid resource specified");
        }
        if (page == 1) {
            shown.addFirst("{\"artist\":{\"#text\":\"Now\"},\"name\":\"Playing\",\"@attr\":{\"nowplaying\":\"true\"},"
                    + "\"date\":{\"uts\":\"1780315200\",\"#text\":\"\"}}");
        }
        return Reply.of(
                200,
                "{\"recenttracks\":{\"@attr\":{\"page\":\"" + page + "\",\"totalPages\":\""
                        + Math.ceilDiv(all.size(), rows) + "\"},\"track\":"
                        + (shown.size() == 1 ? shown.getFirst() : shown)
                        + "}}");
    }

    @Test
    void loved_tracks_come_along_with_their_dates_once_and_what_was_taken_back_here_stays_so() {
        party.played(now() - 100, "Alone");
        for (int i = 1; i <= 5; i++) {
            party.loved.add(new LastfmParty.Track(now() - i * DAY, "Loved " + i));
        }
        try (PullDesk desk = desk(2)) {
            Connection connection = connect(desk);
            assertThat(desk.pull(connection))
                    .isInstanceOfSatisfying(
                            JobState.Done.class,
                            done -> assertThat(done.result()).contains("5 ratings new"));
            assertThat(desk.ratings().getFirst()).isEqualTo(now() - 5 * DAY + " Loved 5 1");
            database.write(tx -> Ratings.bring(
                    tx,
                    PullDesk.ANNA,
                    new RatingEvent(
                            0,
                            now(),
                            new Ratings(database, clock)
                                    .before(PullDesk.ANNA, Long.MAX_VALUE, 1)
                                    .getFirst()
                                    .about(),
                            new Opinion.Undo(5),
                            false)));
            int asked = party.party.asked().size();
            party.loved.add(new LastfmParty.Track(now() - 50, "New"));
            assertThat(desk.pull(connection)).isInstanceOf(JobState.Done.class);
            assertThat(desk.ratings()).hasSize(6).last().isEqualTo(now() - 50 + " New 1");
            assertThat(party.party.asked().subList(asked, party.party.asked().size()))
                    .filteredOn(each -> each.address().getQuery().contains("loved"))
                    .as("a page that is known whole ends the reading")
                    .hasSize(2);
        }
    }

    @Test
    void fetched_again_everything_is_asked_for_once_more_and_what_is_known_stays() throws JobFailure {
        party.played(now() - 100, "New");
        try (PullDesk desk = desk(200)) {
            Connection connection = connect(desk);
            desk.pull(connection);
            party.played(now() - 400 * DAY, "Told there years late");
            desk.pull(connection);
            assertThat(desk.scrobbles()).as("beyond the overlap").isEqualTo(1);

            desk.pulls.startAgain(connection);
            assertThat(desk.end()).isInstanceOf(JobState.Done.class);
            assertThat(desk.plays()).isEqualTo(told()).hasSize(2);
            int asked = party.party.asked().size();
            desk.pull(connection);
            assertThat(party.party.asked().get(asked).address().getQuery())
                    .as("the next one begins at the boundary again")
                    .contains("&from=" + (now() - 100 - 14 * DAY) + "&");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404,6,no user Anna",
        "403,10,does not take this API key",
        "403,17,private",
        "429,29,asked too often",
        "500,8,cannot answer",
        "503,11,cannot answer",
        "503,16,cannot answer",
        "200,10,does not take this API key",
        "403,99,error 99"
    })
    void an_error_says_what_it_means_and_never_repeats_the_key(int status, int code, String words) {
        party.fault = number -> LastfmParty.error(status, code, "You sent " + KEY);
        try (PullDesk desk = desk(200)) {
            Connection connection = connect(desk);
            JobState end = desk.pull(connection);

            assertThat(end).isInstanceOfSatisfying(JobState.Failed.class, failed -> {
                assertThat(failed.reason()).contains(words).doesNotContain(KEY);
                assertThat(failed.whatToDo()).isNotBlank().doesNotContain(KEY);
            });
            assertThat(desk.pulls.runs(connection, 1)).singleElement().satisfies(run -> {
                assertThat(run.state()).isEqualTo(ImportRun.State.FAILED);
                assertThat(run.message()).contains(words).doesNotContain(KEY);
            });
            Connection after = desk.connections.find(PullDesk.ANNA, 1).orElseThrow();
            assertThat(after.standing().lastError()).contains(words).doesNotContain(KEY);
            assertThat(after.standing().failures()).isEqualTo(1);
        }
    }

    @Test
    void what_cannot_be_read_costs_no_other_play() {
        party.played(now() - 300, "Good");
        party.played(now() - 200, "");
        party.played(now() - 100, "Also good");
        try (PullDesk desk = desk(2)) {
            Connection connection = connect(desk);
            assertThat(desk.pull(connection)).isInstanceOf(JobState.Done.class);

            assertThat(desk.plays()).hasSize(2);
            assertThat(desk.pulls.runs(connection, 1).getFirst().tally().refused())
                    .isEqualTo(1);
        }
    }
}
