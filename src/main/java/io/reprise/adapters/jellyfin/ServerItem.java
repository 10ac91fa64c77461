package io.reprise.adapters.jellyfin;

import io.reprise.imports.JsonRow;
import io.reprise.inlet.Claim;
import io.reprise.inlet.ItemIds;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.scrobble.Position;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item by the name of its class in Jellyfin, from the fields of either plugin. */
final class ServerItem {
    /** A tick is 100 nanoseconds. */
    static final long TICKS = 10_000_000;

    private ServerItem() {}

    /** The kind that a class of Jellyfin is read as; null for those that are no play (a trailer, a folder). */
    static @Nullable MediaKind kind(String type) throws Unreadable {
        return switch (type) {
            case "Episode" -> MediaKind.EPISODE;
            case "Movie" -> MediaKind.FILM;
            case "Audio" -> MediaKind.SONG;
            case "AudioBook", "Book" -> MediaKind.BOOK;
            case "Photo" -> MediaKind.PICTURE;
            case "Video", "MusicVideo", "Recording", "TvProgram", "LiveTvProgram" -> MediaKind.VIDEO;
            case "Trailer",
                    "TvChannel",
                    "LiveTvChannel",
                    "Channel",
                    "Folder",
                    "Series",
                    "Season",
                    "MusicAlbum",
                    "PhotoAlbum",
                    "Playlist",
                    "BoxSet",
                    "MusicArtist",
                    "Person" -> null;
            default ->
                throw new Unreadable("the type of the item: expected Episode, Movie, Audio or another class of the"
                        + " server, got \"" + type + '"');
        };
    }

    static Mention mention(MediaKind kind, Claim claim) throws Unreadable {
        return switch (kind) {
            case EPISODE -> claim.episode();
            case FILM -> claim.film();
            case SONG -> claim.song();
            case BOOK -> claim.book();
            case PICTURE -> claim.picture();
            case VIDEO, ARTICLE, PODCAST -> claim.video();
        };
    }

    /** The ids among an object's members, whose names begin so. */
    static List<ExternalId> ids(MediaKind kind, @Nullable JsonRow row, String beginning) throws Unreadable {
        List<ExternalId> ids = new ArrayList<>();
        if (row != null) {
            for (String name : row.names()) {
                if (name.startsWith(beginning)) {
                    ids.addAll(ItemIds.of(kind, name.substring(beginning.length()), row.text(name)));
                }
            }
        }
        return ids;
    }

    /** Where it stood; nothing at the very begin of what is over, for then the server has put it back already. */
    static @Nullable Position position(@Nullable Long at, @Nullable Long total, boolean over) {
        return over && at != null && at == 0 ? null : Claim.position(at, total, TICKS);
    }
}
