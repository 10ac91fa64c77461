package io.reprise.adapters.tmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.http.GiveUp;
import io.reprise.http.NotAllowed;
import io.reprise.http.OtherParty.Reply;
import io.reprise.media.ContainerKind;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.AuthorityDesk;
import io.reprise.resolve.ContainerFinding;
import io.reprise.resolve.Faults;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import java.net.URI;
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
final class TmdbTest {
    private static final String SHORT_KEY = "0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "eyJhbGciOiJI.eyJhdWQiOi.s3cret_-";

    private static final String FILM = """
            {"id": 348, "title": "Alien", "original_title": "Alien", "release_date": "1979-05-25", "runtime": 117,
             "imdb_id": "tt0078748", "genres": [{"id": 27, "name": "Horror"}, {"id": 878, "name": "Science Fiction"}],
             "credits": {"cast": [], "crew": [
               {"id": 578, "name": "Ridley Scott", "job": "Director", "department": "Directing"},
               {"id": 5046, "name": "Dan O'Bannon", "job": "Screenplay"}]},
             "alternative_titles": {"titles": [
               {"iso_3166_1": "DE", "title": "Alien - Das unheimliche Wesen aus einer fremden Welt", "type": ""}]}}""";
    private static final String FOUND_FILM = """
            {"movie_results": [{"id": 348, "title": "Alien"}], "person_results": [], "tv_results": [],
             "tv_episode_results": [], "tv_season_results": []}""";
    private static final String SHOW = """
            {"id": 1437, "name": "Firefly", "first_air_date": "2002-09-20", "origin_country": ["US"],
             "genres": [{"id": 37, "name": "Western"}],
             "external_ids": {"imdb_id": "tt0303461", "tvdb_id": 78874, "facebook_id": null}}""";
    private static final String SEASON = """
            {"_id": "52", "season_number": 1, "episodes": [
              {"id": 97860, "name": "Serenity", "season_number": 1, "episode_number": 1, "air_date": "2002-12-20",
               "runtime": 86, "show_id": 1437},
              {"id": 97861, "name": "The Train Job", "season_number": 1, "episode_number": 2,
               "air_date": "2002-09-20", "runtime": 42, "show_id": 1437}]}""";
    private static final String FOUND_EPISODE = """
            {"movie_results": [], "tv_results": [], "tv_episode_results": [
              {"id": 97861, "name": "The Train Job", "season_number": 1, "episode_number": 2,
               "air_date": "2002-09-20", "runtime": 42, "show_id": 1437}]}""";
    private static final String FOUND_SHOW = """
            {"movie_results": [], "tv_episode_results": [], "tv_results": [{"id": 1437, "name": "Firefly"}]}""";
    private static final String AIRED = """
            {"id": "5b11", "name": "Aired Order", "type": 1, "groups": [
              {"name": "Specials", "order": 0, "episodes": []},
              {"name": "Season 1", "order": 1, "episodes": [
                {"id": 97861, "name": "The Train Job", "season_number": 1, "episode_number": 2, "order": 0,
                 "runtime": 42, "air_date": "2002-09-20"}]}]}""";

    private final AuthorityDesk desk = new AuthorityDesk();
    private final Tmdb authority = tmdb(desk.address(), desk);

    private static Tmdb tmdb(URI address, AuthorityDesk desk) {
        return new Tmdb(address, new TmdbKey(SHORT_KEY), desk.client(), desk.answers());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Question film(@Nullable Integer year, ExternalId... ids) {
        return new Question(MediaKind.FILM, "Alien", "", List.of(), "", null, null, null, year, List.of(ids));
    }

    private static Question episode(String title, int season, int number, ExternalId... ids) {
        return new Question(
                MediaKind.EPISODE, title, "", List.of(), "Firefly", null, season, number, null, List.of(ids));
    }

    private static Finding alien(@Nullable ExternalId asked, double weight) {
        return new Finding(
                new ExternalId("tmdb:movie", "348"),
                asked,
                MediaKind.FILM,
                "Alien",
                List.of(new Finding.Creator(
                        new ExternalId("tmdb:person", "578"), "Ridley Scott", "", "Ridley Scott", "", "director")),
                Optional.empty(),
                null,
                null,
                7020,
                "1979-05-25",
                "",
                List.of(new ExternalId("imdb", "tt0078748")),
                List.of("Horror", "Science Fiction"),
                List.of("Alien - Das unheimliche Wesen aus einer fremden Welt"),
                weight);
    }

    private static Finding trainJob(@Nullable ExternalId asked) {
        return new Finding(
                new ExternalId("tmdb:episode", "97861"),
                asked,
                MediaKind.EPISODE,
                "The Train Job",
                List.of(),
                Optional.of(new Finding.Container(
                        ContainerKind.SHOW,
                        new ExternalId("tmdb:tv", "1437"),
                        "Firefly",
                        "",
                        "2002-09-20",
                        "US",
                        List.of(new ExternalId("imdb", "tt0303461"), new ExternalId("tvdb:series", "78874")))),
                1,
                2,
                2520,
                "2002-09-20",
                "",
                List.of(),
                List.of("Western"),
                List.of(),
                1);
    }

    private void knowsFirefly() {
        desk.answering("/3/tv/1437?append_to_response=external_ids", SHOW)
                .answering("/3/tv/1437/season/1?", SEASON)
                .answering("/3/search/tv", "{\"page\": 1, \"results\": [{\"id\": 1437, \"name\": \"Firefly\"}]}");
    }

    @Test
    void a_film_is_found_by_its_own_id_or_that_at_imdb() {
        desk.answering("/3/movie/348?append_to_response=credits,alternative_titles", FILM);
        assertThat(authority.ask(film(1979, new ExternalId("tmdb:movie", "348"))))
                .containsExactly(alien(null, 1));
        desk.answering("/3/find/tt0078748?external_source=imdb_id", FOUND_FILM);
        ExternalId imdb = new ExternalId("imdb", "tt0078748");
        assertThat(authority.ask(film(1979, imdb))).containsExactly(alien(imdb, 1));
    }

    @Test
    void a_film_is_searched_for_with_its_year_and_then_without() {
        desk.answering("/3/movie/348", FILM)
                .answering("/3/search/movie?include_adult=false&query=Alien&year=1980", "{\"results\": []}")
                .answering(
                        "/3/search/movie?include_adult=false&query=Alien&api_key",
                        "{\"results\": [{\"id\": 348, \"title\": \"Alien\"}, {\"id\": 8077, \"title\": \"Alien 3\","
                                + " \"release_date\": \"1992-05-22\"}]}");
        List<Finding> found = authority.ask(film(1980));
        assertThat(found).first().isEqualTo(alien(null, 1));
        assertThat(found).extracting(Finding::title).containsExactly("Alien", "Alien 3");
        assertThat(found.get(1).weight()).isEqualTo(0.9);
    }

    @Test
    void an_episode_is_found_by_an_id_elsewhere() {
        knowsFirefly();
        desk.answering("/3/find/tt0579540?external_source=imdb_id", FOUND_EPISODE)
                .answering("/3/find/297999?external_source=tvdb_id", FOUND_EPISODE);
        ExternalId imdb = new ExternalId("imdb", "tt0579540");
        assertThat(authority.ask(episode("?", 9, 9, imdb))).containsExactly(trainJob(imdb));
        ExternalId tvdb = new ExternalId("tvdb:episode", "297999");
        assertThat(authority.ask(episode("?", 9, 9, tvdb))).containsExactly(trainJob(tvdb));
    }

    @Test
    void an_episode_is_found_by_its_show_and_number_and_the_season_is_asked_for_once() {
        knowsFirefly();
        desk.answering("/3/find/78874?external_source=tvdb_id", FOUND_SHOW);
        assertThat(authority.ask(episode("The Train Job", 1, 2))).containsExactly(trainJob(null));
        assertThat(authority.ask(episode("The Train Job", 1, 2, new ExternalId("tmdb:tv", "1437"))))
                .containsExactly(trainJob(null));
        assertThat(authority.ask(episode("The Train Job", 1, 2, new ExternalId("tvdb:series", "78874"))))
                .containsExactly(trainJob(null));
        assertThat(desk.asked().stream().filter(asked -> asked.contains("/season/")))
                .hasSize(1);
    }

    @Test
    void where_the_title_is_another_the_same_number_in_other_orders_is_told_with_the_order() {
        knowsFirefly();
        desk.answering(
                        "/3/tv/1437/episode_groups",
                        "{\"results\": [{\"id\": \"5b11\", \"name\": \"Aired Order\", \"type\": 1},"
                                + " {\"id\": \"../..\", \"name\": \"x\"}]}")
                .answering("/3/tv/episode_group/5b11", AIRED);
        List<Finding> found = authority.ask(episode("Train Robbery", 1, 1));
        assertThat(found).extracting(Finding::title).containsExactly("Serenity", "The Train Job");
        assertThat(found.get(1).comment()).isEqualTo("S1 E1 in the order: Aired Order");
        assertThat(found.get(1).number()).isEqualTo(2);
    }

    @Test
    void an_episode_that_the_remembered_season_does_not_hold_is_asked_for_alone() {
        knowsFirefly();
        desk.answering(
                "/3/tv/1437/season/1/episode/3",
                "{\"id\": 1, \"name\": \"New\", \"season_number\": 1, \"episode_number\": 3, \"runtime\": null}");
        assertThat(authority.ask(episode("New", 1, 3)))
                .extracting(Finding::title)
                .containsExactly("New");
    }

    @Test
    void a_question_costs_no_more_requests_than_promised() {
        knowsFirefly();
        desk.answering(
                        "/3/search/tv",
                        "{\"results\": [{\"id\": 1437, \"name\": \"Firefly\"}, {\"id\": 1438, \"name\": \"Firefly\"}]}")
                .answering("/3/tv/1438?", SHOW.replace("1437", "1438"))
                .answering("/3/tv/1438/season/1?", SEASON)
                .answering("/3/tv/episode_group/", "{\"groups\": []}");
        for (String show : List.of("1437", "1438")) {
            desk.answering(
                    "/3/tv/" + show + "/episode_groups",
                    "{\"results\": [{\"id\": \"a" + show + "\"}, {\"id\": \"b" + show + "\"}, {\"id\": \"c" + show
                            + "\"}, {\"id\": \"d" + show + "\"}]}");
        }
        authority.ask(episode(
                "x",
                1,
                9,
                new ExternalId("imdb", "tt0000001"),
                new ExternalId("imdb", "tt0000002"),
                new ExternalId("imdb", "tt0000003"),
                new ExternalId("tvdb:episode", "5"),
                new ExternalId("tvdb:series", "6")));
        assertThat(desk.asked().size()).isBetween(14, Tmdb.REQUESTS_MAX);
    }

    @Test
    void its_key_goes_into_the_query_or_a_header_and_nowhere_else() {
        assertThatThrownBy(() -> authority
                        .ask(film(null, new ExternalId("tmdb:movie", "348")))
                        .getFirst())
                .isInstanceOf(java.util.NoSuchElementException.class);
        assertThat(desk.asked().getFirst()).endsWith("&api_key=" + SHORT_KEY);
        desk.answering("/", Reply.of(401, "{\"status_code\": 7, \"status_message\": \"Invalid API key\"}"));
        Tmdb other = new Tmdb(desk.address(), new TmdbKey(TOKEN), desk.client(), desk.answers());
        assertThatThrownBy(() -> other.ask(film(null, new ExternalId("tmdb:movie", "349"))))
                .isInstanceOf(NotAllowed.class)
                .hasMessageNotContaining(TOKEN)
                .hasMessageContaining("Check the key");
        assertThat(desk.party().asked().getLast().authorization()).isEqualTo("Bearer " + TOKEN);
        assertThat(desk.asked().getLast()).doesNotContain("api_key");
        assertThat(new TmdbKey(TOKEN)).asString().doesNotContain(TOKEN);
    }

    @Test
    void a_series_is_told_by_its_id_alone() {
        desk.answering("/3/tv/1437?append_to_response=external_ids", SHOW);
        desk.answering("/3/find/tt0303461?external_source=imdb_id", FOUND_SHOW);
        for (ExternalId id : List.of(new ExternalId("tmdb:tv", "1437"), new ExternalId("imdb", "tt0303461"))) {
            ContainerFinding told = authority.container(id).orElseThrow();
            assertThat(told.container().title()).isEqualTo("Firefly");
            assertThat(told.container().released()).isEqualTo("2002-09-20");
            assertThat(told.genres()).containsExactly("Western");
        }
        assertThat(authority.container(new ExternalId("tmdb:tv", "x"))).isEmpty();
    }

    @Test
    void what_is_no_key_is_refused_without_showing_it() {
        assertThatThrownBy(() -> new TmdbKey("my secret"))
                .hasMessageContaining("32 hexadecimal digits")
                .hasMessageNotContaining("secret");
    }

    @Test
    void what_is_no_id_and_other_kinds_are_not_asked_for() {
        Question nameless = new Question(
                MediaKind.FILM, " ", "", List.of(), "", null, null, null, null, List.of(new ExternalId("imdb", "x/y")));
        assertThat(authority.ask(nameless)).isEmpty();
        assertThat(authority.ask(Question.song("a", "b", "c", 1, List.of()))).isEmpty();
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void faults_are_told_clearly() {
        new Faults(TmdbTest::tmdb, film(1979)).areTold();
        new Faults(TmdbTest::tmdb, film(1979, new ExternalId("tmdb:movie", "348"))).areTold();
        new Faults(TmdbTest::tmdb, episode("x", 1, 1, new ExternalId("imdb", "tt0579540"))).areTold();
        desk.answering("/", "{\"success\": false}");
        assertThatThrownBy(() -> authority.ask(film(1979))).isInstanceOf(GiveUp.class);
    }

    @Test
    void it_says_what_has_to_be_said_beside_it() {
        assertThat(authority.terms().attribution())
                .isEqualTo("This product uses the TMDB API but is not endorsed or certified by TMDB.");
    }
}
