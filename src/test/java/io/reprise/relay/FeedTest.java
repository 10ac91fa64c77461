package io.reprise.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.job.Budget;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.JobKind;
import io.reprise.job.Progress;
import io.reprise.job.Worker;
import io.reprise.rating.Opinion;
import io.reprise.rating.Rated;
import io.reprise.scrobble.Origin;
import io.reprise.store.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class FeedTest {
    /** A pull that fails, as the feed sees it. */
    private static final class FailingPull implements JobKind {
        @Override
        public String word() {
            return "pull";
        }

        @Override
        public Budget budget() {
            return new Budget(1, Duration.ofMinutes(1));
        }

        @Override
        public String run(Job job, Progress progress) throws JobFailure {
            throw new JobFailure("it is down", "wait");
        }
    }

    private static void runPull(RelayDesk desk) {
        BlockingQueue<Integer> ended = new LinkedBlockingQueue<>();
        try (Worker worker = new Worker(desk.database, desk.clock, List.of(new FailingPull()), 1)) {
            worker.whenEnded(job -> ended.add(job.user().value()));
            worker.start(RelayDesk.ADA, "pull", "{}");
            assertThat(ended.take()).isEqualTo(1);
        } catch (JobFailure | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> read(RelayDesk desk, int limit) {
        List<String> words = new ArrayList<>();
        Place place = Place.START;
        Feed.Page page;
        do {
            page = desk.feed.after(RelayDesk.ADA, Place.read(place.text()), limit);
            for (Feed.Noted noted : page.events()) {
                words.add(noted.event().word()
                        + noted.event()
                                .mention()
                                .map(item -> " " + item.title())
                                .orElse(""));
            }
            place = page.end();
        } while (page.more());
        assertThat(place).isEqualTo(desk.feed.latest(RelayDesk.ADA));
        return words;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void every_book_is_in_the_feed_once_in_the_order_in_which_it_became_known_whatever_the_page(Dialect dialect) {
        try (RelayDesk desk = new RelayDesk(dialect)) {
            long first = desk.plays(RelayDesk.PHONE, "One", 900);
            desk.clock.advance(Duration.ofSeconds(10));
            desk.ratings.give(
                    RelayDesk.ADA,
                    Rated.of(
                            RelayDesk.submission(RelayDesk.song("One", desk.clock.instant()))
                                    .told()
                                    .mention(),
                            first,
                            null),
                    new Opinion.Tag("calm"));
            desk.clock.advance(Duration.ofSeconds(10));
            runPull(desk);
            desk.clock.advance(Duration.ofSeconds(10));
            desk.plays(new Origin("reprise", "Other", ""), "One", 925);
            desk.imports(new Origin("spotify", "Spotify", ""), "Two", 5000);
            desk.tells(
                    RelayDesk.PHONE, "{\"kind\":\"film\",\"title\":\"Alien\",\"started_at\":\"2026-06-01T09:00:00Z\"}");
            List<String> expected = List.of("play One", "rating One", "sync_failed", "play Two", "play Alien");
            for (int limit : new int[] {1, 2, 3, 100}) {
                assertThat(read(desk, limit)).as("pages of " + limit).containsExactlyElementsOf(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_webhook_hears_of_a_failed_sync_and_not_of_imported_plays(Dialect dialect) {
        try (RelayDesk desk = new RelayDesk(dialect);
                Upstream program = Upstream.answering("")) {
            desk.targets.make(
                    RelayDesk.ADA, new TargetOrder("webhook", null, program.address(), null, Keys.NONE, null, null));
            runPull(desk);
            desk.imports(new Origin("spotify", "Spotify", ""), "Two", 5000);
            desk.follow();
            desk.sender.runDue();
            assertThat(program.taken()).singleElement().satisfies(asked -> {
                assertThat(asked.header("X-Reprise-Event")).isEqualTo("sync_failed");
                assertThat(asked.body()).contains("it is down");
            });
        }
    }
}
