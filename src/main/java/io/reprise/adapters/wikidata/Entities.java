package io.reprise.adapters.wikidata;

import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Upstream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Items of Wikidata: which one has a statement, and what it states. */
final class Entities {
    static final String SCHEME = "wikidata";
    private static final Pattern ITEM = Pattern.compile("Q[1-9][0-9]{0,11}");
    private static final String API = "/w/api.php?format=json&maxlag=5&action=";
    private static final String PREFERRED = "preferred";
    private static final String DEPRECATED = "deprecated";

    private final Upstream upstream;

    Entities(Upstream upstream) {
        this.upstream = upstream;
    }

    static boolean isItem(ExternalId id) {
        return id.scheme().equals(SCHEME) && ITEM.matcher(id.value()).matches();
    }

    /** The item with this statement; empty where none has it, or several have, for then it says nothing. */
    Optional<String> having(Property property, String value) {
        String query = "haswbstatement:" + property.number() + "=" + value;
        List<String> items = upstream
                .list(
                        API + "query&list=search&srnamespace=0&srlimit=2&srsearch=" + Upstream.encoded(query),
                        "query/search")
                .stream()
                .map(result -> result.text("title"))
                .filter(title -> ITEM.matcher(title).matches())
                .toList();
        return items.size() == 1 ? Optional.of(items.getFirst()) : Optional.empty();
    }

    /** What the item states; one that was merged is told under the id of the other. */
    Optional<Finding> item(String item, MediaKind kind, ExternalId asked) {
        String path = API + "wbgetentities&props=labels%7Caliases%7Cclaims&languages=en%7Cmul&ids=" + item;
        return upstream.thing(path, "entities").flatMap(answer -> {
            JsonTree entities = answer.at("entities");
            return entities.names().stream()
                    .findFirst()
                    .map(entities::at)
                    .filter(entity -> ITEM.matcher(entity.text("id")).matches()
                            && !label(entity).isEmpty())
                    .map(entity -> finding(entity, kind, asked));
        });
    }

    private static Finding finding(JsonTree entity, MediaKind kind, ExternalId asked) {
        ExternalId id = new ExternalId(SCHEME, entity.text("id"));
        List<ExternalId> ids = new ArrayList<>();
        for (Property property : Property.values()) {
            values(entity, property).forEach(value -> property.read(kind, value).ifPresent(ids::add));
        }
        return new Finding(
                id,
                asked.equals(id) ? null : asked,
                kind,
                label(entity),
                List.of(),
                Optional.empty(),
                null,
                null,
                null,
                "",
                "",
                ids,
                List.of(),
                entity.at("aliases").list("en").stream()
                        .map(alias -> alias.text("value"))
                        .filter(alias -> !alias.isEmpty())
                        .toList(),
                1);
    }

    private static String label(JsonTree entity) {
        String english = entity.at("labels").at("en").text("value");
        return english.isEmpty() ? entity.at("labels").at("mul").text("value") : english;
    }

    /** The values stated, preferred ones first and deprecated ones left out. */
    private static List<String> values(JsonTree entity, Property property) {
        return entity.at("claims").list(property.number()).stream()
                .filter(claim -> !claim.text("rank").equals(DEPRECATED))
                .sorted(Comparator.comparing(claim -> !claim.text("rank").equals(PREFERRED)))
                .map(claim -> claim.at("mainsnak").at("datavalue").text("value"))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }
}
