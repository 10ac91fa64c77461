package io.reprise.media;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A MusicBrainz id: a UUID in lower case. What kind of thing it names is told by the scheme of its {@link ExternalId}. */
public record Mbid(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    public Mbid {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a MusicBrainz id is a UUID such as 98255a8c-017a-4bc7-8dd6-1fa36124572b, not: " + value);
        }
    }

    /** The MBID, or empty where the text is not of that form. */
    public static Optional<Mbid> find(String text) {
        String stripped = text.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(stripped).matches() ? Optional.of(new Mbid(stripped)) : Optional.empty();
    }

    public ExternalId as(String scheme) {
        return new ExternalId(scheme, value);
    }
}
