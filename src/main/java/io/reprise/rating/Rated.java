package io.reprise.rating;

import io.reprise.catalog.SubjectKind;
import io.reprise.media.ExternalId;
import io.reprise.media.Fingerprint;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an opinion is about: a thing by the key of its content (for an item, that of its mention), its kind of media (of
 * a creator or container: of most that is played of it), title and credit as text (empty where none was told), an
 * outside id that was told of it, the scrobble it was given during (0 for none) and how far into the item it was given
 * (seconds, null where unknown). The item may be one that was never played.
 */
public record Rated(
        Sort sort,
        long itemKey,
        MediaKind kind,
        String title,
        String credit,
        @Nullable ExternalId id,
        long scrobble,
        @Nullable Double position) {
    private static final String RECORDING = "mb:recording";

    /** What it is in the catalog. */
    public enum Sort {
        ITEM(1),
        CREATOR(2),
        CONTAINER(3);

        private final int code;

        Sort(int code) {
            this.code = code;
        }

        /** What the store holds; never changes. */
        public int code() {
            return code;
        }

        /** The same as the ledger names it. */
        public SubjectKind kind() {
            return switch (this) {
                case ITEM -> SubjectKind.ITEM;
                case CREATOR -> SubjectKind.CREATOR;
                case CONTAINER -> SubjectKind.CONTAINER;
            };
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Sort> ofWord(String word) {
            return Arrays.stream(values())
                    .filter(sort -> sort.word().equals(word))
                    .findFirst();
        }

        static Sort ofCode(int code) {
            return Arrays.stream(values())
                    .filter(sort -> sort.code == code)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("nothing that is rated has the code " + code
                            + "; was this store written by a newer Reprise?"));
        }
    }

    public Rated {
        if (scrobble < 0 || position != null && !(position >= 0)) {
            throw new IllegalArgumentException(
                    "a rating's scrobble and position are 0 or more, not " + scrobble + " and " + position);
        }
    }

    public static Rated of(Mention mention, long scrobble, @Nullable Double position) {
        ExternalId id = mention.ids().stream()
                .filter(each -> each.scheme().equals(RECORDING))
                .findFirst()
                .orElse(null);
        return new Rated(
                Sort.ITEM,
                keyOf(mention),
                mention.kind(),
                mention.title(),
                mention.credit().text(),
                id,
                scrobble,
                position);
    }

    /** The key that the catalog knows the item by. */
    public static long keyOf(Mention mention) {
        return Fingerprint.of(mention.identity()).key();
    }
}
