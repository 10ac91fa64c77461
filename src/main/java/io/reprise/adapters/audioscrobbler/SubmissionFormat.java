package io.reprise.adapters.audioscrobbler;

import io.reprise.http.FormFields;
import io.reprise.imports.CleanText;
import io.reprise.imports.EpochSeconds;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mbid;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one track of a submission without their index: {@code a} artist, {@code t} title, {@code b} album,
 * {@code l} length in seconds, {@code i} start in epoch seconds, {@code m} MusicBrainz id, {@code r} what the user
 * thought of it. What was skipped or banned is no play. Without {@code i} it is now.
 */
public final class SubmissionFormat implements Format {
    @Override
    public int code() {
        return 25;
    }

    @Override
    public String word() {
        return "audioscrobbler.track";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        FormFields fields = FormFields.parse(new String(payload, StandardCharsets.UTF_8));
        String artist = need("a", fields);
        String title = need("t", fields);
        List<ExternalId> ids = Mbid.find(fields.text("m")).map(id -> id.as("mb:recording")).stream()
                .toList();
        try {
            Mention.Song song = new Mention.Song(
                    title,
                    Credit.of(artist, "artist"),
                    fields.text("b").indexOf('\0') >= 0 ? null : CleanText.orNull("b", fields.get("b")),
                    null,
                    fields.rounded("l"),
                    ids);
            Verb verb = Thought.of(fields).filter(Thought::isSkip).isPresent() ? Verb.SKIP : Verb.PLAYED;
            return new Told(verb, song, times(fields), null, null, null);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static String need(String name, FormFields fields) throws Unreadable {
        @Nullable String text = CleanText.orNull(name, fields.get(name));
        if (text == null) {
            throw new Unreadable(name + ": expected text, got nothing");
        }
        return text;
    }

    private static Times times(FormFields fields) throws Unreadable {
        String start = fields.text("i");
        return start.isEmpty() ? Times.NOW : EpochSeconds.started("i", EpochSeconds.told("i", start));
    }

    /** What a player may say in {@code r}. */
    enum Thought {
        LOVE,
        BAN,
        SKIP;

        boolean isSkip() {
            return this != LOVE;
        }

        static Optional<Thought> of(FormFields fields) {
            return switch (fields.text("r").toUpperCase(Locale.ROOT)) {
                case "L" -> Optional.of(LOVE);
                case "B" -> Optional.of(BAN);
                case "S" -> Optional.of(SKIP);
                default -> Optional.empty();
            };
        }
    }
}
