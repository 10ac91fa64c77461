package io.reprise.adapters.openlibrary;

import io.reprise.art.ArtSource;
import io.reprise.catalog.SubjectKind;
import io.reprise.http.HostRate;
import io.reprise.http.PoliteClient;
import io.reprise.resolve.Answers;
import io.reprise.resolve.Upstream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The covers of books and the portraits of authors at Open Library, by ISBN or its own ids. Thread-safe. */
public final class Covers implements ArtSource {
    /** Where its pictures lie. */
    public static final URI PICTURES = URI.create("https://covers.openlibrary.org");
    /** It allows 100 pictures in 5 minutes from one address. */
    public static final HostRate RATE = HostRate.of("covers.openlibrary.org", 100, Duration.ofMinutes(5));

    private static final Pattern WORK = Pattern.compile("OL[0-9]{1,10}W");
    private static final Pattern EDITION = Pattern.compile("OL[0-9]{1,10}M");
    private static final Pattern AUTHOR = Pattern.compile("OL[0-9]{1,10}A");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,11}");

    private final Upstream upstream;
    private final URI pictures;

    /** {@code address} is {@link OpenLibrary#ADDRESS}, {@code pictures} {@link #PICTURES}. */
    public Covers(URI address, URI pictures, PoliteClient client, Answers answers) {
        // Remembered apart from what the authority reads, which leaves covers out.
        this.upstream = new Upstream("openlibrary-art", address, client, answers)
                .without("description", "excerpts", "subjects", "subject_people", "subject_places", "links");
        this.pictures = pictures;
    }

    @Override
    public String word() {
        return OpenLibrary.WORD;
    }

    @Override
    public String title() {
        return "Open Library";
    }

    @Override
    public String terms() {
        return "Covers by way of Open Library; they belong to their owners.";
    }

    @Override
    public Set<String> sendsOnTo() {
        return Set.of("archive.org", "openlibrary.org");
    }

    @Override
    public boolean knows(Asked asked) {
        String value = asked.id().value();
        return switch (asked.subject()) {
            case ITEM ->
                isIsbn(asked)
                        || asked.id().scheme().equals(BookReader.SCHEME)
                                && (WORK.matcher(value).matches()
                                        || EDITION.matcher(value).matches());
            case CREATOR ->
                asked.id().scheme().equals(BookReader.SCHEME)
                        && AUTHOR.matcher(value).matches();
            case CONTAINER, PLAY, DECISION, RUN, RULE -> false;
        };
    }

    private static boolean isIsbn(Asked asked) {
        return asked.id().scheme().startsWith("isbn")
                && Isbn.find(asked.id().value()).isPresent();
    }

    @Override
    public Optional<Offer> find(Asked asked) {
        String value = asked.id().value();
        if (asked.subject() == SubjectKind.CREATOR) {
            return Optional.of(offer("/a/olid/" + value, "/authors/" + value));
        }
        if (isIsbn(asked)) {
            return Isbn.find(value).map(isbn -> offer("/b/isbn/" + isbn.value(), "/isbn/" + isbn.value()));
        }
        if (EDITION.matcher(value).matches()) {
            return Optional.of(offer("/b/olid/" + value, "/books/" + value));
        }
        return upstream.thing("/works/" + value + ".json", "key")
                .flatMap(work -> work.list("covers").stream()
                        .map(cover -> cover.text())
                        .filter(cover -> NUMBER.matcher(cover).matches())
                        .findFirst())
                .map(cover -> offer("/b/id/" + cover, "/works/" + value));
    }

    /** Without a default it answers 404 where it has none, and not a picture of nothing. */
    private Offer offer(String path, String page) {
        return new Offer(
                URI.create(pictures + path + "-L.jpg?default=false"), "Open Library", "https://openlibrary.org" + page);
    }
}
