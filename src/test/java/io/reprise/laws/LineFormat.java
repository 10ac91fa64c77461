package io.reprise.laws;

import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Position;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A payload for tests: {@code key=value} pairs joined by {@code ;}, as in {@code title=Says;artist=Nils
 * Frahm;at=2026-01-01T10:00:00Z}.
 */
public enum LineFormat implements Format {
    INSTANCE;

    @Override
    public int code() {
        return 9000;
    }

    @Override
    public String word() {
        return "test.line";
    }

    public static Submission submission(String line) {
        try {
            return Submission.read(INSTANCE, line.getBytes(StandardCharsets.UTF_8));
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        String line = new String(payload, StandardCharsets.UTF_8);
        Map<String, String> told = Arrays.stream(line.split(";"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> b, TreeMap::new));
        if (!told.containsKey("title")) {
            throw new Unreadable("a line has a title: " + line);
        }
        Integer length = number(told.get("length"));
        List<ExternalId> ids = told.containsKey("isrc") ? List.of(new ExternalId("isrc", told.get("isrc"))) : List.of();
        Mention mention = mention(told, length, ids);
        String position = told.get("position");
        return new Told(
                Verb.ofWord(told.getOrDefault("verb", "played")).orElseThrow(),
                mention,
                times(told),
                number(told.get("spent")),
                position == null || length == null
                        ? null
                        : new Position(Double.parseDouble(position), (double) length, "seconds"),
                told.get("id"));
    }

    private static Mention mention(Map<String, String> told, @Nullable Integer length, List<ExternalId> ids) {
        String title = told.getOrDefault("title", "");
        String artist = told.getOrDefault("artist", "");
        Credit credit = told.containsKey("artists")
                ? Credit.of(artist, List.of(told.getOrDefault("artists", "").split("\\|")), "artist")
                : Credit.of(artist, "artist");
        return switch (told.getOrDefault("kind", "song")) {
            case "film" -> new Mention.Film(title, null, Credit.NONE, length, ids);
            case "book" -> new Mention.Book(title, credit, null, length, ids);
            case "episode" ->
                new Mention.Episode(
                        told.getOrDefault("show", "?"),
                        told.getOrDefault("season", "1").equals("none") ? null : 1,
                        number(told.get("n")),
                        title,
                        length,
                        ids);
            default -> new Mention.Song(title, credit, told.get("album"), null, length, ids);
        };
    }

    private static Times times(Map<String, String> told) {
        if (told.containsKey("day")) {
            long midnight = LocalDate.parse(told.get("day"))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toEpochSecond();
            return new Times(midnight, null, Precision.DAY, null);
        }
        if (told.containsKey("undated")) {
            return Times.UNKNOWN;
        }
        String at = told.get("at");
        String end = told.get("end");
        return new Times(
                at == null ? null : (Long) Instant.parse(at).getEpochSecond(),
                end == null ? null : (Long) Instant.parse(end).getEpochSecond(),
                Precision.INSTANT,
                null);
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }
}
