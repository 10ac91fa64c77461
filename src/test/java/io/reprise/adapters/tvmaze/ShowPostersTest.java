package io.reprise.adapters.tvmaze;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.art.ArtSource;
import io.reprise.art.ArtSource.Asked;
import io.reprise.catalog.SubjectKind;
import io.reprise.media.ExternalId;
import io.reprise.resolve.AuthorityDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ShowPostersTest {
    private static final String SHOW = """
            {"id": 180, "url": "https://www.tvmaze.com/shows/180/firefly", "name": "Firefly", "summary": "long",
             "image": {"medium": "https://static.tvmaze.com/m.jpg", "original": "https://static.tvmaze.com/o.jpg"}}""";

    private final AuthorityDesk desk = new AuthorityDesk();
    private final ArtSource source = new ShowPosters(desk.address(), desk.client(), desk.answers());

    @AfterEach
    void close() {
        desk.close();
    }

    private static Asked asked(String scheme, String value) {
        return new Asked(SubjectKind.CONTAINER, "Firefly", new ExternalId(scheme, value));
    }

    @Test
    void a_show_has_a_poster_by_its_id_and_by_that_of_thetvdb() {
        desk.answering("/shows/180", SHOW).answering("/lookup/shows?thetvdb=78874", SHOW);
        for (Asked asked : new Asked[] {asked("tvmaze:show", "180"), asked("tvdb:series", "78874")}) {
            assertThat(source.knows(asked)).isTrue();
            assertThat(source.find(asked)).hasValueSatisfying(offer -> {
                assertThat(offer.address()).hasToString("https://static.tvmaze.com/o.jpg");
                assertThat(offer.credit()).contains("CC BY-SA");
                assertThat(offer.page()).isEqualTo("https://www.tvmaze.com/shows/180/firefly");
            });
        }
    }

    @Test
    void an_episode_leads_to_its_show() {
        desk.answering("/episodes/12992?embed=show", "{\"id\": 12992, \"_embedded\": {\"show\": " + SHOW + "}}");
        assertThat(source.whole(asked("tvmaze:episode", "12992"))).contains(new ExternalId("tvmaze:show", "180"));
        assertThat(source.whole(asked("tvmaze:episode", "1"))).isEmpty();
    }

    @Test
    void a_show_without_a_poster_and_a_show_that_is_not_there_have_none() {
        desk.answering("/shows/7", "{\"id\": 7, \"name\": \"Bare\", \"image\": null}");
        assertThat(source.find(asked("tvmaze:show", "7"))).isEmpty();
        assertThat(source.find(asked("tvmaze:show", "8"))).isEmpty();
        assertThat(source.knows(asked("tvmaze:show", "7/../8"))).isFalse();
        assertThat(source.knows(asked("imdb", "tt0303461"))).isFalse();
    }
}
