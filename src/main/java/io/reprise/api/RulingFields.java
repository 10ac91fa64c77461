package io.reprise.api;

import io.reprise.catalog.DecisionKind;
import io.reprise.catalog.Ruling;
import io.reprise.media.ContainerKind;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a thing, as the members of a body tell it. */
final class RulingFields {
    private static final List<DecisionKind> KINDS = List.of(
            DecisionKind.LINK,
            DecisionKind.UNLINK,
            DecisionKind.RENAME,
            DecisionKind.RECREDIT,
            DecisionKind.SPLIT,
            DecisionKind.MOVE,
            DecisionKind.IGNORE);

    private RulingFields() {}

    static Ruling read(Fields fields) {
        DecisionKind kind = kind(fields);
        return switch (kind) {
            case LINK -> new Ruling.Link(id(fields));
            case UNLINK -> new Ruling.Unlink(id(fields));
            case RENAME -> new Ruling.Rename(fields.needText("name"));
            case RECREDIT -> new Ruling.Recredit(credit(fields));
            case SPLIT -> new Ruling.Split(credit(fields));
            case IGNORE -> new Ruling.Ignore();
            case MOVE -> move(fields.needObject("container"));
            case MERGE, UNDO, REMOVE_PLAY, KEEP_PLAY, RETRACT_RUN, DUPLICATE_RULE ->
                throw new IllegalStateException(kind.word() + " is not said of a thing");
        };
    }

    private static DecisionKind kind(Fields fields) {
        String word = fields.needText("type");
        return KINDS.stream()
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> fields.refused(
                        "type",
                        "one of " + KINDS.stream().map(DecisionKind::word).collect(Collectors.joining(", "))));
    }

    private static ExternalId id(Fields fields) {
        try {
            return ExternalId.parse(fields.needText("id"));
        } catch (IllegalArgumentException e) {
            throw fields.refused("id", "an id as scheme=value, such as isrc=GBAYE0601498");
        }
    }

    private static List<CreditedName> credit(Fields fields) {
        return fields.objects("credit").stream()
                .map(one -> {
                    String role = one.text("role");
                    // The spaces around a join phrase belong to it.
                    String join = one.has("join") ? one.needSecret("join") : "";
                    return new CreditedName(one.needText("name"), join, role == null ? "artist" : role);
                })
                .toList();
    }

    private static Ruling move(Fields container) {
        String word = container.needText("kind");
        ContainerKind kind = Arrays.stream(ContainerKind.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> container.refused(
                        "kind",
                        "one of "
                                + Arrays.stream(ContainerKind.values())
                                        .map(ContainerKind::word)
                                        .collect(Collectors.joining(", "))));
        String credit = container.text("credit");
        return new Ruling.Move(
                kind, container.needText("title"), credit == null ? "" : credit, container.flag("untold"));
    }
}
