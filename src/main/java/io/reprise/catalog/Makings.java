package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.media.ContainerMention;
import io.reprise.media.Credit;
import io.reprise.media.CreditedName;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Creators and containers that no scrobble told of and a decision needs. They are numbered like all others; a rebuild
 * puts them back first, under the numbers that stand in the decisions, and gives those to nobody else.
 */
final class Makings {
    private Makings() {}

    /** The creators of these names, found or made. */
    static List<Content.Member> creators(Tx tx, UserId user, List<CreditedName> names) throws SQLException {
        List<Content.Member> members = new ArrayList<>();
        for (CreditedName name : names) {
            long key = CatalogKeys.creator(name.name());
            OptionalInt found = LedgerCopy.number(tx, user, SubjectKind.CREATOR, key);
            int number = found.isPresent() ? found.getAsInt() : newCreator(tx, user, key, name.name());
            members.add(new Content.Member(name.name(), name.join(), name.role(), number, found.isEmpty()));
        }
        return members;
    }

    private static int newCreator(Tx tx, UserId user, long key, String name) throws SQLException {
        CatalogHeadTable.Head head = CatalogHeadTable.lock(tx, user);
        head.creators++;
        MultiInsert creators = CatalogTable.creators(tx);
        creators.row(user.value(), head.creators, key, name);
        creators.flush();
        CatalogHeadTable.store(tx, user, head);
        return head.creators;
    }

    /** The container meant, found or made. */
    static Content.Home container(Tx tx, UserId user, Ruling.Move move) throws SQLException {
        ContainerMention mention = mention(move);
        long key = CatalogKeys.container(mention);
        OptionalInt found = LedgerCopy.number(tx, user, SubjectKind.CONTAINER, key);
        int number = found.isPresent() ? found.getAsInt() : newContainer(tx, user, key, mention);
        return new Content.Home(move.of(), move.title(), move.credit(), number, found.isEmpty(), move.untold());
    }

    private static ContainerMention mention(Ruling.Move move) {
        return new ContainerMention(move.of(), move.title(), Credit.of(move.credit(), "artist"));
    }

    private static int newContainer(Tx tx, UserId user, long key, ContainerMention mention) throws SQLException {
        CatalogHeadTable.Head head = CatalogHeadTable.lock(tx, user);
        head.containers++;
        MultiInsert containers = CatalogTable.containers(tx);
        containers.row(
                user.value(),
                head.containers,
                key,
                mention.kind().code(),
                mention.title(),
                mention.credit().text());
        containers.flush();
        CatalogHeadTable.store(tx, user, head);
        return head.containers;
    }

    /** What this decision made: things that are there for its sake alone. */
    static Set<Integer> madeBy(Decision decision) {
        Set<Integer> made = new HashSet<>();
        if (decision.kind() == DecisionKind.MOVE) {
            Content.Home home = Content.home(decision);
            if (home.made()) {
                made.add(home.container());
            }
        } else if (decision.kind() == DecisionKind.RECREDIT || decision.kind() == DecisionKind.SPLIT) {
            Content.members(decision).stream()
                    .filter(Content.Member::made)
                    .forEach(member -> made.add(member.creator()));
        }
        return made;
    }

    /** Puts back what decisions made, into a catalog that was cleared. */
    static void remake(Tx tx, UserId user) throws SQLException {
        MultiInsert creators = CatalogTable.creators(tx);
        MultiInsert containers = CatalogTable.containers(tx);
        for (Decision decision : DecisionTable.making(tx, user)) {
            if (decision.kind() == DecisionKind.MOVE) {
                Content.Home home = Content.home(decision);
                if (home.made()) {
                    ContainerMention mention = mention(new Ruling.Move(home.kind(), home.title(), home.credit()));
                    containers.row(
                            user.value(),
                            home.container(),
                            CatalogKeys.container(mention),
                            home.kind().code(),
                            mention.title(),
                            mention.credit().text());
                }
                continue;
            }
            for (Content.Member member : Content.members(decision)) {
                if (member.made()) {
                    creators.row(user.value(), member.creator(), CatalogKeys.creator(member.name()), member.name());
                }
            }
        }
        creators.flush();
        containers.flush();
    }
}
