package io.reprise.adapters.musicbrainz;

import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import io.reprise.resolve.Upstream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recordings by what their index holds: {@code /ws/2/recording?query=}. Its results tell releases with their groups,
 * artists with their aliases and ISRCs, but no genres.
 */
final class RecordingSearch {
    static final int IDS_MAX = 5;
    static final int RESULTS_MAX = 10;
    private static final double SCORE_MAX = 100;

    private final Upstream withTracks;
    private final Upstream withoutTracks;

    RecordingSearch(Upstream upstream) {
        this.withTracks = upstream;
        this.withoutTracks = upstream.without("media");
    }

    /** The recordings of tracks that were told, also where a track's id was told as a recording's. */
    List<Finding> byTrack(Question question) {
        List<ExternalId> told = Stream.of(Schemes.TRACK, Schemes.RECORDING)
                .flatMap(scheme -> Schemes.mbids(question, scheme).stream())
                .limit(IDS_MAX)
                .toList();
        return told.isEmpty()
                ? List.of()
                : found(
                        withTracks,
                        question,
                        LuceneQuery.anyOf("tid", values(told)),
                        recording -> tracked(recording, told));
    }

    /** The recordings with an ISRC that was told; one ISRC may have several. */
    List<Finding> byIsrc(Question question) {
        List<ExternalId> told = Schemes.isrcs(question).stream().limit(IDS_MAX).toList();
        return told.isEmpty()
                ? List.of()
                : found(
                        withoutTracks,
                        question,
                        LuceneQuery.anyOf("isrc", values(told)),
                        recording -> coded(recording, told));
    }

    /** The recordings of this name and credit; where there are none, those that read alike. */
    List<Finding> byNames(Question question) {
        boolean nameless = question.credit().isBlank() && question.creators().isEmpty();
        if (question.title().isBlank() || (nameless && question.container().isBlank())) {
            return List.of();
        }
        List<Finding> exact = found(withoutTracks, question, LuceneQuery.exact(question), recording -> null);
        String loose = LuceneQuery.loose(question);
        return exact.isEmpty() && !loose.isEmpty() ? found(withoutTracks, question, loose, recording -> null) : exact;
    }

    private static List<String> values(List<ExternalId> ids) {
        return ids.stream().map(ExternalId::value).toList();
    }

    private List<Finding> found(
            Upstream upstream, Question question, String query, Function<JsonTree, @Nullable ExternalId> asked) {
        String path = "/ws/2/recording?query=" + Upstream.encoded(query) + "&limit=" + RESULTS_MAX + "&fmt=json";
        RecordingReader reader = new RecordingReader(question);
        Map<ExternalId, Finding> found = new LinkedHashMap<>();
        for (JsonTree recording : upstream.list(path, "recordings")) {
            ExternalId by = asked.apply(recording);
            double weight = by == null ? score(recording) : 1;
            reader.finding(recording, new RecordingReader.Aside(by, weight, recording.list("releases")))
                    .ifPresent(finding -> found.putIfAbsent(finding.id(), finding));
        }
        return found.values().stream().limit(RESULTS_MAX).toList();
    }

    private static double score(JsonTree recording) {
        return Math.clamp(recording.decimal("score") / SCORE_MAX, 0.0, 1.0);
    }

    private static ExternalId tracked(JsonTree recording, List<ExternalId> told) {
        Set<String> tracks = recording.list("releases").stream()
                .flatMap(RecordingReader::tracks)
                .collect(Collectors.toSet());
        return firstIn(told, tracks);
    }

    private static ExternalId coded(JsonTree recording, List<ExternalId> told) {
        return firstIn(told, Set.copyOf(recording.texts("isrcs")));
    }

    private static ExternalId firstIn(List<ExternalId> told, Set<String> values) {
        return told.stream()
                .filter(id -> values.contains(id.value()))
                .findFirst()
                .orElse(told.getFirst());
    }
}
