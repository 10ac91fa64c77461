package io.reprise.web;

import io.reprise.catalog.Identity;
import io.reprise.media.MediaKind;
import io.reprise.report.Subject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a thing is taken for, and what can be corrected: {@code path} takes the forms, {@code home} is the word for what
 * an item is part of, null where it is no item.
 */
record KnownAs(
        String status,
        String sentence,
        List<Piece> ids,
        String path,
        boolean isCreator,
        @Nullable String home) {
    private static final int IDS_MAX = 20;

    static KnownAs of(Identity identity, Subject subject, int number, @Nullable MediaKind kind) {
        List<Piece> ids = Stream.concat(identity.links().stream().map(Identity.Link::id), identity.claims().stream())
                .limit(IDS_MAX)
                .map(id -> Piece.link(Ids.text(id), Ids.href(id)))
                .toList();
        return new KnownAs(
                identity.status().word(),
                sentence(identity),
                ids,
                "/" + subject.word() + "s/" + number + "/correct",
                subject == Subject.CREATOR,
                subject == Subject.ITEM && kind != null ? home(kind) : null);
    }

    private static String sentence(Identity identity) {
        return switch (identity.status()) {
            case PROVISIONAL ->
                identity.claims().isEmpty()
                        ? "known by what was told only"
                        : "known by what was told only, with an id that nobody has looked at";
            case RESOLVED -> "found by its names, sure to " + String.format(Locale.ROOT, "%.2f", identity.confidence());
            case CANONICAL -> "known by its id";
            case MERGED -> "another one stands for it";
        };
    }

    private static String home(MediaKind kind) {
        return switch (kind) {
            case SONG, PICTURE -> "album";
            case EPISODE -> "show";
            case FILM, BOOK -> "series";
            case ARTICLE -> "site";
            case PODCAST -> "podcast";
            case VIDEO -> "channel";
        };
    }
}
