package io.reprise.catalog;

import io.reprise.media.ContainerKind;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * How {@code decision.content} holds a credit or a container: as JSON, with the numbers that were found or made for it
 * when it was decided. What a decision made keeps its number in every rebuild.
 */
final class Content {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Member>> MEMBERS = new TypeReference<>() {};

    private Content() {}

    /** One place of a decided credit. */
    record Member(String name, String join, String role, int creator, boolean made) {
        CreditedName credited() {
            return new CreditedName(name, join, role);
        }
    }

    /** The container that an item was moved to. */
    record Home(ContainerKind kind, String title, String credit, int container, boolean made, boolean untold) {}

    static String of(List<Member> members) {
        return JSON.writeValueAsString(members);
    }

    static String of(Home home) {
        return JSON.writeValueAsString(home);
    }

    static List<Member> members(Decision decision) {
        return JSON.readValue(decision.content(), MEMBERS);
    }

    static Home home(Decision decision) {
        return JSON.readValue(decision.content(), Home.class);
    }

    /** What the decision says of its subject; null where it is about something else than what things are. */
    static @Nullable Ruling ruling(Decision decision) {
        return switch (decision.kind()) {
            case LINK -> new Ruling.Link(ExternalId.parse(decision.content()));
            case UNLINK -> new Ruling.Unlink(ExternalId.parse(decision.content()));
            case RENAME -> new Ruling.Rename(decision.content());
            case RECREDIT -> new Ruling.Recredit(credited(decision));
            case SPLIT -> new Ruling.Split(credited(decision));
            case IGNORE -> new Ruling.Ignore();
            case MOVE -> {
                Home home = home(decision);
                yield new Ruling.Move(home.kind(), home.title(), home.credit(), home.untold());
            }
            case MERGE, UNDO, REMOVE_PLAY, KEEP_PLAY, RETRACT_RUN, DUPLICATE_RULE -> null;
        };
    }

    private static List<CreditedName> credited(Decision decision) {
        return members(decision).stream().map(Member::credited).toList();
    }

    /** The draft with what the ruling says as its content; what it needs is found or made. */
    static Decision filled(Makings makings, Decision draft, Ruling ruling) throws SQLException {
        return switch (ruling) {
            case Ruling.Link(ExternalId id) -> draft.saying(null, id.toString());
            case Ruling.Unlink(ExternalId id) -> draft.saying(null, id.toString());
            case Ruling.Rename(String name) -> draft.saying(null, name);
            case Ruling.Ignore ignore -> draft;
            case Ruling.Recredit(var names) -> draft.saying(null, of(makings.creators(names)));
            case Ruling.Split(var names) -> {
                List<Member> members = makings.creators(names);
                long itself = members.stream()
                        .filter(member -> member.creator() == draft.subject())
                        .count();
                if (itself == members.size()) {
                    throw new Refusal("creator " + draft.subject()
                            + " is not several if all of them are itself; rename it or merge it instead");
                }
                yield draft.saying(null, of(members));
            }
            case Ruling.Move move -> {
                Home home = makings.container(move);
                yield draft.saying((long) home.container(), of(home));
            }
        };
    }
}
