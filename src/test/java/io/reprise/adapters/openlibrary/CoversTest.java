package io.reprise.adapters.openlibrary;

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
final class CoversTest {
    private final AuthorityDesk desk = new AuthorityDesk();
    private final ArtSource source =
            new Covers(desk.address(), URI.create("https://covers.example"), desk.client(), desk.answers());

    @AfterEach
    void close() {
        desk.close();
    }

    private static Asked book(String scheme, String value) {
        return new Asked(SubjectKind.ITEM, "Dune", new ExternalId(scheme, value));
    }

    private String address(Asked asked) {
        assertThat(source.knows(asked)).as(asked.toString()).isTrue();
        return source.find(asked).orElseThrow().address().toString();
    }

    @Test
    void books_have_covers_by_isbn_and_edition_and_authors_portraits() {
        assertThat(address(book("isbn", "978-0-441-17271-9")))
                .isEqualTo("https://covers.example/b/isbn/9780441172719-L.jpg?default=false");
        assertThat(address(book("olid", "OL7353617M")))
                .isEqualTo("https://covers.example/b/olid/OL7353617M-L.jpg?default=false");
        Asked author = new Asked(SubjectKind.CREATOR, "Frank Herbert", new ExternalId("olid", "OL79034A"));
        assertThat(address(author)).isEqualTo("https://covers.example/a/olid/OL79034A-L.jpg?default=false");
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void a_work_tells_its_covers_and_the_first_that_is_one_is_taken() {
        desk.answering("/works/OL893415W.json", "{\"key\": \"/works/OL893415W\", \"covers\": [-1, 11481354, 2]}")
                .answering("/works/OL2W.json", "{\"key\": \"/works/OL2W\"}");
        assertThat(address(book("olid", "OL893415W"))).contains("/b/id/11481354-L.jpg");
        assertThat(source.find(book("olid", "OL2W"))).isEmpty();
        assertThat(source.find(book("olid", "OL3W"))).isEmpty();
    }

    @Test
    void what_is_no_isbn_is_not_asked_for() {
        assertThat(source.knows(book("isbn", "9780441172710"))).isFalse();
        assertThat(source.knows(book("olid", "OL79034A"))).isFalse();
        assertThat(source.knows(book("imdb", "tt0113277"))).isFalse();
    }
}
