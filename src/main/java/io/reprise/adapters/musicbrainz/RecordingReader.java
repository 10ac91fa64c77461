package io.reprise.adapters.musicbrainz;

import io.reprise.http.JsonTree;
import io.reprise.media.ContainerKind;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording, as it is looked up or as it stands in the results of a search; the question says which of its
 * releases was told.
 */
final class RecordingReader {
    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final double MILLIS = 1000.0;

    private final String toldTitle;
    private final Set<String> toldReleases;
    private final Set<String> toldTracks;

    RecordingReader(Question question) {
        this.toldTitle = question.container();
        this.toldReleases = values(Schemes.mbids(question, Schemes.RELEASE));
        this.toldTracks = values(Schemes.mbids(question, Schemes.TRACK));
    }

    private static Set<String> values(List<ExternalId> ids) {
        return ids.stream().map(ExternalId::value).collect(Collectors.toSet());
    }

    /** What is told besides the recording itself. */
    record Aside(@Nullable ExternalId asked, double weight, List<JsonTree> releases) {}

    /** The recording; empty where it is told without an id or a title. */
    Optional<Finding> finding(JsonTree recording, Aside aside) {
        Optional<ExternalId> id = Told.id(recording, Schemes.RECORDING);
        if (id.isEmpty() || recording.text("title").isEmpty()) {
            return Optional.empty();
        }
        List<Release> releases =
                aside.releases().stream().flatMap(this::release).toList();
        ExternalId asked = aside.asked();
        return Optional.of(new Finding(
                id.get(),
                asked == null || asked.equals(id.get()) ? null : asked,
                MediaKind.SONG,
                recording.text("title"),
                Told.credit(recording),
                ReleaseChoice.best(releases, toldTitle).map(RecordingReader::container),
                null,
                null,
                seconds(recording),
                date(recording.text("first-release-date")),
                recording.text("disambiguation"),
                recording.texts("isrcs").stream()
                        .map(isrc -> new ExternalId(Schemes.ISRC, isrc))
                        .toList(),
                Told.genres(recording),
                Told.aliases(recording),
                aside.weight()));
    }

    private static @Nullable Integer seconds(JsonTree recording) {
        Integer millis = recording.number("length");
        return millis == null || millis <= 0 ? null : (Integer) (int) Math.max(1, Math.round(millis / MILLIS));
    }

    private static String date(String text) {
        return DATE.matcher(text).matches() ? text : "";
    }

    private Stream<Release> release(JsonTree told) {
        JsonTree group = told.at("release-group");
        String id = told.text("id");
        if (id.isEmpty() || told.text("title").isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new Release(
                id,
                told.text("title"),
                Told.line(told),
                date(told.text("date")),
                told.text("country"),
                new Release.Group(
                        group.text("id"),
                        group.text("title"),
                        group.text("primary-type"),
                        group.texts("secondary-types").isEmpty()),
                toldReleases.contains(id) || tracks(told).anyMatch(toldTracks::contains)));
    }

    /** The ids of the tracks of this recording on a release: {@code track} in a search, {@code tracks} elsewhere. */
    static Stream<String> tracks(JsonTree release) {
        return release.list("media").stream()
                .flatMap(medium -> Stream.concat(medium.list("track").stream(), medium.list("tracks").stream()))
                .map(track -> track.text("id"));
    }

    private static Finding.Container container(Release release) {
        return new Finding.Container(
                ContainerKind.RELEASE,
                new ExternalId(Schemes.RELEASE, release.id()),
                release.title(),
                release.credit(),
                release.date(),
                release.country(),
                release.group().id().isEmpty()
                        ? List.of()
                        : List.of(new ExternalId(
                                Schemes.RELEASE_GROUP, release.group().id())));
    }
}
