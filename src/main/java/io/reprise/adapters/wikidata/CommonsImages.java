package io.reprise.adapters.wikidata;

import io.reprise.art.ArtSource;
import io.reprise.catalog.SubjectKind;
import io.reprise.http.JsonTree;
import io.reprise.http.PoliteClient;
import io.reprise.media.ExternalId;
import io.reprise.resolve.Answers;
import io.reprise.resolve.Upstream;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Images of creators at Wikimedia Commons, as the statement "image" (P18) of their item at Wikidata names them: by its
 * own id, by that of an artist at MusicBrainz or of an author at Open Library. Thread-safe.
 */
public final class CommonsImages implements ArtSource {
    public static final URI COMMONS = URI.create("https://commons.wikimedia.org");

    private static final Pattern ITEM = Pattern.compile("Q[1-9][0-9]{0,11}");
    private static final Pattern MBID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern AUTHOR = Pattern.compile("OL[0-9]{1,10}A");
    private static final String API = "/w/api.php?format=json&maxlag=5&action=query";
    private static final String ENTITY = "/w/api.php?format=json&maxlag=5&action=wbgetentities&props=claims&ids=";
    private static final int CREDIT_CHARS_MAX = 120;

    private final Upstream wikidata;
    private final Upstream commons;

    /** {@code address} is {@link Wikidata#ADDRESS}, {@code commons} {@link #COMMONS}. */
    public CommonsImages(URI address, URI commons, PoliteClient client, Answers answers) {
        this.wikidata = new Upstream("wikidata-art", address, client, answers)
                .without("references", "qualifiers", "qualifiers-order", "hash", "snippet", "datatype");
        this.commons = new Upstream("commons", commons, client, answers);
    }

    @Override
    public String word() {
        return Wikidata.WORD;
    }

    @Override
    public String title() {
        return "Wikimedia Commons";
    }

    @Override
    public String terms() {
        return "Images from Wikimedia Commons, each under the licence that is named beside it.";
    }

    @Override
    public boolean knows(Asked asked) {
        return asked.subject() == SubjectKind.CREATOR
                && (isItem(asked.id()) || property(asked.id()).isPresent());
    }

    private static boolean isItem(ExternalId id) {
        return id.scheme().equals(Entities.SCHEME) && ITEM.matcher(id.value()).matches();
    }

    private static Optional<String> property(ExternalId id) {
        return switch (id.scheme()) {
            case "mb:artist" -> MBID.matcher(id.value()).matches() ? Optional.of("P434") : Optional.empty();
            case "olid" -> AUTHOR.matcher(id.value()).matches() ? Optional.of("P648") : Optional.empty();
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Offer> find(Asked asked) {
        return item(asked.id()).flatMap(this::image).flatMap(this::offer);
    }

    /** The one item that has this id; where several have, it says nothing. */
    private Optional<String> item(ExternalId id) {
        if (isItem(id)) {
            return Optional.of(id.value());
        }
        return property(id).flatMap(property -> {
            String query = Upstream.encoded("haswbstatement:" + property + "=" + id.value());
            List<String> items =
                    wikidata
                            .list(API + "&list=search&srnamespace=0&srlimit=2&srsearch=" + query, "query/search")
                            .stream()
                            .map(result -> result.text("title"))
                            .filter(title -> ITEM.matcher(title).matches())
                            .toList();
            return items.size() == 1 ? Optional.of(items.getFirst()) : Optional.empty();
        });
    }

    /** The name of the file that the item states, a preferred one first. */
    private Optional<String> image(String item) {
        return wikidata.thing(ENTITY + item, "entities").flatMap(answer -> {
            JsonTree entities = answer.at("entities");
            return entities.names().stream()
                    .findFirst()
                    .flatMap(name -> entities.at(name).at("claims").list("P18").stream()
                            .filter(claim -> !claim.text("rank").equals("deprecated"))
                            .min(Comparator.comparing(
                                    claim -> !claim.text("rank").equals("preferred")))
                            .map(claim -> claim.at("mainsnak").at("datavalue").text("value"))
                            .filter(file -> !file.isEmpty()));
        });
    }

    /** Commons tells where a smaller print of the file lies, whose it is and under which licence. */
    private Optional<Offer> offer(String file) {
        String path = API + "&prop=imageinfo&iiprop=url%7Cextmetadata&iiurlwidth=500"
                + "&iiextmetadatafilter=Artist%7CLicenseShortName&titles=" + Upstream.encoded("File:" + file);
        return commons.thing(path, "query").flatMap(answer -> {
            JsonTree pages = answer.at("query").at("pages");
            return pages.names().stream()
                    .findFirst()
                    .flatMap(name -> pages.at(name).list("imageinfo").stream().findFirst())
                    .filter(image -> image.text("thumburl").startsWith("http"))
                    .map(image -> new Offer(
                            URI.create(image.text("thumburl")),
                            credit(image.at("extmetadata")),
                            image.text("descriptionurl")));
        });
    }

    private static String credit(JsonTree metadata) {
        String artist = metadata.at("Artist")
                .text("value")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ")
                .strip();
        String who = artist.length() > CREDIT_CHARS_MAX ? artist.substring(0, CREDIT_CHARS_MAX) + "…" : artist;
        String licence = metadata.at("LicenseShortName").text("value");
        StringBuilder credit = new StringBuilder(who);
        credit.append(who.isEmpty() || licence.isEmpty() ? "" : ", ").append(licence);
        return credit.append(credit.isEmpty() ? "" : ", ")
                .append("Wikimedia Commons")
                .toString();
    }
}
