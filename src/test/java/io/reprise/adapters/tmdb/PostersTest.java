package io.reprise.adapters.tmdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.art.ArtSource;
import io.reprise.art.ArtSource.Asked;
import io.reprise.catalog.SubjectKind;
import io.reprise.media.ExternalId;
import io.reprise.resolve.AuthorityDesk;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PostersTest {
    private static final TmdbKey KEY = new TmdbKey("0123456789abcdef0123456789abcdef");

    private final AuthorityDesk desk = new AuthorityDesk();
    private final ArtSource source = new Posters(
            new Posters.Addresses(desk.address(), URI.create("https://image.example")),
            KEY,
            desk.client(),
            desk.answers());

    @AfterEach
    void close() {
        desk.close();
    }

    private static Asked film(String scheme, String value) {
        return new Asked(SubjectKind.ITEM, "Heat", new ExternalId(scheme, value));
    }

    private static Asked show(String scheme, String value) {
        return new Asked(SubjectKind.CONTAINER, "Firefly", new ExternalId(scheme, value));
    }

    @Test
    void films_series_and_people_have_pictures_by_their_ids() {
        desk.answering("/3/movie/949", "{\"id\": 949, \"poster_path\": \"/heat.jpg\"}")
                .answering("/3/tv/1437", "{\"id\": 1437, \"poster_path\": \"/firefly.jpg\"}")
                .answering("/3/person/638", "{\"id\": 638, \"profile_path\": \"/mann.jpg\"}");
        assertThat(source.find(film("tmdb:movie", "949"))).hasValueSatisfying(offer -> {
            assertThat(offer.address()).hasToString("https://image.example/t/p/w500/heat.jpg");
            assertThat(offer.page()).isEqualTo("https://www.themoviedb.org/movie/949");
        });
        assertThat(source.find(show("tmdb:tv", "1437")).orElseThrow().address().toString())
                .endsWith("/firefly.jpg");
        Asked mann = new Asked(SubjectKind.CREATOR, "Michael Mann", new ExternalId("tmdb:person", "638"));
        assertThat(source.find(mann).orElseThrow().address().toString()).endsWith("/mann.jpg");
        assertThat(desk.asked()).allMatch(address -> address.contains("api_key="));
        assertThat(source.find(mann).orElseThrow().toString()).doesNotContain(KEY.value());
    }

    @Test
    void an_id_of_imdb_is_that_of_a_film_or_leads_to_the_series_of_an_episode() {
        desk.answering("/3/find/tt0113277", "{\"movie_results\": [{\"id\": 949, \"poster_path\": \"/heat.jpg\"}]}")
                .answering(
                        "/3/find/tt0579539",
                        "{\"movie_results\": [], \"tv_results\": [],"
                                + " \"tv_episode_results\": [{\"id\": 1, \"show_id\": 1437}]}");
        assertThat(source.find(film("imdb", "tt0113277"))
                        .orElseThrow()
                        .address()
                        .toString())
                .endsWith("/heat.jpg");
        assertThat(source.whole(show("imdb", "tt0579539"))).contains(new ExternalId("tmdb:tv", "1437"));
        assertThat(source.whole(film("imdb", "tt0113277"))).contains(new ExternalId("imdb", "tt0113277"));
    }

    @Test
    void what_has_no_poster_or_a_strange_one_has_no_picture() {
        desk.answering("/3/movie/1", "{\"id\": 1, \"poster_path\": null}")
                .answering("/3/movie/2", "{\"id\": 2, \"poster_path\": \"//elsewhere.example/x.jpg\"}");
        assertThat(source.find(film("tmdb:movie", "1"))).isEmpty();
        assertThat(source.find(film("tmdb:movie", "2"))).isEmpty();
        assertThat(source.find(film("tmdb:movie", "3"))).isEmpty();
        assertThat(source.knows(show("tmdb:movie", "1"))).isFalse();
        assertThat(source.knows(film("imdb", "nm0000520"))).isFalse();
    }
}
