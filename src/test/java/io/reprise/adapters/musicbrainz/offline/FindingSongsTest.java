package io.reprise.adapters.musicbrainz.offline;

import static io.reprise.adapters.musicbrainz.offline.Dumps.mbid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.reprise.media.ExternalId;
import io.reprise.resolve.ContainerFinding;
import io.reprise.resolve.CreatorFinding;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FindingSongsTest {
    private static final String ARTIST = """
            {"id":"%s","name":"Кедровый Берег","sort-name":"Kedrovy Bereg","life-span":{"begin":"1998","ended":false},\
            "country":"RU","aliases":[{"name":"Cedar Shore","locale":"en"},{"name":null}],"disambiguation":"Tomsk"}
            {"id":"%s","name":"Left-handed Beacon","sort-name":"Left-handed Beacon","life-span":{},"aliases":[]}
            {"id":"%s","name":"Edda Torenby","sort-name":"Torenby, Edda","life-span":null,"relations":[{"a":[1,{}]}]}
            """.formatted(mbid(502), mbid(505), mbid(507));
    private static final String RECORDING = """
            {"id":"%s","title":"Painting the Tannery","length":215499,"video":false,"isrcs":["QZES91600001"],\
            "first-release-date":"2016-04-23","disambiguation":"album version","genres":[{"name":"folk","count":3}],\
            "aliases":[{"name":"Tannery"}],"artist-credit":[{"name":"Magpie","joinphrase":" & ",\
            "artist":{"id":"%s","name":"Magpie"}},{"name":"Harbour","joinphrase":"","artist":{"id":"%s","name":"H."}}]}
            {"id":"%s","title":"Alone Here","length":null,"isrcs":["QZES91600002"],"video":false,"artist-credit":[]}
            """.formatted(mbid(101), mbid(511), mbid(512), mbid(999));
    private static final String RELEASE = """
            {"id":"%s","title":"R","release-group":{"id":"x","title":"R"},"media":[{"position":1,"tracks":[\
            {"id":"t1","title":"As on the sleeve","length":9,"recording":{"id":"%s","title":"Slow Ferries, Part 2",\
            "length":61500,"isrcs":["QZES91600003"],"video":false}},{"id":"t2","recording":null}],\
            "pregap":{"id":"t0","recording":{"id":"%s","title":"Hidden","length":1000}}},{"tracks":null}]}
            {"id":"%s","media":[{"tracks":[{"recording":{"id":"%s","title":"Told again","length":5}}]}]}
            """.formatted(mbid(1), mbid(103), mbid(998), mbid(2), mbid(103));
    private static final String GROUP = """
            {"id":"%s","title":"Album","primary-type":"Album","secondary-types":[],"first-release-date":"2016-04"}
            """.formatted(mbid(301));

    @TempDir
    Path folder = Path.of("");

    private OfflineMusicBrainz authority = new OfflineMusicBrainz(Path.of("none"));

    @BeforeEach
    void the_dumps_are_loaded() {
        IndexShelf shelf = new IndexShelf(folder.resolve("authority"), () -> Instant.EPOCH);
        Map<String, String> canonical = new TreeMap<>(Map.of(
                "d/TIMESTAMP", "2026-07-17 08:00:03.172114",
                "d/canonical/canonical_musicbrainz_data.csv", Dumps.SONGS,
                "d/canonical/canonical_recording_redirect.csv", Dumps.RECORDING_REDIRECTS,
                "d/canonical/canonical_release_redirect.csv", Dumps.RELEASE_REDIRECTS));
        load(shelf, "canonical.tar.zst", Dumps.packed(Dumps.ZSTD, Dumps.tar(canonical)));
        load(shelf, "artist.tar.xz", Dumps.packed(Dumps.XZ, Dumps.tar(Map.of("mbdump/artist", ARTIST))));
        load(shelf, "recording.gz", Dumps.packed(Dumps.GZIP, Dumps.utf8(RECORDING)));
        load(shelf, "release.zst", Dumps.packed(Dumps.ZSTD, Dumps.utf8(RELEASE)));
        load(shelf, "group", Dumps.utf8(GROUP));
        authority = new OfflineMusicBrainz(folder.resolve("authority"));
    }

    private void load(IndexShelf shelf, String name, byte[] bytes) {
        shelf.load(Dumps.write(folder.resolve(name), bytes), LoadWatch.NOBODY);
    }

    private List<String> found(String credit, String title) {
        return found(Question.song(credit, title, "", null, List.of()));
    }

    private List<String> found(Question question) {
        return authority.ask(question).stream()
                .map(finding -> finding.id().value())
                .toList();
    }

    private static Question claiming(String scheme, String value) {
        return Question.song("", "", "", null, List.of(new ExternalId(scheme, value)));
    }

    @Test
    void a_song_is_found_by_its_exact_names_alone() {
        assertThat(found("magpie and harbour", "PAINTING THE TANNERY")).containsExactly(mbid(101));
        assertThat(found("Magpie & Harbour", "Painting the Tannery [Live]")).containsExactly(mbid(102));
    }

    @Test
    void a_song_is_told_with_all_that_the_dumps_say() {
        Finding finding = authority
                .ask(Question.song("Magpie & Harbour", "Painting the Tannery", "", null, List.of()))
                .getFirst();
        assertThat(finding.creators())
                .extracting(Finding.Creator::creditedAs, Finding.Creator::join, creator -> creator.id())
                .containsExactly(
                        tuple("Magpie", " & ", new ExternalId("mb:artist", mbid(511))),
                        tuple("Harbour", "", new ExternalId("mb:artist", mbid(512))));
        assertThat(finding.seconds()).isEqualTo(215);
        assertThat(finding.released()).isEqualTo("2016-04-23");
        assertThat(finding.comment()).isEqualTo("album version");
        assertThat(finding.genres()).containsExactly("folk");
        assertThat(finding.aliases()).containsExactly("Tannery");
        assertThat(finding.ids()).contains(new ExternalId("isrc", "QZES91600001"));
        Finding.Container album = finding.container().orElseThrow();
        assertThat(album.title()).isEqualTo("Album of Painting the Tannery");
        assertThat(album.released()).isEqualTo("2016-04");
        assertThat(album.ids())
                .containsExactly(
                        new ExternalId("mb:release", mbid(201)), new ExternalId("mb:release-group", mbid(301)));
        assertThat(finding.weight()).isBetween(0.89, 0.9);
    }

    @Test
    void a_title_with_a_suffix_or_a_guest_finds_the_song_without_it() {
        assertThat(found("Magpie & Harbour", "Slow Ferries, Part 2 - 2011 Remaster"))
                .containsExactly(mbid(103));
        assertThat(found("Magpie & Harbour", "Slow Ferries Part 2 (feat. Edda Torenby) [Mono]"))
                .containsExactly(mbid(103));
    }

    @Test
    void a_title_with_typos_finds_those_near_it() {
        assertThat(found("Magpie & Harbour", "Panting the Tanery")).contains(mbid(101));
        assertThat(found("Magpie & Harbour", "Slow Feries, Part 2")).containsExactly(mbid(103));
        assertThat(found("Magpie & Harbour", "Quite Another Thing")).isEmpty();
    }

    @Test
    void the_article_of_a_name_may_be_missing() {
        assertThat(found("Left-handed Beacon", "Early Thicket")).containsExactly(mbid(107));
        assertThat(found("Left-Handed Beacon - Topic", "Early Thicket")).containsExactly(mbid(107));
    }

    @Test
    void one_artist_of_a_credit_is_enough() {
        assertThat(found("Edda Torenby", "Inland")).containsExactly(mbid(108));
        assertThat(found("Left-handed Beacon feat. Edda Torenby", "Inland")).containsExactly(mbid(108));
    }

    @Test
    void a_credit_is_taken_apart_where_the_names_of_its_artists_stand_in_it() {
        Finding finding = authority
                .ask(Question.song("Left-handed Beacon & Edda Torenby", "Inland", "", null, List.of()))
                .getFirst();
        assertThat(finding.creators())
                .extracting(Finding.Creator::creditedAs, Finding.Creator::join, Finding.Creator::sortName)
                .containsExactly(
                        tuple("Left-handed Beacon", " & ", "Left-handed Beacon"),
                        tuple("Edda Torenby", "", "Torenby, Edda"));
        assertThat(finding.credit()).isEqualTo("Left-handed Beacon & Edda Torenby");
    }

    @Test
    void other_scripts_are_found_as_they_are_and_in_latin_letters_and_by_aliases() {
        assertThat(found("КЕДРОВЫЙ БЕРЕГ", "Белая Вода")).containsExactly(mbid(104));
        assertThat(found("Kedrovyi Bereg", "Belaia voda")).containsExactly(mbid(104));
        assertThat(found("Ye no Dian Che", "Deng Tai")).containsExactly(mbid(105));
        assertThat(found("Cedar Shore", "Белая вода")).containsExactly(mbid(104));
        assertThat(found("夜の電車", "灯台")).containsExactly(mbid(105));
        assertThat(found("!!!", "???")).containsExactly(mbid(106));
    }

    @Test
    void artists_of_one_folded_name_are_all_told() {
        assertThat(found("Nokken", "Bronn")).containsExactlyInAnyOrder(mbid(109), mbid(110));
    }

    @Test
    void artist_and_title_may_be_swapped_or_both_in_the_title() {
        assertThat(found("Early Thicket", "The Left-handed Beacon")).containsExactly(mbid(107));
        assertThat(found("", "The Left-handed Beacon - Early Thicket")).containsExactly(mbid(107));
    }

    @Test
    void an_mbid_is_followed_to_the_canonical_recording() {
        assertThat(found(claiming("mb:recording", mbid(103)))).containsExactly(mbid(103));
        Finding redirected = authority.ask(claiming("mb:recording", mbid(901))).getFirst();
        assertThat(redirected.id().value()).isEqualTo(mbid(101));
        assertThat(redirected.asked()).isEqualTo(new ExternalId("mb:recording", mbid(901)));
        assertThat(found(claiming("mb:recording", mbid(12345)))).isEmpty();
        assertThat(found(claiming("mb:recording", "no such thing"))).isEmpty();
    }

    @Test
    void a_wrong_mbid_does_not_hide_what_the_names_say() {
        Question question = Question.song(
                "Magpie & Harbour",
                "Painting the Tannery",
                "",
                null,
                List.of(new ExternalId("mb:recording", mbid(106))));
        assertThat(found(question)).containsExactly(mbid(106), mbid(101));
    }

    @Test
    void an_isrc_finds_its_recording_also_one_that_only_the_json_dump_knows() {
        assertThat(found(claiming("isrc", "qz-es9-16-00001"))).containsExactly(mbid(101));
        assertThat(found(claiming("isrc", "QZES91600002"))).containsExactly(mbid(999));
    }

    @Test
    void the_recordings_of_releases_are_known_once_with_their_lengths() {
        Finding finding = authority.ask(claiming("isrc", "QZES91600003")).getFirst();
        assertThat(finding.id().value()).isEqualTo(mbid(103));
        assertThat(finding.seconds()).isEqualTo(62);
        assertThat(found(claiming("mb:recording", mbid(998)))).containsExactly(mbid(998));
    }

    @Test
    void artists_and_release_groups_are_told_by_their_ids() {
        CreatorFinding artist = authority
                .creator(new ExternalId("mb:artist", mbid(502).toString()))
                .orElseThrow();
        assertThat(artist.name()).isEqualTo("Кедровый Берег");
        assertThat(artist.sortName()).isEqualTo("Kedrovy Bereg");
        assertThat(artist.country()).isEqualTo("RU");
        assertThat(artist.aliases()).containsExactly("Cedar Shore");

        ContainerFinding album = authority
                .container(new ExternalId("mb:release-group", mbid(301).toString()))
                .orElseThrow();
        assertThat(album.container().title()).isEqualTo("Album");
        assertThat(album.container().released()).isEqualTo("2016-04");

        assertThat(authority.creator(new ExternalId("mb:artist", mbid(301).toString())))
                .isEmpty();
        assertThat(authority.container(new ExternalId("mb:artist", mbid(502).toString())))
                .isEmpty();
        assertThat(authority.container(new ExternalId("mb:release-group", "no mbid")))
                .isEmpty();
    }

    @Test
    void nothing_is_found_of_what_is_not_there() {
        assertThat(found("Nobody Known", "Painting the Tannery")).isEmpty();
        assertThat(found("", "")).isEmpty();
        assertThat(new OfflineMusicBrainz(folder.resolve("nowhere")).isReady()).isFalse();
    }
}
