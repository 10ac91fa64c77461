package io.reprise.adapters.wikidata;

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
final class CommonsImagesTest {
    private static final String MBID = "c8ee8e28-b26e-4d0a-9e4b-9a0a7c6c1d33";
    private static final String SEARCH = "/w/api.php?format=json&maxlag=5&action=query&list=search";
    private static final String ENTITY = "/w/api.php?format=json&maxlag=5&action=wbgetentities";
    private static final String FILE = "/w/api.php?format=json&maxlag=5&action=query&prop=imageinfo";

    private final AuthorityDesk desk = new AuthorityDesk();
    private final ArtSource source = new CommonsImages(desk.address(), desk.address(), desk.client(), desk.answers());

    @AfterEach
    void close() {
        desk.close();
    }

    private static Asked artist() {
        return new Asked(SubjectKind.CREATOR, "Nils Frahm", new ExternalId("mb:artist", MBID));
    }

    private void searching(String... items) {
        StringBuilder found = new StringBuilder();
        for (String item : items) {
            found.append(found.isEmpty() ? "" : ",").append("{\"title\": \"" + item + "\"}");
        }
        desk.answering(SEARCH, "{\"query\": {\"search\": [" + found + "]}}");
    }

    private void stating(String claims) {
        desk.answering(ENTITY, "{\"entities\": {\"Q77143\": {\"id\": \"Q77143\", \"claims\": {" + claims + "}}}}");
    }

    private static String image(String file, String rank) {
        return "{\"rank\": \"" + rank + "\", \"mainsnak\": {\"datavalue\": {\"value\": \"" + file + "\"}}}";
    }

    @Test
    void an_artist_leads_by_wikidata_to_an_image_with_its_author_and_licence() {
        searching("Q77143");
        stating("\"P18\": [" + image("Old.jpg", "deprecated") + "," + image("Plain.jpg", "normal") + ","
                + image("Nils Frahm 2018.jpg", "preferred") + "]");
        desk.answering(FILE, """
                {"query": {"pages": {"7": {"imageinfo": [{"thumburl": "https://upload.example/500px.jpg",
                  "descriptionurl": "https://commons.example/wiki/File:X.jpg",
                  "extmetadata": {"Artist": {"value": "<a href='x'>Some  One</a>"},
                                  "LicenseShortName": {"value": "CC BY-SA 4.0"}}}]}}}}""");

        assertThat(source.knows(artist())).isTrue();
        assertThat(source.find(artist())).hasValueSatisfying(offer -> {
            assertThat(offer.address()).hasToString("https://upload.example/500px.jpg");
            assertThat(offer.credit()).isEqualTo("Some One, CC BY-SA 4.0, Wikimedia Commons");
            assertThat(offer.page()).isEqualTo("https://commons.example/wiki/File:X.jpg");
        });
        assertThat(desk.asked()).anyMatch(address -> address.contains("haswbstatement:P434=" + MBID));
        assertThat(desk.asked()).anyMatch(address -> address.endsWith("titles=File:Nils Frahm 2018.jpg"));
        source.find(artist());
        assertThat(desk.asked()).hasSize(3);
    }

    @Test
    void two_items_with_one_id_and_an_item_without_an_image_say_nothing() {
        searching("Q1", "Q2");
        assertThat(source.find(artist())).isEmpty();
        Asked item = new Asked(SubjectKind.CREATOR, "", new ExternalId("wikidata", "Q77143"));
        stating("");
        assertThat(source.find(item)).isEmpty();
        stating("\"P18\": [" + image("Gone.jpg", "normal") + "]");
        desk.clock().advance(io.reprise.resolve.Answers.FOUND_LASTS.plusSeconds(1));
        desk.answering(FILE, "{\"query\": {\"pages\": {\"-1\": {\"missing\": \"\"}}}}");
        assertThat(source.find(item)).isEmpty();
    }

    @Test
    void only_creators_are_asked_for() {
        ExternalId id = new ExternalId("mb:artist", MBID);
        assertThat(source.knows(new Asked(SubjectKind.CONTAINER, "", id))).isFalse();
        assertThat(source.knows(new Asked(SubjectKind.CREATOR, "", new ExternalId("mb:artist", "x"))))
                .isFalse();
    }
}
