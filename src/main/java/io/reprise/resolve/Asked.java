package io.reprise.resolve;

import io.reprise.media.CanonicalUrl;
import io.reprise.media.ExternalId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A question made ready once for all its findings. Used by one thread. */
final class Asked {
    private static final int CREATOR_MAX = 1;

    private final Question question;
    private final Title title;
    private final Billing billing;
    private final Title container;
    private final boolean liveContainer;
    private @Nullable Asked artistInTitle;

    private Asked(Question question, Title title, Billing billing) {
        this.question = question;
        this.title = title;
        this.billing = billing;
        this.container = Title.read(question.container());
        this.liveContainer = Versions.isLive(container);
    }

    static Asked of(Question question) {
        Title title = Title.read(question.title());
        String credit = question.credit().isBlank() && !question.creators().isEmpty()
                ? String.join(", ", question.creators())
                : question.credit();
        List<String> creators = question.creators().size() > CREATOR_MAX ? question.creators() : List.of();
        return new Asked(question, title, Billing.of(credit, creators, title.guests()));
    }

    /** The same question, had its title and its credit been told so. */
    Asked read(String credit, String name) {
        Question other = new Question(
                question.kind(),
                name,
                credit,
                List.of(credit),
                question.container(),
                question.seconds(),
                question.season(),
                question.number(),
                question.year(),
                question.ids());
        return of(other);
    }

    Question question() {
        return question;
    }

    Title title() {
        return title;
    }

    Billing billing() {
        return billing;
    }

    Title container() {
        return container;
    }

    boolean isLiveContainer() {
        return liveContainer;
    }

    /** The same, had the artist been told in front of the title: "Artist - Title"; null where there is no dash. */
    @Nullable
    Asked artistInTitle() {
        int dash = TitleReader.firstDash(question.title());
        if (artistInTitle == null && dash > 0) {
            String left = question.title().substring(0, dash).strip();
            artistInTitle = read(left, question.title().substring(dash + 2).strip());
        }
        return artistInTitle;
    }

    boolean hasContainer() {
        return !question.container().isBlank();
    }

    /** Whether an id of this scheme was told that is the finding's own. */
    boolean claims(String scheme, Finding finding) {
        for (ExternalId id : question.ids()) {
            if (id.scheme().equals(scheme) && has(finding, id)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the finding has any id that was told, but for these schemes. */
    boolean claimsAnyBut(String scheme, Finding finding) {
        for (ExternalId id : question.ids()) {
            if (!id.scheme().equals(scheme) && has(finding, id)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Finding finding, ExternalId id) {
        if (isSame(id, finding.id())) {
            return true;
        }
        ExternalId asked = finding.asked();
        if (asked != null && isSame(id, asked)) {
            return true;
        }
        for (ExternalId other : finding.ids()) {
            if (isSame(id, other)) {
                return true;
            }
        }
        return false;
    }

    static boolean isSame(ExternalId one, ExternalId other) {
        if (!scheme(one).equals(scheme(other))) {
            return false;
        }
        return one.value().equals(other.value()) || plainValue(one).equals(plainValue(other));
    }

    private static String scheme(ExternalId id) {
        return id.scheme().equals("isbn10") || id.scheme().equals("isbn13") ? "isbn" : id.scheme();
    }

    private static String plainValue(ExternalId id) {
        return switch (scheme(id)) {
            case "isbn" -> Isbn.plain(id.value());
            case "isrc" -> id.value().replace("-", "").toUpperCase(Locale.ROOT);
            case "url" -> CanonicalUrl.of(id.value());
            case "imdb", "mb:recording" -> id.value().toLowerCase(Locale.ROOT);
            default -> id.value();
        };
    }
}
