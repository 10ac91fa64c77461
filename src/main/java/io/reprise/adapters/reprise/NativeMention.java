package io.reprise.adapters.reprise;

import io.reprise.imports.JsonRow;
import io.reprise.media.Credit;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The item that our own JSON mentions. */
final class NativeMention {
    private static final int IDS_MAX = 50;
    private static final int CREATORS_MAX = 200;

    private NativeMention() {}

    static Mention of(JsonRow row) throws Unreadable {
        MediaKind kind = kind(row);
        List<ExternalId> ids = ids(row);
        Integer length = length(row);
        return switch (kind) {
            case SONG -> song(row, length, ids);
            case EPISODE ->
                new Mention.Episode(
                        row.needText("show"),
                        row.count("season"),
                        row.count("episode"),
                        row.text("title"),
                        length,
                        ids);
            case FILM ->
                new Mention.Film(row.needText("title"), row.count("year"), credit(row, "director"), length, ids);
            case ARTICLE ->
                new Mention.Article(
                        titleOrUrl(row), row.text("url"), row.text("site"), credit(row, "author"), length, ids);
            case BOOK ->
                new Mention.Book(row.needText("title"), credit(row, "author"), row.text("series"), length, ids);
            case PICTURE -> new Mention.Picture(row.needText("title"), row.text("album"), credit(row, "artist"), ids);
            case PODCAST -> new Mention.Podcast(row.needText("title"), feed(row), credit(row, "author"), length, ids);
            case VIDEO -> new Mention.Video(titleOrUrl(row), row.text("url"), row.text("channel"), length, ids);
        };
    }

    private static MediaKind kind(JsonRow row) throws Unreadable {
        String word = row.text("kind");
        String kinds = Arrays.stream(MediaKind.values()).map(MediaKind::word).collect(Collectors.joining(", "));
        if (word == null) {
            throw new Unreadable("kind: expected one of " + kinds + ", got nothing");
        }
        return MediaKind.ofWord(word)
                .orElseThrow(() -> new Unreadable("kind: expected one of " + kinds + ", got \"" + word + '"'));
    }

    private static Mention song(JsonRow row, @Nullable Integer length, List<ExternalId> ids) throws Unreadable {
        String releaseArtist = row.text("release_artist");
        Credit releaseCredit = releaseArtist == null ? null : Credit.of(releaseArtist, "artist");
        return new Mention.Song(
                row.needText("title"), credit(row, "artist"), row.text("release"), releaseCredit, length, ids);
    }

    private static String titleOrUrl(JsonRow row) throws Unreadable {
        String title = row.text("title");
        String url = row.text("url");
        if (title == null && url == null) {
            throw new Unreadable("title: expected text, or a url in its place, got neither");
        }
        return title == null ? String.valueOf(url) : title;
    }

    private static String feed(JsonRow row) throws Unreadable {
        String feed = row.text("feed");
        return feed == null ? row.needText("show") : feed;
    }

    private static @Nullable Integer length(JsonRow row) throws Unreadable {
        Integer length = row.count("length");
        if (length != null && length < 0) {
            throw new Unreadable("length: expected the item's length, 0 or more, got " + length);
        }
        return length;
    }

    /**
     * {@code creators} with a role each, else {@code artist} (or {@code author}, {@code director}) as one text and
     * {@code artists} as the names in it. A text alone is one creator: splitting it would be a decision.
     */
    private static Credit credit(JsonRow row, String role) throws Unreadable {
        List<JsonRow> creators = row.objects("creators");
        if (!creators.isEmpty()) {
            return creators(row, creators, role);
        }
        for (String field : List.of(role, "artist", "author", "creator")) {
            String text = row.text(field);
            List<String> names = row.texts(field + "s");
            if (names.size() > CREATORS_MAX) {
                throw new Unreadable(field + "s: expected at most " + CREATORS_MAX + " names, got " + names.size());
            }
            if (text != null || !names.isEmpty()) {
                return Credit.of(text == null ? "" : text, names, role);
            }
        }
        return Credit.NONE;
    }

    private static Credit creators(JsonRow row, List<JsonRow> creators, String role) throws Unreadable {
        if (creators.size() > CREATORS_MAX) {
            throw new Unreadable("creators: expected at most " + CREATORS_MAX + " of them, got " + creators.size());
        }
        List<CreditedName> names = new ArrayList<>();
        for (int i = 0; i < creators.size(); i++) {
            JsonRow one = creators.get(i);
            String told = one.text("role");
            boolean isLast = i + 1 == creators.size();
            String join = one.has("join") ? one.raw("join") : isLast ? "" : ", ";
            names.add(new CreditedName(one.needText("name"), join, told == null ? role : told));
        }
        String text = row.text("credit");
        String joined = names.stream().map(name -> name.name() + name.join()).collect(Collectors.joining());
        return new Credit(text == null ? joined : text, names);
    }

    private static List<ExternalId> ids(JsonRow row) throws Unreadable {
        JsonRow told = row.object("ids");
        if (told == null) {
            return List.of();
        }
        List<ExternalId> ids = new ArrayList<>();
        for (String scheme : told.names()) {
            for (String value : told.texts(scheme)) {
                if (ids.size() == IDS_MAX) {
                    throw new Unreadable("ids: expected at most " + IDS_MAX + ", got more");
                }
                ids.add(new ExternalId(scheme, value));
            }
        }
        return ids;
    }
}
