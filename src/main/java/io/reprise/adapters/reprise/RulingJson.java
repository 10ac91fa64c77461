package io.reprise.adapters.reprise;

import io.reprise.catalog.DecisionKind;
import io.reprise.catalog.Refusal;
import io.reprise.catalog.Ruling;
import io.reprise.imports.JsonRow;
import io.reprise.media.ContainerKind;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** What a decision says of a thing, as members of its line. */
final class RulingJson {
    private RulingJson() {}

    /** Writes them into the object that is open. */
    static void write(JsonGenerator json, Ruling ruling) {
        switch (ruling) {
            case Ruling.Link(ExternalId id) -> json.writeStringProperty("id", id.toString());
            case Ruling.Unlink(ExternalId id) -> json.writeStringProperty("id", id.toString());
            case Ruling.Rename(String name) -> json.writeStringProperty("name", name);
            case Ruling.Ignore ignore -> {}
            case Ruling.Recredit(var names) -> credit(json, names);
            case Ruling.Split(var names) -> credit(json, names);
            case Ruling.Move move -> {
                json.writeObjectPropertyStart("container");
                json.writeStringProperty("kind", move.of().word());
                json.writeStringProperty("title", move.title());
                json.writeStringProperty("credit", move.credit());
                if (move.untold()) {
                    json.writeBooleanProperty("untold", true);
                }
                json.writeEndObject();
            }
        }
    }

    private static void credit(JsonGenerator json, List<CreditedName> names) {
        json.writeArrayPropertyStart("credit");
        for (CreditedName name : names) {
            json.writeStartObject();
            json.writeStringProperty("name", name.name());
            json.writeStringProperty("join", name.join());
            json.writeStringProperty("role", name.role());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Reads what a decision of this kind says. */
    static Ruling read(DecisionKind kind, JsonRow row) throws Unreadable {
        try {
            return switch (kind) {
                case LINK -> new Ruling.Link(ExternalId.parse(row.needText("id")));
                case UNLINK -> new Ruling.Unlink(ExternalId.parse(row.needText("id")));
                case RENAME -> new Ruling.Rename(row.needText("name"));
                case IGNORE -> new Ruling.Ignore();
                case RECREDIT -> new Ruling.Recredit(credit(row));
                case SPLIT -> new Ruling.Split(credit(row));
                case MOVE -> {
                    JsonRow container = Brought.object(row, "container");
                    String credit = container.text("credit");
                    yield new Ruling.Move(
                            containerKind(container.needText("kind")),
                            container.needText("title"),
                            credit == null ? "" : credit,
                            container.flag("untold"));
                }
                case MERGE, UNDO, REMOVE_PLAY, KEEP_PLAY, RETRACT_RUN, DUPLICATE_RULE ->
                    throw new IllegalArgumentException(kind.word() + " says nothing of a thing");
            };
        } catch (Refusal | IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<CreditedName> credit(JsonRow row) throws Unreadable {
        List<CreditedName> names = new ArrayList<>();
        for (JsonRow one : row.objects("credit")) {
            String join = one.text("join");
            String role = one.text("role");
            names.add(new CreditedName(one.needText("name"), join == null ? "" : join, role == null ? "artist" : role));
        }
        return names;
    }

    private static ContainerKind containerKind(String word) throws Unreadable {
        for (ContainerKind kind : ContainerKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new Unreadable("container.kind: expected one of "
                + Arrays.stream(ContainerKind.values()).map(ContainerKind::word).collect(Collectors.joining(", "))
                + ", got " + word);
    }
}
