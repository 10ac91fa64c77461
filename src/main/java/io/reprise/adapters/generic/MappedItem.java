package io.reprise.adapters.generic;

import io.reprise.imports.ColumnMapping.Meaning;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mapped row says of its item, as a mention of this kind. */
record MappedItem(MappedRow row, MediaKind kind) {
    Mention mention() throws Unreadable {
        String title = row.text(Meaning.TITLE);
        String url = row.text(Meaning.URL);
        String named = title == null ? (url == null ? "" : url) : title;
        return switch (kind) {
            case SONG ->
                new Mention.Song(
                        named, credit(Meaning.ARTIST, "artist"), row.text(Meaning.ALBUM), null, row.length(), ids());
            case EPISODE ->
                new Mention.Episode(
                        need(Meaning.SHOW, "a show"),
                        row.number(Meaning.SEASON),
                        row.number(Meaning.EPISODE),
                        title,
                        row.length(),
                        ids());
            case FILM -> new Mention.Film(named, row.number(Meaning.YEAR), Credit.NONE, row.length(), ids());
            case ARTICLE -> new Mention.Article(named, url, null, credit(Meaning.AUTHOR, "author"), null, ids());
            case BOOK -> new Mention.Book(named, credit(Meaning.AUTHOR, "author"), row.text(Meaning.SHOW), null, ids());
            case PICTURE -> new Mention.Picture(named, row.text(Meaning.ALBUM), Credit.NONE, ids());
            case PODCAST -> new Mention.Podcast(named, feed(), credit(Meaning.AUTHOR, "author"), row.length(), ids());
            case VIDEO -> new Mention.Video(named, url, row.text(Meaning.CHANNEL), row.length(), ids());
        };
    }

    private String feed() throws Unreadable {
        String feed = row.text(Meaning.FEED);
        return feed == null ? need(Meaning.SHOW, "a podcast") : feed;
    }

    private String need(Meaning meaning, String what) throws Unreadable {
        String text = row.text(meaning);
        if (text == null) {
            throw new Unreadable(
                    row.mapping().column(meaning).orElse(what) + ": expected the name of " + what + ", got nothing");
        }
        return text;
    }

    private Credit credit(Meaning meaning, String role) throws Unreadable {
        List<String> names = row.texts(meaning);
        return names.size() > 1 ? Credit.ofList(names, role) : names.isEmpty() ? Credit.NONE : one(names, role);
    }

    private static Credit one(List<String> names, String role) {
        return Credit.of(names.getFirst(), role);
    }

    private List<ExternalId> ids() throws Unreadable {
        List<ExternalId> ids = new ArrayList<>();
        String isbn = row.text(Meaning.ISBN);
        String digits = isbn == null ? "" : isbn.replaceAll("[^0-9Xx]", "");
        add(ids, "isbn", digits.length() == 10 || digits.length() == 13 ? digits : null);
        add(ids, "imdb", row.text(Meaning.IMDB));
        return ids;
    }

    private static void add(List<ExternalId> ids, String scheme, @Nullable String value) {
        if (value != null) {
            ids.add(new ExternalId(scheme, value));
        }
    }
}
