package io.reprise.web;

import io.reprise.media.MediaKind;
import io.reprise.report.Subject;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people call things: the creators of songs are artists, the containers of episodes are shows. */
final class Words {
    private static final Pattern UNIT = Pattern.compile("(\\d) (h\\b|min\\b|%)");

    private Words() {}

    /** The plural with a capital for these subjects of this kind; null stands for every kind. */
    static String plural(Subject subject, @Nullable MediaKind kind) {
        return switch (subject) {
            case CREATOR -> creators(kind);
            case CONTAINER -> containers(kind);
            case ITEM -> kind == null ? "Everything" : capital(kind.plural());
        };
    }

    private static String creators(@Nullable MediaKind kind) {
        return switch (kind) {
            case null -> "Creators";
            case SONG -> "Artists";
            case ARTICLE, BOOK -> "Authors";
            case FILM -> "Directors";
            case VIDEO -> "Channels";
            case EPISODE, PICTURE, PODCAST -> "Makers";
        };
    }

    private static String containers(@Nullable MediaKind kind) {
        return switch (kind) {
            case null -> "Collections";
            case SONG -> "Albums";
            case EPISODE -> "Shows";
            case PODCAST -> "Podcasts";
            case VIDEO -> "Channels";
            case ARTICLE -> "Sites";
            case BOOK, FILM -> "Series";
            case PICTURE -> "Picture albums";
        };
    }

    /** The word for a container, by what the catalog calls its kind and by the kind of its items (null: several). */
    static String container(String kind, @Nullable MediaKind of) {
        return switch (kind) {
            case "release" -> "album";
            case "feed" -> of == MediaKind.PODCAST ? "podcast" : of == MediaKind.ARTICLE ? "site" : kind;
            default -> kind;
        };
    }

    /** "heard", "watched" ...: what one has done with it, for a sentence. */
    static String done(MediaKind kind) {
        return switch (kind) {
            case SONG, PODCAST -> "heard";
            case EPISODE, FILM, VIDEO -> "watched";
            case ARTICLE, BOOK -> "read";
            case PICTURE -> "looked at";
        };
    }

    static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** A sentence in which a number stays on the line of its unit. */
    static String unbroken(String sentence) {
        return UNIT.matcher(sentence).replaceAll("$1\u00a0$2");
    }
}
