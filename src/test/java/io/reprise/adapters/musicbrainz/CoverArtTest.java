package io.reprise.adapters.musicbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.art.ArtSource;
import io.reprise.art.ArtSource.Asked;
import io.reprise.catalog.SubjectKind;
import io.reprise.http.OtherParty.Reply;
import io.reprise.http.TryLater;
import io.reprise.media.ExternalId;
import io.reprise.resolve.AuthorityDesk;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class CoverArtTest {
    private static final String RECORDING = "b1a9c0e9-d987-4042-ae91-78d6a3267d69";
    private static final String RELEASE = "0f7b3a52-8b0b-4f53-8a0f-2c2f6a9d1b11";
    private static final String GROUP = "7f7f6f05-8ae2-4c0f-9c7c-6e7f5a0d6f22";
    private static final String TOLD = """
            {"id": "%s", "title": "Says", "length": 498000, "artist-credit": [{"name": "Nils Frahm", "joinphrase": "",
              "artist": {"id": "c8ee8e28-b26e-4d0a-9e4b-9a0a7c6c1d33", "name": "Nils Frahm", "sort-name": "Frahm, Nils"}}],
             "releases": [{"id": "%s", "title": "Spaces", "date": "2013-11-15", "country": "GB",
               "release-group": {"id": "%s", "title": "Spaces", "primary-type": "Album"}}]}""".formatted(RECORDING, RELEASE, GROUP);

    private final AuthorityDesk desk = new AuthorityDesk();
    private final ArtSource source =
            new CoverArt(desk.address(), URI.create("https://covers.example"), desk.client(), desk.answers());

    @AfterEach
    void close() {
        desk.close();
    }

    private static Asked asked(String name, String scheme, String value) {
        return new Asked(SubjectKind.CONTAINER, name, new ExternalId(scheme, value));
    }

    @Test
    void releases_and_release_groups_have_their_own_addresses_and_nobody_is_asked_for_them() {
        assertThat(source.find(asked("Spaces", "mb:release", RELEASE))).hasValueSatisfying(offer -> {
            assertThat(offer.address()).hasToString("https://covers.example/release/" + RELEASE + "/front-500");
            assertThat(offer.page()).isEqualTo("https://musicbrainz.org/release/" + RELEASE);
        });
        assertThat(source.find(asked("Spaces", "mb:release-group", GROUP))
                        .orElseThrow()
                        .address())
                .hasToString("https://covers.example/release-group/" + GROUP + "/front-500");
        assertThat(desk.asked()).isEmpty();
        assertThat(source.sendsOnTo()).containsExactly("archive.org");
    }

    @Test
    void a_recording_leads_to_the_release_group_of_the_name_that_was_told_and_to_no_other() {
        desk.answering("/ws/2/recording/" + RECORDING, TOLD);
        Asked spaces = asked("Spaces (Deluxe)", "mb:recording", RECORDING);
        assertThat(source.whole(spaces)).contains(new ExternalId("mb:release-group", GROUP));
        assertThat(source.whole(asked("Best of 2013", "mb:recording", RECORDING)))
                .isEmpty();
        assertThat(source.whole(asked("", "mb:recording", RECORDING))).isEmpty();
        assertThat(desk.asked()).hasSize(1);
    }

    @Test
    void only_albums_are_known_by_ids_that_can_be_right() {
        assertThat(source.knows(asked("", "mb:release", RELEASE))).isTrue();
        assertThat(source.knows(asked("", "mb:release", "../../etc"))).isFalse();
        assertThat(source.knows(asked("", "isrc", "GBAYE0000001"))).isFalse();
        ExternalId release = new ExternalId("mb:release", RELEASE);
        assertThat(source.knows(new Asked(SubjectKind.CREATOR, "", release))).isFalse();
    }

    @Test
    void a_musicbrainz_that_is_busy_is_asked_later() {
        desk.answering("/", Reply.of(503, "busy"));
        assertThatThrownBy(() -> source.whole(asked("Spaces", "mb:recording", RECORDING)))
                .isInstanceOf(TryLater.class);
    }
}
