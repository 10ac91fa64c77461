package io.reprise.adapters.musicbrainz.offline;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** Which dump a file is, by its first line: the columns of a CSV, the members of a JSON document. */
final class Recognised {
    private static final JsonFactory JSON = new JsonFactory();

    private Recognised() {}

    static Optional<DumpKind> in(byte[] start) {
        int at = 0;
        while (at < start.length && (start[at] == ' ' || start[at] == '\n' || start[at] == '\r')) {
            at++;
        }
        return at < start.length && start[at] == '{' ? json(start, at) : csv(firstLine(start));
    }

    private static String firstLine(byte[] start) {
        int end = 0;
        while (end < start.length && start[end] != '\n') {
            end++;
        }
        return new String(start, 0, end, StandardCharsets.UTF_8);
    }

    private static Optional<DumpKind> csv(String line) {
        List<String> columns =
                List.of(line.replace("\"", "").replace("\uFEFF", "").strip().split(","));
        if (columns.contains("canonical_recording_mbid")) {
            return Optional.of(DumpKind.RECORDING_REDIRECT);
        }
        if (columns.contains("canonical_release_mbid")) {
            return Optional.of(DumpKind.RELEASE_REDIRECT);
        }
        return columns.contains("recording_mbid") && columns.contains("artist_credit_name")
                ? Optional.of(DumpKind.CANONICAL)
                : Optional.empty();
    }

    private static Optional<DumpKind> json(byte[] start, int from) {
        Set<String> members = members(start, from);
        if (!members.contains("id")) {
            return Optional.empty();
        }
        if (members.contains("sort-name") && members.contains("life-span")) {
            return Optional.of(DumpKind.ARTIST);
        }
        if (members.contains("media") && members.contains("release-group")) {
            return Optional.of(DumpKind.RELEASE);
        }
        if (members.contains("primary-type") || members.contains("secondary-types")) {
            return Optional.of(DumpKind.RELEASE_GROUP);
        }
        return members.contains("video") || members.contains("isrcs") || members.contains("length")
                ? Optional.of(DumpKind.RECORDING)
                : Optional.empty();
    }

    /** The names of the first document's own members, as far as the start shows them. */
    private static Set<String> members(byte[] start, int from) {
        Set<String> members = new HashSet<>();
        try (JsonParser json =
                JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), start, from, start.length - from)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                members.add(json.currentName());
                json.nextToken();
                json.skipChildren();
            }
        } catch (JacksonException e) {
            // The start may end anywhere; what was seen until then is what there is to go by.
            members.remove("");
        }
        return members;
    }
}
