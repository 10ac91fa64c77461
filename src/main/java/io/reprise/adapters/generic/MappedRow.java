package io.reprise.adapters.generic;

import io.reprise.imports.ColumnMapping;
import io.reprise.imports.ColumnMapping.Meaning;
import io.reprise.imports.TimeText;
import io.reprise.media.MediaKind;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of any file, read through a mapping of its columns. */
record MappedRow(ColumnMapping mapping, Columns columns) {
    private static final int SPENT_SECONDS_MAX = 30 * 86_400;
    private static final int MILLIS = 1000;

    /** The texts of a column; one, several in a list, or none. */
    @FunctionalInterface
    interface Columns {
        List<String> texts(String column) throws Unreadable;
    }

    Told told() throws Unreadable {
        Integer spent = spent();
        return new Told(Verb.PLAYED, new MappedItem(this, kind()).mention(), times(), spent, null, text(Meaning.ID));
    }

    List<String> texts(Meaning meaning) throws Unreadable {
        String column = mapping.column(meaning).orElse(null);
        return column == null ? List.of() : columns.texts(column);
    }

    @Nullable
    String text(Meaning meaning) throws Unreadable {
        List<String> texts = texts(meaning);
        return texts.isEmpty() ? null : String.join(", ", texts);
    }

    private MediaKind kind() throws Unreadable {
        String told = text(Meaning.KIND);
        return told == null ? mapping.kind() : kind(told).orElse(mapping.kind());
    }

    private static Optional<MediaKind> kind(String told) {
        String word = told.strip().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "movie", "movies" -> Optional.of(MediaKind.FILM);
            case "music", "track", "tracks", "recording" -> Optional.of(MediaKind.SONG);
            case "tv", "tv episode", "show" -> Optional.of(MediaKind.EPISODE);
            case "ebook", "audiobook" -> Optional.of(MediaKind.BOOK);
            case "photo", "image" -> Optional.of(MediaKind.PICTURE);
            default -> MediaKind.ofWord(word);
        };
    }

    private Times times() throws Unreadable {
        TimeText start = time(Meaning.STARTED);
        TimeText end = time(Meaning.ENDED);
        if (start == null && end == null) {
            start = time(Meaning.WHEN);
        }
        if (end == null) {
            return start == null ? Times.UNKNOWN : start.started();
        }
        Long began = start == null ? null : start.second();
        Long ended = end.second();
        boolean isExact =
                start != null && start.precision().hasTime() && end.precision().hasTime();
        // From one day to another is no length, so there the end stands alone.
        return began != null && ended != null && isExact && began <= ended
                ? new Times(began, ended, Precision.INSTANT, end.offsetMinutes())
                : end.ended();
    }

    private @Nullable TimeText time(Meaning meaning) throws Unreadable {
        String text = text(meaning);
        return text == null ? null : TimeText.of(column(meaning), text, mapping.order());
    }

    private String column(Meaning meaning) {
        return mapping.column(meaning).orElse(meaning.name().toLowerCase(Locale.ROOT));
    }

    private @Nullable Integer spent() throws Unreadable {
        Integer millis = number(Meaning.SPENT_MILLIS);
        Integer seconds = millis == null ? number(Meaning.SPENT) : (Integer) (millis / MILLIS);
        return seconds == null ? null : (Integer) Math.clamp((int) seconds, 0, SPENT_SECONDS_MAX);
    }

    /** The item's length in seconds, told as seconds, milliseconds or a clock. */
    @Nullable
    Integer length() throws Unreadable {
        Integer millis = number(Meaning.LENGTH_MILLIS);
        return millis == null ? number(Meaning.LENGTH) : (Integer) (millis / MILLIS);
    }

    /** A whole number; a clock such as 3:07 or 1:02:03 is its seconds. */
    @Nullable
    Integer number(Meaning meaning) throws Unreadable {
        String text = text(meaning);
        if (text == null) {
            return null;
        }
        try {
            double number = 0;
            for (String part : text.strip().split(":", 3)) {
                number = number * 60 + Double.parseDouble(part);
            }
            if (Double.isFinite(number) && Math.abs(number) <= Integer.MAX_VALUE) {
                return (int) Math.round(number);
            }
        } catch (NumberFormatException e) {
            throw new Unreadable(column(meaning) + ": expected a number, got \"" + text + '"', e);
        }
        throw new Unreadable(column(meaning) + ": expected a number, got \"" + text + '"');
    }
}
