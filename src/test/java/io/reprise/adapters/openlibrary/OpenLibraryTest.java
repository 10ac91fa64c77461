package io.reprise.adapters.openlibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.http.GiveUp;
import io.reprise.http.OtherParty.Reply;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.AuthorityDesk;
import io.reprise.resolve.Faults;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OpenLibraryTest {
    private static final String EDITION = """
            {"key": "/books/OL7353617M", "title": "Der fantastische Mr. Fox", "publish_date": "October 1, 1988",
             "authors": [{"key": "/authors/OL34184A"}], "works": [{"key": "/works/OL45804W"}],
             "isbn_10": ["0140328726"], "isbn_13": ["9780140328721"], "number_of_pages": 96,
             "identifiers": {"goodreads": ["1507552"], "librarything": ["6446"]},
             "type": {"key": "/type/edition"}}""";
    private static final String WORK = """
            {"key": "/works/OL45804W", "title": "Fantastic Mr Fox", "first_publish_date": "1970",
             "authors": [{"author": {"key": "/authors/OL34184A"}, "type": {"key": "/type/author_role"}},
                         {"author": {"key": "/authors/OL2A"}}],
             "subjects": ["Foxes"], "type": {"key": "/type/work"}}""";
    private static final String DAHL = """
            {"key": "/authors/OL34184A", "name": "Roald Dahl", "alternate_names": ["Dahl, Roald"]}""";
    private static final String BLAKE = """
            {"key": "/authors/OL2A", "name": "Quentin Blake"}""";
    private static final String SEARCH = """
            {"numFound": 2, "start": 0, "docs": [
              {"key": "/works/OL45804W", "title": "Fantastic Mr Fox", "author_name": ["Roald Dahl"],
               "author_key": ["OL34184A"], "author_alternative_name": ["Dahl, Roald"], "first_publish_year": 1970},
              {"key": "/works/OL9W", "title": "Fantastic Mr Fox: A Play", "author_name": ["Sally Reid", "Roald Dahl"]},
              {"title": "without a key"}]}""";

    private static final ExternalId ISBN = new ExternalId("isbn", "0-14-032872-6");
    private static final ExternalId WORK_ID = new ExternalId("olid", "OL45804W");

    private final AuthorityDesk desk = new AuthorityDesk();
    private final OpenLibrary authority = new OpenLibrary(desk.address(), desk.client(), desk.answers());

    @AfterEach
    void close() {
        desk.close();
    }

    private static Question told(ExternalId... ids) {
        return new Question(
                MediaKind.BOOK,
                "Fantastic Mr Fox",
                "Roald Dahl",
                List.of("Roald Dahl"),
                "",
                null,
                null,
                null,
                null,
                List.of(ids));
    }

    private void knowsTheFox() {
        desk.answering("/isbn/0140328726.json", Reply.of(302, "").with("Location", "/books/OL7353617M.json"))
                .answering("/books/OL7353617M.json", EDITION)
                .answering("/works/OL45804W.json", WORK)
                .answering("/authors/OL34184A.json", DAHL)
                .answering("/authors/OL2A.json", BLAKE);
    }

    @Test
    void an_isbn_leads_over_its_edition_to_the_work_and_its_authors() {
        knowsTheFox();
        assertThat(authority.ask(told(ISBN)))
                .containsExactly(new Finding(
                        WORK_ID,
                        ISBN,
                        MediaKind.BOOK,
                        "Fantastic Mr Fox",
                        List.of(
                                new Finding.Creator(
                                        new ExternalId("olid", "OL34184A"),
                                        "Roald Dahl",
                                        "",
                                        "Roald Dahl",
                                        ", ",
                                        "author",
                                        List.of("Dahl, Roald")),
                                new Finding.Creator(
                                        new ExternalId("olid", "OL2A"),
                                        "Quentin Blake",
                                        "",
                                        "Quentin Blake",
                                        "",
                                        "author")),
                        Optional.empty(),
                        null,
                        null,
                        null,
                        "1970",
                        "",
                        List.of(
                                new ExternalId("olid", "OL7353617M"),
                                new ExternalId("isbn", "9780140328721"),
                                new ExternalId("isbn", "0140328726"),
                                new ExternalId("goodreads", "1507552")),
                        List.of(),
                        List.of("Der fantastische Mr. Fox"),
                        1));
        int asked = desk.asked().size();
        authority.ask(told(ISBN));
        assertThat(desk.asked()).hasSize(asked);
    }

    @Test
    void a_work_or_an_edition_is_found_by_its_own_id() {
        knowsTheFox();
        assertThat(authority.ask(told(WORK_ID)))
                .singleElement()
                .satisfies(found -> assertThat(found.asked()).isNull())
                .satisfies(found -> assertThat(found.ids()).isEmpty());
        assertThat(authority.ask(told(new ExternalId("olid", "OL7353617M"))))
                .singleElement()
                .satisfies(found -> assertThat(found.id()).isEqualTo(WORK_ID));
    }

    @Test
    void a_work_that_was_merged_leads_to_the_other() {
        knowsTheFox();
        desk.answering(
                "/works/OL1W.json",
                "{\"key\": \"/works/OL1W\", \"type\": {\"key\": \"/type/redirect\"},"
                        + " \"location\": \"/works/OL45804W\"}");
        assertThat(authority.ask(told(new ExternalId("olid", "OL1W"))))
                .singleElement()
                .satisfies(found -> assertThat(found.id()).isEqualTo(WORK_ID))
                .satisfies(found -> assertThat(found.asked()).isEqualTo(new ExternalId("olid", "OL1W")));
    }

    @Test
    void works_that_lead_to_one_another_for_ever_are_left_alone() {
        desk.answering("/works/OL1W.json", "{\"key\": \"/works/OL1W\", \"location\": \"/works/OL1W\"}");
        assertThat(authority.ask(told(new ExternalId("olid", "OL1W")))).isEmpty();
    }

    @Test
    void without_an_id_title_and_author_are_searched_for() {
        desk.answering("/search.json?title=Fantastic Mr Fox&author=Roald Dahl&", SEARCH);
        List<Finding> found = authority.ask(told());
        assertThat(found).extracting(Finding::id).containsExactly(WORK_ID, new ExternalId("olid", "OL9W"));
        assertThat(found.getFirst().released()).isEqualTo("1970");
        assertThat(found.getFirst().creators().getFirst().aliases()).containsExactly("Dahl, Roald");
        assertThat(found.get(1).credit()).isEqualTo("Sally Reid, Roald Dahl");
        assertThat(found.get(1).weight()).isLessThan(found.getFirst().weight());
    }

    @Test
    void an_isbn_is_one_only_with_the_right_check_digit() {
        assertThat(Isbn.find("978-0-14-032872-1")).contains(new Isbn("9780140328721"));
        assertThat(Isbn.find("043942089x")).contains(new Isbn("043942089X"));
        assertThat(Isbn.find("978-0-14-032872-2")).isEmpty();
        assertThat(Isbn.find("0140328727")).isEmpty();
        assertThat(Isbn.find("B00A2M4XYZ")).isEmpty();
        assertThat(Isbn.find("9970140328721")).isEmpty();
    }

    @Test
    void what_is_no_id_and_what_has_no_author_is_not_asked_for() {
        Question nameless = new Question(
                MediaKind.BOOK,
                "Fox",
                "",
                List.of(),
                "",
                null,
                null,
                null,
                null,
                List.of(new ExternalId("isbn", "123"), new ExternalId("olid", "../x")));
        assertThat(authority.ask(nameless)).isEmpty();
        assertThat(authority.ask(Question.song("a", "b", "", null, List.of()))).isEmpty();
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void a_question_costs_no_more_requests_than_promised() {
        knowsTheFox();
        desk.answering("/works/OL1W.json", "{\"key\": \"/works/OL1W\", \"location\": \"/works/OL2W\"}")
                .answering("/books/OL3M.json", "{\"key\": \"/books/OL3M\", \"works\": [{\"key\": \"/works/OL1W\"}]}")
                .answering("/books/OL4M.json", "{\"key\": \"/books/OL4M\", \"works\": [{\"key\": \"/works/OL1W\"}]}");
        authority.ask(told(new ExternalId("olid", "OL3M"), new ExternalId("olid", "OL4M"), WORK_ID, ISBN));
        assertThat(desk.asked().size()).isBetween(5, OpenLibrary.REQUESTS_MAX);
    }

    @Test
    void faults_are_told_clearly() {
        new Faults((address, at) -> new OpenLibrary(address, at.client(), at.answers()), told()).areTold();
        new Faults((address, at) -> new OpenLibrary(address, at.client(), at.answers()), told(ISBN)).areTold();
        desk.answering("/", "{\"error\": \"notfound\"}");
        assertThatThrownBy(() -> authority.ask(told(WORK_ID))).isInstanceOf(GiveUp.class);
    }
}
