package io.reprise.adapters.tvmaze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.http.GiveUp;
import io.reprise.http.OtherParty.Reply;
import io.reprise.media.ContainerKind;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.AuthorityDesk;
import io.reprise.resolve.ContainerFinding;
import io.reprise.resolve.Faults;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class TvmazeTest {
    private static final String SHOW = """
            {"id": 180, "url": "https://www.tvmaze.com/shows/180/firefly", "name": "Firefly", "type": "Scripted",
             "genres": ["Adventure", "Science-Fiction"], "runtime": 60, "premiered": "2002-09-20",
             "network": {"id": 4, "name": "FOX", "country": {"name": "United States", "code": "US"}},
             "webChannel": null,
             "externals": {"tvrage": 3548, "thetvdb": 78874, "imdb": "tt0303461"}}""";

    private static final String EPISODES = """
            [{"id": 12992, "name": "The Train Job", "season": 1, "number": 1, "type": "regular",
              "airdate": "2002-09-20", "airstamp": "2002-09-21T00:00:00+00:00", "runtime": 60},
             {"id": 12993, "name": "Bushwhacked", "season": 1, "number": 2, "type": "regular",
              "airdate": "2002-09-27", "runtime": 60},
             {"id": 13005, "name": "Serenity", "season": 1, "number": 11, "type": "regular",
              "airdate": "2002-12-20", "runtime": 120},
             {"id": 13999, "name": "Here's How It Was", "season": 1, "number": null,
              "type": "insignificant_special", "airdate": "2003-12-09", "runtime": 0},
             {"id": 14000, "name": "", "season": 2, "number": 1}]""";

    private static final String DVD = """
            [{"id": 1, "name": "Serenity", "season": 1, "number": 1, "_embedded": {"episodes": [
               {"id": 13005, "name": "Serenity", "season": 1, "number": 11, "type": "regular",
                "airdate": "2002-12-20", "runtime": 120}]}},
             {"id": 2, "name": "The Train Job", "season": 1, "number": 2, "_embedded": {"episodes": [
               {"id": 12992, "name": "The Train Job", "season": 1, "number": 1}]}}]""";

    private final AuthorityDesk desk = new AuthorityDesk();
    private final Tvmaze authority = new Tvmaze(desk.address(), desk.client(), desk.answers());

    @AfterEach
    void close() {
        desk.close();
    }

    private static Question told(String title, @Nullable Integer season, @Nullable Integer number, ExternalId... ids) {
        return new Question(
                MediaKind.EPISODE, title, "", List.of(), "Firefly", null, season, number, null, List.of(ids));
    }

    private static final ExternalId IMDB = new ExternalId("imdb", "tt0303461");

    private static final Finding TRAIN_JOB = new Finding(
            new ExternalId("tvmaze:episode", "12992"),
            null,
            MediaKind.EPISODE,
            "The Train Job",
            List.of(),
            Optional.of(new Finding.Container(
                    ContainerKind.SHOW,
                    new ExternalId("tvmaze:show", "180"),
                    "Firefly",
                    "",
                    "2002-09-20",
                    "US",
                    List.of(new ExternalId("tvdb:series", "78874"), IMDB))),
            1,
            1,
            3600,
            "2002-09-20",
            "",
            List.of(),
            List.of("Adventure", "Science-Fiction"),
            List.of(),
            1);

    private void knowsFirefly() {
        desk.answering("/lookup/shows?imdb=tt0303461", SHOW)
                .answering("/lookup/shows?thetvdb=78874", SHOW)
                .answering("/search/shows?q=Firefly", "[{\"score\": 0.9, \"show\": " + SHOW + "}]")
                .answering("/shows/180/episodes?specials=1", EPISODES);
    }

    @Test
    void a_show_is_told_by_its_id_alone() {
        knowsFirefly();
        ContainerFinding firefly = new ContainerFinding(
                TRAIN_JOB.container().orElseThrow(), List.of("Adventure", "Science-Fiction"), List.of());
        assertThat(authority.container(IMDB)).contains(firefly);
        assertThat(authority.container(new ExternalId("tvdb:series", "78874"))).contains(firefly);
        assertThat(authority.container(new ExternalId("mb:release", "78874"))).isEmpty();
        assertThat(desk.asked()).containsExactly("/lookup/shows?imdb=tt0303461", "/lookup/shows?thetvdb=78874");
    }

    @Test
    void an_episode_is_found_by_the_id_of_its_show_and_its_number() {
        knowsFirefly();
        assertThat(authority.ask(told("The Train Job", 1, 1, IMDB))).containsExactly(TRAIN_JOB);
        assertThat(authority.ask(told("The Train Job", 1, 1, new ExternalId("tvdb:series", "78874"))))
                .containsExactly(TRAIN_JOB);
        assertThat(authority.ask(told("The Train Job", 1, 1))).containsExactly(TRAIN_JOB);
        assertThat(desk.asked())
                .containsExactly(
                        "/lookup/shows?imdb=tt0303461",
                        "/shows/180/episodes?specials=1",
                        "/lookup/shows?thetvdb=78874",
                        "/search/shows?q=Firefly");
    }

    @Test
    void a_lookup_that_leads_elsewhere_is_followed() {
        knowsFirefly();
        desk.answering("/lookup/shows?imdb=tt0303461", Reply.of(301, "").with("Location", "/shows/180"))
                .answering("/shows/180", SHOW)
                .answering("/shows/180/episodes?specials=1", EPISODES);
        assertThat(authority.ask(told("The Train Job", 1, 1, IMDB))).containsExactly(TRAIN_JOB);
    }

    @Test
    void a_list_asked_for_once_serves_every_episode_of_the_show() {
        knowsFirefly();
        authority.ask(told("The Train Job", 1, 1, IMDB));
        assertThat(authority.ask(told("Bushwhacked", 1, 2, IMDB))).hasSize(1);
        assertThat(desk.asked()).hasSize(2);
    }

    @Test
    void an_episode_is_found_by_its_title_or_its_date() {
        knowsFirefly();
        assertThat(authority.ask(told("SERENITY", null, null)))
                .singleElement()
                .satisfies(found -> assertThat(found.number()).isEqualTo(11));
        assertThat(authority.ask(told("2002-09-27", null, null)))
                .extracting(Finding::title)
                .contains("Bushwhacked");
    }

    @Test
    void a_special_says_that_it_is_one() {
        knowsFirefly();
        Finding special = authority.ask(told("Here's How It Was", null, null)).getFirst();
        assertThat(special.comment()).isEqualTo("insignificant special");
        assertThat(special.number()).isNull();
        assertThat(special.seconds()).isNull();
    }

    @Test
    void where_the_title_is_another_the_same_number_in_other_orders_is_told_with_the_order() {
        knowsFirefly();
        desk.answering(
                        "/shows/180/alternatelists",
                        "[{\"id\": 1, \"dvd_release\": true, \"country\": {\"name\": \"Germany\"}}]")
                .answering("/alternatelists/1/alternateepisodes?embed=episodes", DVD);
        List<Finding> found = authority.ask(told("The Pilot", 1, 1, IMDB));
        assertThat(found).extracting(Finding::title).containsExactly("The Train Job", "Serenity");
        assertThat(found.get(1).comment()).isEqualTo("S1 E1 in the order: DVD release in Germany");
        assertThat(found.get(1).number()).isEqualTo(11);
        assertThat(found.get(1).weight()).isLessThan(found.get(0).weight());
    }

    @Test
    void an_episode_that_the_remembered_list_does_not_hold_is_asked_for_alone() {
        knowsFirefly();
        desk.answering(
                "/shows/180/episodebynumber?season=2&number=7",
                "{\"id\": 15000, \"name\": \"Back\", \"season\": 2, \"number\": 7, \"airdate\": \"2026-05-31\"}");
        assertThat(authority.ask(told("Back", 2, 7, IMDB)))
                .singleElement()
                .satisfies(found -> assertThat(found.id().value()).isEqualTo("15000"));
        desk.answering(
                "/shows/180/episodesbydate?date=2026-06-01",
                "[{\"id\": 15001, \"name\": \"Daily\", \"season\": 2, \"number\": 8, \"airdate\": \"2026-06-01\"}]");
        assertThat(authority.ask(told("2026-06-01", null, null, IMDB)))
                .extracting(Finding::title)
                .containsExactly("Daily");
    }

    @Test
    void an_episode_told_by_its_own_id_is_asked_for_with_its_show() {
        String episode = EPISODES.substring(1, EPISODES.indexOf("},") + 1);
        desk.answering(
                "/episodes/12992?embed=show",
                episode.substring(0, episode.length() - 1) + ", \"_embedded\": {\"show\": " + SHOW + "}}");
        assertThat(authority.ask(told("?", null, null, new ExternalId("tvmaze:episode", "12992"))))
                .containsExactly(TRAIN_JOB);
    }

    @Test
    void the_search_s_surest_show_weighs_one_and_only_the_first_two_are_looked_into() {
        knowsFirefly();
        String other = SHOW.replace("180", "181");
        desk.answering(
                        "/search/shows?q=Firefly",
                        "[{\"score\": 0.8, \"show\": " + SHOW + "}, {\"score\": 0.4, \"show\": " + other
                                + "}, {\"score\": 0.3, \"show\": " + SHOW.replace("180", "182") + "}]")
                .answering("/shows/181/episodes?specials=1", EPISODES.replace("12992", "99"));
        assertThat(authority.ask(told("The Train Job", 1, 1)))
                .extracting(Finding::weight)
                .containsExactly(1.0, 0.5);
        assertThat(desk.asked()).noneMatch(asked -> asked.contains("/182/"));
    }

    @Test
    void a_question_costs_no_more_requests_than_promised() {
        String shows = "{\"score\": 1, \"show\": " + SHOW + "}";
        desk.answering("/search/shows", "[" + shows + "," + shows.replace("180", "181") + "]")
                .answering("/shows/18", "[{\"id\": 1}, {\"id\": 2}, {\"id\": 3}, {\"id\": 4}]")
                .answering("/shows/180/episodebynumber", Reply.of(404, "null"))
                .answering("/shows/181/episodebynumber", Reply.of(404, "null"));
        authority.ask(told(
                "x",
                9,
                9,
                new ExternalId("tvmaze:episode", "1"),
                IMDB,
                new ExternalId("tvdb:series", "1"),
                new ExternalId("tvdb:show", "2"),
                new ExternalId("tvmaze:show", "3")));
        assertThat(desk.asked().size()).isBetween(12, Tvmaze.REQUESTS_MAX);
    }

    @Test
    void what_is_no_id_or_has_no_show_is_not_asked_for() {
        Question nameless = new Question(
                MediaKind.EPISODE, "x", "", List.of(), "", null, 1, 1, null, List.of(new ExternalId("imdb", "tt1/..")));
        assertThat(authority.ask(nameless)).isEmpty();
        assertThat(authority.ask(Question.song("Firefly", "x", "", null, List.of())))
                .isEmpty();
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void faults_are_told_clearly() {
        new Faults((address, at) -> new Tvmaze(address, at.client(), at.answers()), told("x", 1, 1)).areTold();
        new Faults((address, at) -> new Tvmaze(address, at.client(), at.answers()), told("x", 1, 1, IMDB)).areTold();
        desk.answering("/", "{\"status\": 200}");
        assertThatThrownBy(() -> authority.ask(told("x", 1, 1))).isInstanceOf(GiveUp.class);
    }

    @Test
    void it_says_under_which_licence_it_tells() {
        assertThat(authority.terms().licence()).isEqualTo("CC-BY-SA-4.0");
        assertThat(authority.terms().attribution()).contains("TVmaze");
    }
}
