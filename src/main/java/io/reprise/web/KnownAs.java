package io.reprise.web;

import io.reprise.catalog.Identity;
import io.reprise.media.CreditedName;
import io.reprise.media.MediaKind;
import io.reprise.report.Subject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a thing is taken for, and what can be corrected: {@code path} is its page, {@code home} the word for what an
 * item is part of (null where it is no item) and {@code homes} some of those, {@code credit} how an item is credited
 * now. {@code decided} holds what was decided about it, {@code fresh} the number of the decision just made, null for
 * none.
 */
record KnownAs(
        Taken taken,
        String path,
        Subject subject,
        @Nullable String home,
        List<CreditedName> credit,
        List<String> homes,
        List<Decided> decided,
        @Nullable String fresh) {
    private static final int IDS_MAX = 20;
    private static final int EMPTY_ROWS = 2;

    /** Its status, why, and its ids. */
    record Taken(String status, String sentence, List<Id> ids) {}

    /** An id in words, where it leads, and as a form sends it. */
    record Id(String text, @Nullable String href, String value) {}

    /** A decision that holds; {@code isIgnored} where it leaves the thing out. */
    record Decided(long number, String by, List<Piece> what, String because, boolean isIgnored) {}

    /** A row of the form for the credit. */
    record Row(int place, String name, String join, String role) {}

    boolean isCreator() {
        return subject == Subject.CREATOR;
    }

    boolean isItem() {
        return subject == Subject.ITEM;
    }

    String word() {
        return subject.word();
    }

    @Nullable
    Decided ignored() {
        return decided.stream().filter(Decided::isIgnored).findFirst().orElse(null);
    }

    /** The credit as it is, and some empty rows. */
    List<Row> rows() {
        Stream<Row> known = java.util.stream.IntStream.range(0, credit.size())
                .mapToObj(at -> new Row(
                        at + 1,
                        credit.get(at).name(),
                        credit.get(at).join(),
                        credit.get(at).role()));
        Stream<Row> empty = java.util.stream.IntStream.range(0, EMPTY_ROWS)
                .mapToObj(at -> new Row(credit.size() + at + 1, "", "", ""));
        return Stream.concat(known, empty).toList();
    }

    static Taken taken(Identity identity) {
        List<Id> ids = Stream.concat(identity.links().stream().map(Identity.Link::id), identity.claims().stream())
                .limit(IDS_MAX)
                .map(id -> new Id(Ids.text(id), Ids.href(id), id.toString()))
                .toList();
        return new Taken(identity.status().word(), sentence(identity), ids);
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

    static String home(MediaKind kind) {
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
