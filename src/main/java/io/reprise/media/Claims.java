package io.reprise.media;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checks that every {@link Mention} makes of what it was told. */
final class Claims {
    private static final int TITLE_CHARS_MAX = 4096;

    private Claims() {}

    static String title(@Nullable String text, String what) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException(what + " has a title; it was missing or blank");
        }
        if (stripped.length() > TITLE_CHARS_MAX) {
            throw new IllegalArgumentException(
                    what + " has a title of at most " + TITLE_CHARS_MAX + " characters, not " + stripped.length());
        }
        if (stripped.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(what + " has a title without NUL characters");
        }
        return stripped;
    }

    static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** A length of zero or less says nothing, so it counts as not told. */
    static @Nullable Integer positive(@Nullable Integer seconds) {
        return seconds == null || seconds <= 0 ? null : seconds;
    }

    static Optional<ContainerMention> container(ContainerKind kind, @Nullable String title, Credit credit) {
        return title == null || title.isBlank()
                ? Optional.empty()
                : Optional.of(new ContainerMention(kind, title, credit));
    }

    static Optional<String> id(List<ExternalId> ids, String scheme) {
        return ids.stream()
                .filter(id -> id.scheme().equals(scheme))
                .map(ExternalId::value)
                .findFirst();
    }

    static String identity(String kind, String within, String title) {
        return kind + '\u001f' + Fold.fold(within) + '\u001f' + Fold.fold(title);
    }
}
