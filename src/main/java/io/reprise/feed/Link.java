package io.reprise.feed;

import io.reprise.account.UserId;
import io.reprise.media.MediaKind;
import io.reprise.report.Subject;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address at which somebody may see one thing of a user's history: {@code show}, of these kinds (none named: every
 * kind, or the usual ones of what is shown), in the period of these words, ranking {@code subject}, or this playlist
 * (null where no playlist is shown). Secret unless it has a {@code publicName}. Times are epoch seconds (UTC).
 * Immutable; it holds no secret.
 */
public record Link(
        UserId user,
        int number,
        Show show,
        String name,
        Set<MediaKind> kinds,
        String period,
        Subject subject,
        @Nullable UUID list,
        @Nullable String publicName,
        Use use,
        long createdAt) {
    private static final int MARK_CHARS = 12;

    public Link {
        kinds = Set.copyOf(kinds);
    }

    /** When it was asked last, to ten minutes (null where never). {@code mark} tells its entries from all others. */
    public record Use(@Nullable Long lastUsedAt, String mark) {}

    /** Tells the entries of this link from those of any other; says nothing of its secret. */
    static String mark(byte[] sha256) {
        return HexFormat.of().formatHex(LinkSecret.digest(sha256)).substring(0, MARK_CHARS);
    }

    /** What stands over it. */
    public String title() {
        return name.isEmpty() ? show.title() : name;
    }

    static int bits(Set<MediaKind> kinds) {
        return kinds.stream().mapToInt(kind -> 1 << kind.code()).sum();
    }

    static Set<MediaKind> kinds(int bits) {
        Set<MediaKind> kinds = java.util.EnumSet.noneOf(MediaKind.class);
        for (MediaKind kind : MediaKind.values()) {
            if ((bits >>> kind.code() & 1) == 1) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
