package io.reprise.adapters.musicbrainz;

import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import io.reprise.resolve.Upstream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recordings by their MBID: {@code /ws/2/recording/{mbid}}. A merged MBID is answered with the recording that it was
 * merged into.
 */
final class RecordingLookup {
    static final int MBIDS_MAX = 2;
    /** So many releases stand in an answer at most; where there are as many, they are browsed for. */
    static final int RELEASES_IN_ANSWER_MAX = 25;

    private static final String WITH =
            "?inc=artist-credits+releases+release-groups+isrcs+aliases+genres+media&fmt=json";
    private static final String RELEASES_WITH = "&inc=artist-credits+release-groups+media&limit=100&fmt=json";

    private final Upstream upstream;

    RecordingLookup(Upstream upstream) {
        this.upstream = upstream;
    }

    /** What is known of the first {@value #MBIDS_MAX} recordings that were told. */
    List<Finding> byMbid(Question question) {
        Map<ExternalId, Finding> found = new LinkedHashMap<>();
        Schemes.mbids(question, Schemes.RECORDING).stream()
                .limit(MBIDS_MAX)
                .forEach(asked ->
                        recording(asked, question).ifPresent(finding -> found.putIfAbsent(finding.id(), finding)));
        return List.copyOf(found.values());
    }

    private Optional<Finding> recording(ExternalId asked, Question question) {
        return upstream.thing("/ws/2/recording/" + asked.value() + WITH, "id", "title")
                .flatMap(recording -> new RecordingReader(question)
                        .finding(recording, new RecordingReader.Aside(asked, 1, releases(recording))));
    }

    private List<JsonTree> releases(JsonTree recording) {
        List<JsonTree> told = recording.list("releases");
        if (told.size() < RELEASES_IN_ANSWER_MAX) {
            return told;
        }
        List<JsonTree> more = Told.id(recording, Schemes.RECORDING)
                .map(id -> upstream.list("/ws/2/release?recording=" + id.value() + RELEASES_WITH, "releases"))
                .orElse(List.of());
        return more.isEmpty() ? told : more;
    }
}
