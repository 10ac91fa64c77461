package io.reprise.adapters.musicbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.http.GiveUp;
import io.reprise.http.OtherParty.Reply;
import io.reprise.http.TryLater;
import io.reprise.media.ContainerKind;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.AuthorityDesk;
import io.reprise.resolve.ContainerFinding;
import io.reprise.resolve.CreatorFinding;
import io.reprise.resolve.Faults;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MusicBrainzTest {
    private static final ExternalId RECORDING = new ExternalId("mb:recording", Shapes.RECORDING_MBID);
    private static final ExternalId MERGED = new ExternalId("mb:recording", Shapes.MERGED_MBID);
    private static final ExternalId TRACK = new ExternalId("mb:track", Shapes.TRACK_MBID);
    private static final ExternalId ARTIST = new ExternalId("mb:artist", Shapes.ARTIST_MBID);

    private final AuthorityDesk desk = new AuthorityDesk();
    private final MusicBrainz authority = new MusicBrainz(desk.address(), desk.client(), desk.answers());

    @AfterEach
    void close() {
        desk.close();
    }

    private static Question told(ExternalId... ids) {
        return Question.song("Massive Attack", "Teardrop", "", 331, List.of(ids));
    }

    private static final Finding TEARDROP = new Finding(
            RECORDING,
            null,
            MediaKind.SONG,
            "Teardrop",
            List.of(
                    new Finding.Creator(
                            ARTIST,
                            "Massive Attack",
                            "Massive Attack",
                            "Massive Attack",
                            " feat. ",
                            "artist",
                            List.of("Massive")),
                    new Finding.Creator(
                            new ExternalId("mb:artist", Shapes.GUEST_MBID),
                            "Elizabeth Fraser",
                            "Fraser, Elizabeth",
                            "Liz Fraser",
                            "",
                            "artist")),
            Optional.of(new Finding.Container(
                    ContainerKind.RELEASE,
                    new ExternalId("mb:release", Shapes.RELEASE_MBID),
                    "Mezzanine",
                    "Massive Attack",
                    "1998-04-20",
                    "GB",
                    List.of(new ExternalId("mb:release-group", Shapes.GROUP_MBID)))),
            null,
            null,
            331,
            "1998-04-20",
            "album version",
            List.of(new ExternalId("isrc", "GBAAA9800322")),
            List.of("trip hop", "ambient", "downtempo"),
            List.of("Teardrops"),
            1);

    @Test
    void a_recording_told_by_its_mbid_is_looked_up_with_all_there_is() {
        desk.answering("/ws/2/recording/" + Shapes.RECORDING_MBID, Shapes.RECORDING);
        assertThat(authority.ask(told(RECORDING))).containsExactly(TEARDROP);
        assertThat(TEARDROP.credit()).isEqualTo("Massive Attack feat. Liz Fraser");
        assertThat(desk.asked())
                .containsExactly("/ws/2/recording/" + Shapes.RECORDING_MBID
                        + "?inc=artist-credits releases release-groups isrcs aliases genres media&fmt=json");
        assertThat(desk.party().asked().getFirst().userAgent()).startsWith("Reprise");
    }

    @Test
    void it_is_asked_once_whoever_asks_and_again_when_that_is_old() {
        desk.answering("/ws/2/recording/" + Shapes.RECORDING_MBID, Shapes.RECORDING);
        authority.ask(told(RECORDING));
        MusicBrainz after = new MusicBrainz(desk.address(), desk.client(), desk.answers());
        assertThat(after.ask(told(RECORDING))).containsExactly(TEARDROP);
        assertThat(desk.asked()).hasSize(1);
        desk.clock().advance(io.reprise.resolve.Answers.FOUND_LASTS.plusSeconds(1));
        authority.ask(told(RECORDING));
        assertThat(desk.asked()).hasSize(2);
    }

    @Test
    void a_merged_mbid_gives_the_recording_it_was_merged_into_and_says_which_was_asked() {
        desk.answering("/ws/2/recording/" + Shapes.MERGED_MBID, Shapes.RECORDING);
        assertThat(authority.ask(told(MERGED)))
                .singleElement()
                .satisfies(found -> assertThat(found.id()).isEqualTo(RECORDING))
                .satisfies(found -> assertThat(found.asked()).isEqualTo(MERGED));
    }

    @Test
    void an_mbid_and_the_one_it_was_merged_into_are_one_finding() {
        desk.answering("/ws/2/recording/" + Shapes.MERGED_MBID, Shapes.RECORDING);
        desk.answering("/ws/2/recording/" + Shapes.RECORDING_MBID, Shapes.RECORDING);
        assertThat(authority.ask(told(RECORDING, MERGED))).hasSize(1);
    }

    @Test
    void a_recording_on_as_many_releases_as_an_answer_holds_has_its_releases_browsed() {
        String many = IntStream.range(0, 25)
                .mapToObj(i -> "{\"id\": \"r" + i + "\", \"title\": \"Hits " + i
                        + "\", \"date\": \"2001\", \"country\":" + " \"DE\", \"release-group\": {\"id\": \"g" + i
                        + "\", \"secondary-types\": [\"Compilation\"]}}")
                .collect(Collectors.joining(",", "[", "]"));
        desk.answering(
                "/ws/2/recording/" + Shapes.RECORDING_MBID,
                "{\"id\": \"" + Shapes.RECORDING_MBID + "\", \"title\": \"Teardrop\", \"releases\": " + many + "}");
        desk.answering("/ws/2/release?recording=" + Shapes.RECORDING_MBID, Shapes.RECORDING);
        assertThat(authority
                        .ask(told(RECORDING))
                        .getFirst()
                        .container()
                        .orElseThrow()
                        .title())
                .isEqualTo("Mezzanine");
    }

    @Test
    void a_track_is_no_recording_and_leads_to_its_own_and_to_its_release() {
        desk.answering("/ws/2/recording?query=tid:", Shapes.SEARCH);
        List<Finding> found = authority.ask(told(TRACK));
        assertThat(desk.asked().getFirst()).startsWith("/ws/2/recording?query=tid:(" + Shapes.TRACK_MBID + ")&");
        assertThat(found.getFirst().id()).isEqualTo(RECORDING);
        assertThat(found.getFirst().asked()).isEqualTo(TRACK);
        assertThat(found.getFirst().container().orElseThrow().id().value()).isEqualTo(Shapes.OTHER_RELEASE_MBID);
    }

    @Test
    void a_track_told_as_a_recording_is_understood() {
        desk.answering("/ws/2/recording?query=tid:(" + Shapes.TRACK_MBID, Shapes.SEARCH);
        ExternalId mistaken = new ExternalId("mb:recording", Shapes.TRACK_MBID);
        assertThat(authority.ask(told(mistaken)).getFirst().asked()).isEqualTo(mistaken);
    }

    @Test
    void an_isrc_is_searched_for_however_it_is_written() {
        desk.answering("/ws/2/recording?query=isrc:(GBAAA9800322)", Shapes.SEARCH);
        assertThat(authority
                        .ask(told(new ExternalId("isrc", "gb-aaa-98-00322")))
                        .getFirst())
                .satisfies(found -> assertThat(found.weight()).isEqualTo(1))
                .satisfies(found -> assertThat(found.asked()).isEqualTo(new ExternalId("isrc", "GBAAA9800322")));
    }

    @Test
    void what_is_no_id_is_not_asked_for() {
        authority.ask(told(new ExternalId("mb:recording", "../../etc"), new ExternalId("isrc", "x) OR (y")));
        assertThat(desk.asked()).isNotEmpty().allMatch(asked -> asked.startsWith("/ws/2/recording?query=+recording:"));
    }

    @Test
    void names_are_searched_for_and_what_has_no_id_or_title_is_passed_over() {
        desk.answering("/ws/2/recording?query=+recording:\"Teardrop\"", Shapes.SEARCH);
        List<Finding> found = authority.ask(told());
        assertThat(desk.asked())
                .containsExactly("/ws/2/recording?query=+recording:\"Teardrop\" +artist:\"Massive Attack\""
                        + " dur:[324000 TO 338000]&limit=10&fmt=json");
        assertThat(found).extracting(Finding::title).containsExactly("Teardrop", "Teardrop (live)");
        assertThat(found).extracting(Finding::weight).containsExactly(1.0, 0.61);
        assertThat(found.getFirst().genres()).isEmpty();
        assertThat(found.get(1).container()).isEmpty();
        assertThat(found.get(1).seconds()).isNull();
    }

    @Test
    void the_release_that_was_told_is_the_one_named() {
        desk.answering("/ws/2/recording?query=+recording:\"Teardrop\"", Shapes.SEARCH);
        Finding found = authority
                .ask(told(new ExternalId("mb:release", Shapes.OTHER_RELEASE_MBID)))
                .getFirst();
        assertThat(found.container().orElseThrow().title()).isEqualTo("Mezzanine (remastered)");
    }

    @Test
    void where_nothing_is_named_exactly_so_it_is_asked_loosely_and_then_no_more() {
        desk.answering("/ws/2/recording?query=+recording:\"", Shapes.NOTHING);
        desk.answering("/ws/2/recording?query=+recording:(teardrop~2) +artist:(massive~1 attack~1)", Shapes.SEARCH);
        assertThat(authority.ask(told())).hasSize(2);
        assertThat(desk.asked()).hasSize(2);
    }

    @Test
    void that_nothing_was_found_is_believed_for_a_week_only() {
        desk.answering("/ws/2/recording", Shapes.NOTHING);
        assertThat(authority.ask(told())).isEmpty();
        assertThat(authority.ask(told())).isEmpty();
        assertThat(desk.asked()).hasSize(2);
        desk.clock().advance(io.reprise.resolve.Answers.NOTHING_LASTS.plusSeconds(1));
        desk.answering("/ws/2/recording", Shapes.SEARCH);
        assertThat(authority.ask(told())).hasSize(2);
    }

    @Test
    void a_question_costs_no_more_requests_than_promised() {
        ExternalId[] ids = IntStream.range(0, 20)
                .mapToObj(i -> new ExternalId(
                        i % 2 == 0 ? "mb:recording" : "isrc",
                        i % 2 == 0
                                ? Shapes.RECORDING_MBID.replace("6a7c3cf6", "6a7c3c" + (10 + i))
                                : "GBAAA98003" + (10 + i)))
                .toArray(ExternalId[]::new);
        assertThat(authority.ask(told(ids))).isEmpty();
        assertThat(desk.asked().size()).isBetween(5, MusicBrainz.REQUESTS_MAX);
    }

    @Test
    void other_kinds_and_songs_without_names_are_not_asked_for() {
        assertThat(authority.ask(
                        new Question(MediaKind.FILM, "Alien", "", List.of(), "", null, null, null, 1979, List.of())))
                .isEmpty();
        assertThat(authority.ask(Question.song("", "Teardrop", "", 331, List.of())))
                .isEmpty();
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void an_artist_is_looked_up_for_its_other_names() {
        desk.answering("/ws/2/artist/" + Shapes.ARTIST_MBID + "?inc=aliases genres&fmt=json", Shapes.ARTIST);
        assertThat(authority.creator(ARTIST))
                .contains(new CreatorFinding(
                        ARTIST,
                        null,
                        "Пётр Ильич Чайковский",
                        "Tchaikovsky, Pyotr Ilyich",
                        "Russian romantic composer",
                        "RU",
                        List.of("Tchaikovsky", "Tschaikowsky"),
                        List.of("classical")));
        desk.answering("/ws/2/artist/" + Shapes.GUEST_MBID, Shapes.ARTIST);
        ExternalId merged = new ExternalId("mb:artist", Shapes.GUEST_MBID);
        assertThat(authority.creator(merged).orElseThrow().asked()).isEqualTo(merged);
        assertThat(authority.creator(new ExternalId("imdb", "nm0000001"))).isEmpty();
        assertThat(authority.creator(new ExternalId("mb:artist", Shapes.TRACK_MBID)))
                .isEmpty();
    }

    @Test
    void an_album_is_looked_up_by_its_group_and_by_one_pressing() {
        ExternalId group = new ExternalId("mb:release-group", Shapes.GROUP_MBID);
        desk.answering(
                "/ws/2/release-group/" + Shapes.GROUP_MBID + "?inc=artist-credits genres aliases&fmt=json",
                Shapes.GROUP);
        assertThat(authority.container(group))
                .contains(new ContainerFinding(
                        new Finding.Container(
                                ContainerKind.RELEASE,
                                group,
                                "Mezzanine",
                                "Massive Attack",
                                "1998-04-20",
                                "",
                                List.of(group)),
                        List.of("trip hop", "downtempo"),
                        List.of("Mezzanine XXI")));
        desk.answering("/ws/2/release/" + Shapes.OTHER_RELEASE_MBID, Shapes.RELEASE);
        ExternalId release = new ExternalId("mb:release", Shapes.OTHER_RELEASE_MBID);
        assertThat(authority.container(release))
                .contains(new ContainerFinding(
                        new Finding.Container(
                                ContainerKind.RELEASE,
                                release,
                                "Mezzanine (remastered)",
                                "Massive Attack",
                                "2019-08-23",
                                "XW",
                                List.of(group)),
                        List.of("trip hop", "downtempo"),
                        List.of()));
        assertThat(authority.container(ARTIST)).isEmpty();
        assertThat(authority.container(new ExternalId("mb:release", "1998"))).isEmpty();
        assertThat(desk.asked()).hasSize(2);
    }

    @Test
    void faults_are_told_clearly() {
        new Faults((address, at) -> new MusicBrainz(address, at.client(), at.answers()), told(RECORDING)).areTold();
        new Faults((address, at) -> new MusicBrainz(address, at.client(), at.answers()), told()).areTold();
    }

    @Test
    void an_answer_of_another_shape_is_given_up_and_not_remembered() {
        desk.answering("/ws/2/recording", "{\"help\": \"For usage, please see the documentation\"}");
        for (Question question : List.of(told(RECORDING), told())) {
            assertThatThrownBy(() -> authority.ask(question))
                    .isInstanceOf(GiveUp.class)
                    .hasMessageContaining("has no")
                    .hasMessageContaining("musicbrainz");
        }
        desk.answering("/ws/2/recording/", Shapes.RECORDING);
        assertThat(authority.ask(told(RECORDING))).hasSize(1);
    }

    @Test
    void its_busy_server_is_asked_later_and_what_was_known_before_is_not_asked_again() {
        desk.answering("/ws/2/recording/" + Shapes.RECORDING_MBID, Shapes.RECORDING);
        authority.ask(told(RECORDING));
        desk.answering("/ws/2/recording/", Reply.of(503, "{\"error\": \"Your requests are exceeding the limit\"}"));
        assertThatThrownBy(() -> authority.ask(told(MERGED))).isInstanceOf(TryLater.class);
        assertThat(authority.ask(told(RECORDING))).containsExactly(TEARDROP);
    }

    @Test
    void it_says_what_it_is() {
        assertThat(authority.word()).isEqualTo("musicbrainz");
        assertThat(authority.isLocal()).isFalse();
        assertThat(authority.kinds()).containsExactly(MediaKind.SONG);
        assertThat(authority.terms().licence()).contains("CC0");
    }
}
