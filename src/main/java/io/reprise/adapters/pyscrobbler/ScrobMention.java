package io.reprise.adapters.pyscrobbler;

import io.reprise.imports.JsonRow;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.scrobble.Unreadable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The item that a scrob names: by the client's own id, and by what else it says. */
final class ScrobMention {
    /** The client's own id of an item, such as a Mopidy URI. */
    static final String ITEM_ID = "pyscrobbler:item";

    private ScrobMention() {}

    static Mention of(MediaKind kind, JsonRow row, @Nullable Integer length) throws Unreadable {
        String itemId = row.needText("item_id");
        List<ExternalId> ids = List.of(new ExternalId(ITEM_ID, itemId));
        String title = or(row.text("title"), itemId);
        return switch (kind) {
            case SONG -> new Mention.Song(title, credit(row, "artist"), row.text("album"), null, length, ids);
            case EPISODE ->
                new Mention.Episode(
                        or(row.text("show"), or(row.text("artist"), itemId)),
                        row.count("season"),
                        row.count("number"),
                        row.text("title") == null && row.has("number") ? null : title,
                        length,
                        ids);
            case FILM -> new Mention.Film(title, row.count("year"), credit(row, "director"), length, ids);
            case ARTICLE ->
                new Mention.Article(title, url(row, itemId), row.text("site"), credit(row, "author"), length, ids);
            case BOOK -> new Mention.Book(title, credit(row, "author"), row.text("series"), length, ids);
            case PICTURE -> new Mention.Picture(title, row.text("album"), credit(row, "artist"), ids);
            case PODCAST ->
                new Mention.Podcast(
                        title,
                        or(row.text("feed"), or(row.text("show"), or(row.text("artist"), itemId))),
                        credit(row, "author"),
                        length,
                        ids);
            case VIDEO -> new Mention.Video(title, url(row, itemId), channel(row), length, ids);
        };
    }

    private static Credit credit(JsonRow row, String role) throws Unreadable {
        String text = row.text(role);
        String told = text == null ? row.text("artist") : text;
        return told == null ? Credit.NONE : Credit.of(told, role);
    }

    private static @Nullable String channel(JsonRow row) throws Unreadable {
        String channel = row.text("channel");
        return channel == null ? row.text("artist") : channel;
    }

    private static @Nullable String url(JsonRow row, String itemId) throws Unreadable {
        String url = row.text("url");
        return url == null && itemId.matches("https?://.*") ? itemId : url;
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
