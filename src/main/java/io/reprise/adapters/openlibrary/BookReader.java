package io.reprise.adapters.openlibrary;

import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a work with the edition that led to it, and asks for the names of its authors. */
final class BookReader {
    static final String SCHEME = "olid";
    static final int AUTHORS_MAX = 4;
    static final String AUTHOR = "author";

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[0-9]{3}|20[0-9]{2})(?!\\d)");
    private static final Pattern AUTHOR_ID = Pattern.compile("OL[0-9]{1,10}A");

    private final Upstream upstream;

    BookReader(Upstream upstream) {
        this.upstream = upstream;
    }

    /** The last part of a key: {@code OL45804W} of {@code /works/OL45804W}. */
    static String olid(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    /** A book as a work; empty where it is told without a title. */
    Optional<Finding> finding(JsonTree work, Optional<JsonTree> edition, ExternalId asked) {
        String olid = olid(work.text("key"));
        String title = work.text("title");
        if (olid.isEmpty() || title.isEmpty()) {
            return Optional.empty();
        }
        ExternalId id = new ExternalId(SCHEME, olid);
        String first = work.text("first_publish_date");
        String printed = edition.map(told -> told.text("publish_date")).orElse("");
        return Optional.of(new Finding(
                id,
                asked.equals(id) ? null : asked,
                MediaKind.BOOK,
                title,
                authors(work, edition),
                Optional.empty(),
                null,
                null,
                null,
                year(first.isEmpty() ? printed : first),
                work.text("subtitle"),
                edition.map(BookReader::ids).orElse(List.of()),
                List.of(),
                edition.map(told -> others(title, told.text("title"))).orElse(List.of()),
                1));
    }

    private static List<String> others(String title, String printed) {
        return printed.isEmpty() || printed.equals(title) ? List.of() : List.of(printed);
    }

    private static String year(String date) {
        Matcher year = YEAR.matcher(date);
        return year.find() ? year.group() : "";
    }

    private static List<ExternalId> ids(JsonTree edition) {
        List<ExternalId> ids = new ArrayList<>();
        add(ids, SCHEME, olid(edition.text("key")));
        edition.texts("isbn_13").forEach(isbn -> add(ids, "isbn", isbn));
        edition.texts("isbn_10").forEach(isbn -> add(ids, "isbn", isbn));
        edition.at("identifiers").texts("goodreads").forEach(id -> add(ids, "goodreads", id));
        edition.texts("lccn").forEach(id -> add(ids, "lccn", id));
        return ids;
    }

    private static void add(List<ExternalId> ids, String scheme, String value) {
        if (!value.isEmpty()) {
            ids.add(new ExternalId(scheme, value));
        }
    }

    private List<Finding.Creator> authors(JsonTree work, Optional<JsonTree> edition) {
        List<String> keys = new ArrayList<>();
        work.list("authors").forEach(place -> keys.add(place.at(AUTHOR).text("key")));
        if (keys.isEmpty()) {
            edition.ifPresent(told -> told.list("authors").forEach(place -> keys.add(place.text("key"))));
        }
        List<JsonTree> told = keys.stream()
                .map(BookReader::olid)
                .filter(olid -> AUTHOR_ID.matcher(olid).matches())
                .distinct()
                .limit(AUTHORS_MAX)
                .flatMap(olid -> upstream.thing("/authors/" + olid + ".json", "key").stream())
                .filter(author -> !author.text("name").isEmpty())
                .toList();
        List<Finding.Creator> authors = new ArrayList<>();
        for (JsonTree author : told) {
            boolean last = authors.size() + 1 == told.size();
            authors.add(author(olid(author.text("key")), author.text("name"), last, author.texts("alternate_names")));
        }
        return authors;
    }

    static Finding.Creator author(@Nullable String olid, String name, boolean last, List<String> others) {
        return new Finding.Creator(
                olid == null ? null : new ExternalId(SCHEME, olid), name, "", name, last ? "" : ", ", AUTHOR, others);
    }
}
