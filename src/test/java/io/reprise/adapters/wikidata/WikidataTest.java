package io.reprise.adapters.wikidata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.http.GiveUp;
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
final class WikidataTest {
    private static final String ONE = """
            {"batchcomplete": "", "query": {"searchinfo": {"totalhits": 1},
             "search": [{"ns": 0, "title": "Q103569", "pageid": 105424, "snippet": "1979 film"}]}}""";
    private static final String TWO = """
            {"query": {"search": [{"ns": 0, "title": "Q103569"}, {"ns": 0, "title": "Q1"}]}}""";
    private static final String NONE = """
            {"batchcomplete": "", "query": {"searchinfo": {"totalhits": 0}, "search": []}}""";
    private static final String ALIEN = """
            {"entities": {"Q103569": {"type": "item", "id": "Q103569",
              "labels": {"en": {"language": "en", "value": "Alien"}},
              "aliases": {"en": [{"language": "en", "value": "Alien (film)"}]},
              "claims": {
                "P345": [{"rank": "normal", "mainsnak": {"snaktype": "value", "property": "P345",
                  "datavalue": {"value": "tt0078748", "type": "string"}}}],
                "P4947": [
                  {"rank": "deprecated", "mainsnak": {"datavalue": {"value": "1", "type": "string"}}},
                  {"rank": "normal", "mainsnak": {"datavalue": {"value": "349", "type": "string"}}},
                  {"rank": "preferred", "mainsnak": {"datavalue": {"value": "348", "type": "string"}}},
                  {"rank": "normal", "mainsnak": {"snaktype": "novalue"}},
                  {"rank": "normal", "mainsnak": {"datavalue": {"value": "34 8; x", "type": "string"}}}],
                "P212": [{"rank": "normal", "mainsnak": {"datavalue": {"value": "978-0-14-032872-1"}}}],
                "P31": [{"rank": "normal", "mainsnak": {"datavalue": {"value": {"id": "Q11424"}}}}]}}},
             "success": 1}""";

    private static final ExternalId IMDB = new ExternalId("imdb", "tt0078748");
    private static final ExternalId ITEM = new ExternalId("wikidata", "Q103569");

    private final AuthorityDesk desk = new AuthorityDesk();
    private final Wikidata authority = new Wikidata(desk.address(), desk.client(), desk.answers());

    @AfterEach
    void close() {
        desk.close();
    }

    private static Question told(MediaKind kind, ExternalId... ids) {
        return new Question(kind, "Alien", "", List.of(), "", null, null, null, 1979, List.of(ids));
    }

    private void knowsAlien(String search) {
        desk.answering("/w/api.php?format=json&maxlag=5&action=query", search)
                .answering("/w/api.php?format=json&maxlag=5&action=wbgetentities", ALIEN);
    }

    @Test
    void one_id_leads_to_the_others_preferred_ones_first() {
        knowsAlien(ONE);
        assertThat(authority.ask(told(MediaKind.FILM, IMDB)))
                .containsExactly(new Finding(
                        ITEM,
                        IMDB,
                        MediaKind.FILM,
                        "Alien",
                        List.of(),
                        Optional.empty(),
                        null,
                        null,
                        null,
                        "",
                        "",
                        List.of(IMDB, new ExternalId("tmdb:movie", "348"), new ExternalId("tmdb:movie", "349")),
                        List.of(),
                        List.of("Alien (film)"),
                        1));
        assertThat(desk.asked())
                .containsExactly(
                        "/w/api.php?format=json&maxlag=5&action=query&list=search&srnamespace=0&srlimit=2"
                                + "&srsearch=haswbstatement:P345=tt0078748",
                        "/w/api.php?format=json&maxlag=5&action=wbgetentities&props=labels|aliases|claims"
                                + "&languages=en|mul&ids=Q103569");
    }

    @Test
    void an_item_told_itself_is_not_searched_for() {
        knowsAlien(NONE);
        assertThat(authority.ask(told(MediaKind.FILM, ITEM)))
                .singleElement()
                .satisfies(found -> assertThat(found.asked()).isNull());
        assertThat(desk.asked()).hasSize(1);
    }

    @Test
    void an_id_that_two_items_state_says_nothing() {
        knowsAlien(TWO);
        assertThat(authority.ask(told(MediaKind.FILM, IMDB))).isEmpty();
        assertThat(desk.asked()).hasSize(1);
    }

    @Test
    void only_ids_of_the_kind_asked_for_are_told_and_an_isbn_without_its_dashes() {
        knowsAlien(ONE);
        assertThat(authority
                        .ask(told(MediaKind.BOOK, new ExternalId("olid", "OL45804W")))
                        .getFirst()
                        .ids())
                .containsExactly(new ExternalId("isbn", "9780140328721"));
    }

    @Test
    void what_is_not_of_the_form_of_an_id_and_names_are_not_asked_for() {
        knowsAlien(ONE);
        assertThat(authority.ask(told(
                        MediaKind.FILM,
                        new ExternalId("imdb", "tt1 OR P31=Q5"),
                        new ExternalId("isbn", "9780140328721"),
                        new ExternalId("wikidata", "Q1|Q2"))))
                .isEmpty();
        assertThat(authority.ask(told(MediaKind.FILM))).isEmpty();
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void a_question_costs_no_more_requests_than_promised() {
        knowsAlien(ONE);
        authority.ask(told(
                MediaKind.FILM,
                IMDB,
                new ExternalId("imdb", "tt0078749"),
                new ExternalId("tmdb:movie", "1"),
                new ExternalId("tmdb:movie", "2"),
                new ExternalId("tmdb:movie", "3")));
        assertThat(desk.asked().size()).isBetween(3, Wikidata.REQUESTS_MAX);
    }

    @Test
    void faults_are_told_clearly() {
        new Faults((address, at) -> new Wikidata(address, at.client(), at.answers()), told(MediaKind.FILM, IMDB))
                .areTold();
        new Faults((address, at) -> new Wikidata(address, at.client(), at.answers()), told(MediaKind.FILM, ITEM))
                .areTold();
        desk.answering("/", "{\"error\": {\"code\": \"maxlag\", \"info\": \"Waiting for a database server\"}}");
        assertThatThrownBy(() -> authority.ask(told(MediaKind.FILM, IMDB))).isInstanceOf(GiveUp.class);
    }
}
