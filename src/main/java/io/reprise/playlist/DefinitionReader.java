package io.reprise.playlist;

import io.reprise.media.MediaKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a definition from JSON. Names of members and operators stand in any case, as Navidrome reads them. */
final class DefinitionReader {
    static final int JSON_CHARS_MAX = 1 << 20;
    private static final int JSON_DEPTH_MAX = 2 * Rule.DEPTH_MAX + 20;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(JSON_DEPTH_MAX)
                            .build())
                    .build())
            .build();
    private static final List<String> MEMBERS = List.of(
            "name",
            "comment",
            "all",
            "any",
            "not",
            "sort",
            "order",
            "limit",
            "limitPercent",
            "offset",
            "kind",
            "user",
            "unknownDates",
            "seed",
            "limitBy",
            "perGroup",
            "next",
            "mix",
            "public",
            "refreshDelay");
    private static final int LIMIT_MAX = 1_000_000;
    private static final int MIX_MAX = 20;
    private static final int WEIGHT_MAX = 100;

    private final Map<String, Node> members = new HashMap<>();
    private final List<String> passedOver = new ArrayList<>();

    private DefinitionReader(Node definition) {
        for (Node member : definition.members()) {
            String known = MEMBERS.stream()
                    .filter(each -> each.equalsIgnoreCase(member.name()))
                    .findFirst()
                    .orElse("");
            if (known.isEmpty()) {
                passedOver.add(Near.of(member.name(), MEMBERS)
                        .map(near -> member.name() + " (did you mean " + near + "?)")
                        .orElse(member.name()));
            } else if (!member.isNull()) {
                members.put(known, member);
            }
        }
    }

    static Definition read(String json) {
        if (json.length() > JSON_CHARS_MAX) {
            throw new Fault(
                    "$",
                    new Fault.Words(
                            "The definition is too long.",
                            "at most " + JSON_CHARS_MAX + " characters",
                            json.length() + ""));
        }
        JsonNode tree;
        try {
            tree = JSON.readTree(json);
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            String where = place == null ? "$" : "line " + place.getLineNr() + ", column " + place.getColumnNr();
            throw new Fault(
                    where,
                    new Fault.Words(
                            "This is not JSON: " + e.getOriginalMessage(),
                            "the JSON of a smart playlist",
                            "other text"));
        }
        if (tree == null || !tree.isObject()) {
            throw new Fault(
                    "$",
                    new Fault.Words("A smart playlist is a JSON object.", "{\"all\": [ ... ]}", String.valueOf(tree)));
        }
        return of(new Node(tree, "", "$"));
    }

    static Definition of(Node definition) {
        return new DefinitionReader(definition).definition();
    }

    private Definition definition() {
        Definition.Words words = new Definition.Words(text("name"), text("comment"), passedOver);
        Node user = members.get("user");
        if (user != null && !user.text("me").equals("me")) {
            throw user.fault("A list asks of its owner's history alone.", "me");
        }
        return new Definition(words, kinds(), rule(), order(), bounds(), mix());
    }

    private String text(String name) {
        Node node = members.get(name);
        String text = node == null ? "" : node.text("text").strip();
        if (node != null && text.length() > Definition.NAME_CHARS_MAX) {
            throw node.fault("This is too long.", "at most " + Definition.NAME_CHARS_MAX + " characters");
        }
        return text;
    }

    private Set<MediaKind> kinds() {
        Set<MediaKind> kinds = EnumSet.noneOf(MediaKind.class);
        Node node = members.get("kind");
        for (Node each : node == null ? List.<Node>of() : node.isArray() ? node.elements() : List.of(node)) {
            kinds.add(kind(each));
        }
        return kinds;
    }

    private static MediaKind kind(Node node) {
        String word = node.text("a kind of media");
        return MediaKind.ofWord(word.strip())
                .orElseThrow(() -> node.fault(
                        "There is no such kind of media.",
                        Fault.near(word, MediaWords.ALL) + "one of " + String.join(", ", MediaWords.ALL)));
    }

    private Rule rule() {
        Node all = members.get("all");
        Node any = members.get("any");
        Node not = members.get("not");
        if (all != null && any != null) {
            throw any.fault("A list has either all or any at its top; put the other one inside it.", "all or any");
        }
        if (all == null && any == null && not == null && !members.containsKey("kind") && !members.containsKey("mix")) {
            throw new Fault(
                    "$",
                    new Fault.Words(
                            "There are no rules.",
                            "a member all or any with a list of rules",
                            "an object without them"));
        }
        RuleReader reader = new RuleReader();
        List<Rule> rules = new ArrayList<>();
        if (all != null) {
            rules.addAll(reader.group(all));
        } else if (any != null) {
            Rule.Any group = new Rule.Any(reader.group(any));
            return not == null ? group : new Rule.All(List.of(group, reader.not(not)));
        }
        if (not != null) {
            rules.add(reader.not(not));
        }
        return new Rule.All(rules);
    }

    private Definition.Order order() {
        Node sort = members.get("sort");
        String text = sort == null ? "title" : sort.text("names of fields with commas between them");
        boolean turned = false;
        Node order = members.get("order");
        if (order != null) {
            String word = order.text("asc or desc").strip().toLowerCase(Locale.ROOT);
            if (!Set.of("asc", "desc", "").contains(word)) {
                throw order.fault("There is no such order.", "asc or desc");
            }
            turned = word.equals("desc");
        }
        List<Definition.Key> keys = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                keys.add(key(sort, part.strip(), turned));
            }
        }
        if (keys.isEmpty()) {
            keys.add(new Definition.Key(RuleReader.field("title", new Node(null, "", "$")), turned));
        }
        return new Definition.Order(keys, seed());
    }

    private static Definition.Key key(@Nullable Node sort, String told, boolean turned) {
        boolean descending = told.startsWith("-");
        String word = descending || told.startsWith("+") ? told.substring(1).strip() : told;
        Field field = RuleReader.field(word, sort == null ? new Node(null, "", "sort") : sort);
        if (field.measure() == Measure.PLAYED) {
            throw new Fault(
                    "sort",
                    new Fault.Words("An item was played many times.", "firstplayed or lastplayed to sort by", word));
        }
        return new Definition.Key(field, descending != turned);
    }

    private String seed() {
        Node seed = members.get("seed");
        if (seed == null) {
            return Definition.Order.DAILY;
        }
        String text = seed.plain().strip().toLowerCase(Locale.ROOT);
        if (!text.matches("daily|weekly|-?\\d{1,18}")) {
            throw seed.fault("This is no seed.", "daily, weekly, or a whole number");
        }
        return text;
    }

    private Definition.Bounds bounds() {
        Node percent = members.get("limitPercent");
        Node unknown = members.get("unknownDates");
        return new Definition.Bounds(
                whole("limit", 0, LIMIT_MAX),
                percent == null ? 0 : Math.clamp(percent.whole(Integer.MIN_VALUE, Integer.MAX_VALUE), 0, 100),
                whole("offset", 0, LIMIT_MAX),
                duration(),
                perGroup(),
                unknown != null && unknown.oneOf("exclude", "include").equals("include"),
                members.containsKey("next") && members.get("next").flag());
    }

    /** Navidrome takes what is below its least as nothing. */
    private int whole(String name, int least, int most) {
        Node node = members.get(name);
        return node == null ? least : Math.max(least, node.whole(Integer.MIN_VALUE, most));
    }

    private @Nullable Span duration() {
        Node node = members.get("limitBy");
        if (node == null) {
            return null;
        }
        Node duration = node.need("duration");
        return RuleReader.span(duration);
    }

    private Definition.@Nullable PerGroup perGroup() {
        Node node = members.get("perGroup");
        if (node == null) {
            return null;
        }
        Node field = node.need("field");
        Field group = RuleReader.field(field.text("a field"), field);
        if (!Grouping.canGroup(group)) {
            throw field.fault("Items are not grouped by this.", String.join(", ", Grouping.WORDS));
        }
        return new Definition.PerGroup(group, node.need("max").whole(1, LIMIT_MAX));
    }

    private List<Definition.Part> mix() {
        Node node = members.get("mix");
        if (node == null) {
            return List.of();
        }
        List<Definition.Part> parts = new ArrayList<>();
        for (Node each : node.elements()) {
            Node weight = each.find("weight");
            parts.add(new Definition.Part(
                    each.need("list").text("the id of a playlist"), weight == null ? 1 : weight.whole(1, WEIGHT_MAX)));
        }
        if (parts.isEmpty() || parts.size() > MIX_MAX) {
            throw node.fault("A mix is made of lists.", "1 to " + MIX_MAX + " of {\"list\": id, \"weight\": n}");
        }
        return parts;
    }
}
