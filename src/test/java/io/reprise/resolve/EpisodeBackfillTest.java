package io.reprise.resolve;

import static io.reprise.laws.Library.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Ruling;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.laws.Library;
import io.reprise.media.ExternalId;
import io.reprise.store.Dialect;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The resolver asks for the episodes of series that are tied to an authority's id, and again when they are old. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EpisodeBackfillTest {
    private static final ExternalId SHOW = new ExternalId(Guide.SHOWS, "1");
    private static final Duration A_JOB_MAX = Duration.ofHours(24);
    private static final Ledger.Author ADA_SAYS = new Ledger.Author("ada", "I know it");

    private static String run(ResolveHouse house, boolean again) throws Exception {
        return house.asks(new ResolveJob.Argument(true, again, 1_000)).toString();
    }

    private static void watched(Library library, int shows) {
        for (int show = 1; show <= shows; show++) {
            library.live(ADA, "tv", "kind=episode;show=Pier " + show + ";n=1;title=;at=2026-01-01T10:00:00Z");
            ExternalId id = new ExternalId(SHOW.scheme(), Integer.toString(show));
            Thing thing = new Thing(SubjectKind.CONTAINER, show);
            library.database.write(tx -> library.ledger.decide(tx, ADA, thing, new Ruling.Link(id), ADA_SAYS));
        }
    }

    private static Optional<EpisodeList> list(ResolveHouse house) {
        return house.library.history(ADA).names().facts().episodes().of(1);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_running_series_is_asked_for_weekly_and_one_that_ended_seldom(Dialect dialect) throws Exception {
        Guide guide = new Guide();
        try (ResolveHouse house = new ResolveHouse(dialect, true, guide)) {
            watched(house.library, 1);
            guide.tells(SHOW, false);
            assertThat(run(house, false)).contains("episodes of 1 series came in");
            assertThat(list(house).orElseThrow().episodes()).hasSize(1);
            assertThat(run(house, false)).doesNotContain("episodes");
            assertThat(guide.asked).hasSize(1);

            house.library.clock.advance(EpisodeBackfill.RUNNING_LASTS);
            guide.tells(SHOW, true);
            assertThat(run(house, false)).contains("episodes of 1 series");
            assertThat(list(house).orElseThrow().ended()).isTrue();
            house.library.clock.advance(EpisodeBackfill.RUNNING_LASTS);
            assertThat(run(house, false)).doesNotContain("episodes");
            house.library.clock.advance(EpisodeBackfill.ENDED_LASTS);
            assertThat(run(house, false)).contains("episodes of 1 series");
            house.library.clock.advance(Duration.ofSeconds(1));
            assertThat(run(house, true)).as("asked again on purpose").contains("episodes of 1 series");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void who_asks_weekly_finds_each_list_due_however_late_in_its_job_it_was_asked_for(Dialect dialect)
            throws Exception {
        Guide guide = new Guide();
        try (ResolveHouse house = new ResolveHouse(dialect, true, guide)) {
            watched(house.library, 1);
            guide.tells(SHOW, false);
            run(house, false);
            house.library.clock.advance(Duration.ofDays(7).minus(A_JOB_MAX));
            assertThat(run(house, false)).contains("episodes of 1 series came in");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_series_that_nobody_knows_is_left_in_peace_and_a_failing_authority_is_not_asked_on(Dialect dialect)
            throws Exception {
        Guide guide = new Guide();
        try (ResolveHouse house = new ResolveHouse(dialect, true, guide)) {
            watched(house.library, 7);
            guide.isDown = true;
            assertThat(run(house, false))
                    .doesNotContain("came in")
                    .contains("5 questions for episodes had no answer (");
            assertThat(guide.asked).hasSize(5);

            guide.isDown = false;
            guide.asked.clear();
            guide.tells(SHOW, false);
            assertThat(run(house, false)).contains("episodes of 1 series");
            assertThat(guide.asked).hasSize(7);
            assertThat(run(house, false)).doesNotContain("episodes");
            assertThat(guide.asked).hasSize(7);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nobody_is_asked_where_the_network_is_not_allowed(Dialect dialect) throws Exception {
        Guide guide = new Guide();
        try (ResolveHouse house = new ResolveHouse(dialect, true, guide)) {
            watched(house.library, 1);
            guide.tells(SHOW, false);
            house.asks(new ResolveJob.Argument(false, false, 1_000));
            assertThat(guide.asked).isEmpty();
        }
    }
}
