package io.reprise.adapters.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ListenFormatTest {
    private final ListenFormat format = new ListenFormat();

    private Told told(String json) throws Unreadable {
        return format.decode(json.getBytes(StandardCharsets.UTF_8));
    }

    private Mention.Song song(String metadata) throws Unreadable {
        return (Mention.Song) told("{\"listened_at\":1767300423,\"track_metadata\":" + metadata + "}")
                .mention();
    }

    private void refused(String json, String because) {
        assertThatThrownBy(() -> told(json)).isInstanceOf(Unreadable.class).hasMessageContaining(because);
    }

    @Test
    void a_line_of_the_export_reads_as_a_song_played() throws Unreadable {
        Told told = told("""
                {"listened_at":1767300423,"inserted_at":1767300430,"track_metadata":{"artist_name":"Artist","track_name":"Song",
                "release_name":"Album","recording_msid":"6c8b1b7e-0000-4000-8000-000000000000","additional_info":{
                "submission_client":"navidrome","duration_ms":187400,"recording_mbid":"98255a8c-017a-4bc7-8dd6-1fa36124572b",
                "isrc":"us-abc-26-00001"},"mbid_mapping":{"recording_mbid":"00000000-0000-4000-8000-000000000000"}}}""");

        assertThat(told.times()).isEqualTo(Times.started(1767300423));
        Mention.Song song = (Mention.Song) told.mention();
        assertThat(song.title()).isEqualTo("Song");
        assertThat(song.credit().text()).isEqualTo("Artist");
        assertThat(song.release()).isEqualTo("Album");
        assertThat(song.length()).isEqualTo(187);
        assertThat(song.ids())
                .containsExactly(
                        new ExternalId("mb:recording", "98255a8c-017a-4bc7-8dd6-1fa36124572b"),
                        new ExternalId("isrc", "USABC2600001"));
    }

    @Test
    void a_list_of_artists_is_read_with_the_phrases_between_them() throws Unreadable {
        Mention.Song song = song("""
                {"artist_name":"A feat. B","track_name":"S","additional_info":{"artist_names":["A","B"]}}""");

        assertThat(song.credit().text()).isEqualTo("A feat. B");
        assertThat(song.credit().names()).extracting("name").containsExactly("A", "B");
        assertThat(song.credit().names().getFirst().join()).isEqualTo(" feat. ");
    }

    @Test
    void additional_info_of_any_shape_never_costs_the_listen() throws Unreadable {
        Mention.Song song = song("""
                {"artist_name":"A","track_name":"S","additional_info":{"duration":"soon","duration_ms":[1],"isrc":{"a":[1]},
                "artist_names":"A","recording_mbid":"","release_mbid":null,"spotify_id":7,"x":{"y":[{"z":1}]}}}""");

        assertThat(song.length()).isNull();
        assertThat(song.ids()).isEmpty();
    }

    @Test
    void a_listen_without_a_time_tells_the_moment_and_one_of_1970_does_not_know_it() throws Unreadable {
        assertThat(told("{\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"S\"}}")
                        .times()
                        .isNow())
                .isTrue();
        assertThat(told("{\"listened_at\":0,\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"S\"}}")
                        .times()
                        .precision())
                .isEqualTo(Precision.UNKNOWN);
    }

    @Test
    void bytes_that_are_no_text_cost_a_letter_and_not_the_listen() throws Unreadable {
        byte[] payload =
                "{\"listened_at\":1767300423,\"track_metadata\":{\"artist_name\":\"Bj?rk\",\"track_name\":\"S\"}}"
                        .getBytes(StandardCharsets.ISO_8859_1);
        payload[new String(payload, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xF6;

        assertThat(format.decode(payload).mention().credit().text()).isEqualTo("Bj\uFFFDrk");
    }

    @Test
    void what_is_wrong_is_named() {
        refused("[]", "expected a listen as a JSON object");
        refused("{\"listened_at\":1767300423}", "track_metadata.track_name");
        refused(
                "{\"listened_at\":1767300423,\"track_metadata\":7}",
                "track_metadata: expected an object, got a number");
        refused("{\"listened_at\":\"soon\"}", "listened_at: expected epoch seconds, got soon");
        refused(
                "{\"listened_at\":1767300423,\"track_metadata\":{\"artist_name\":\"\",\"track_name\":\"S\"}}",
                "artist_name");
        refused(
                "{\"listened_at\":1767300423,\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"S\\u0000\"}}",
                "NUL");
        refused("{\"listened_at\":1767300423,\"track_metadata\":{\"artist_name\":\"A\",\"track", "expected a listen");
        refused("[".repeat(5000), "expected a listen");
        refused("{\"a\":" + "[".repeat(5000), "expected a listen");
    }
}
