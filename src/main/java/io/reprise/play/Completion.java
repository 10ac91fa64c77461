package io.reprise.play;

import io.reprise.media.MediaKind;
import io.reprise.scrobble.Position;
import io.reprise.scrobble.Told;
import org.jspecify.annotations.Nullable;

/**
 * When a play told in pieces is complete, per kind: the share of the item that lies behind, or the seconds spent. The
 * thresholds are those of Last.fm for songs and of Plex, Jellyfin and Kodi for films and episodes.
 */
final class Completion {
    private static final int SONG_SECONDS_MIN = 240;
    private static final int PICTURE_SECONDS_MIN = 3;

    private Completion() {}

    /** The share of an item from which on its play is complete. */
    static double threshold(MediaKind kind) {
        return switch (kind) {
            case SONG -> 0.5;
            case FILM, EPISODE, PODCAST, VIDEO, ARTICLE -> 0.9;
            case BOOK -> 0.98;
            case PICTURE -> 0;
        };
    }

    /** Whether what was told of position and time spent makes the play complete. */
    static boolean isReached(Told told) {
        MediaKind kind = told.mention().kind();
        Integer spent = told.activeSeconds();
        if (kind == MediaKind.PICTURE) {
            return spent == null || spent >= PICTURE_SECONDS_MIN;
        }
        if (kind == MediaKind.SONG && secondsBehind(told) >= SONG_SECONDS_MIN) {
            return true;
        }
        Double share = share(told);
        return share != null && share >= threshold(kind);
    }

    /** How much of the item lies behind: by position and total, else by seconds and the item's length. */
    static @Nullable Double share(Told told) {
        Position position = told.position();
        if (position != null && position.fraction() != null) {
            return position.fraction();
        }
        Integer length = told.mention().length();
        return length == null ? null : (Double) Math.min(1.0, secondsBehind(told) / (double) length);
    }

    private static int secondsBehind(Told told) {
        Integer spent = told.activeSeconds();
        Position position = told.position();
        Integer reached = position == null ? null : position.seconds();
        return Math.max(spent == null ? 0 : spent, reached == null ? 0 : reached);
    }
}
