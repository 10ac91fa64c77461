package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.media.ContainerMention;
import io.reprise.media.Credit;
import io.reprise.media.CreditedName;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Creators and containers that no scrobble told of and a decision needs: found or made in one step, which writes those
 * made at its {@link #end}. They are numbered like all others; a rebuild puts them back first, under the numbers that
 * stand in the decisions, and gives those to nobody else.
 */
final class Makings {
    private final Tx tx;
    private final UserId user;
    private final CatalogHeadTable.Head head;
    private final Known creators = new Known(SubjectKind.CREATOR);
    private final Known containers = new Known(SubjectKind.CONTAINER);
    private final MultiInsert newCreators;
    private final MultiInsert newContainers;

    /** {@code head} is locked; who stores it afterwards keeps the numbers that were given. */
    Makings(Tx tx, UserId user, CatalogHeadTable.Head head) {
        this.tx = tx;
        this.user = user;
        this.head = head;
        this.newCreators = CatalogTable.creators(tx);
        this.newContainers = CatalogTable.containers(tx);
    }

    /** The numbers of those of one kind that were looked for, by key. */
    private final class Known {
        private final SubjectKind kind;
        private final Numbers numbers = new Numbers();
        private final Numbers sought = new Numbers();

        Known(SubjectKind kind) {
            this.kind = kind;
        }

        void lookUp(Collection<Long> keys) throws SQLException {
            List<Long> fresh = keys.stream().filter(sought::add).toList();
            KeyedRows.load(tx, user, kind.table(), fresh, numbers);
        }

        /** 0 where there is none. */
        int find(long key) throws SQLException {
            lookUp(List.of(key));
            return numbers.get(key);
        }
    }

    /** Finds what these need, a few questions for all of them. */
    void lookUp(List<Ruling> rulings) throws SQLException {
        Set<Long> creatorKeys = new HashSet<>();
        Set<Long> containerKeys = new HashSet<>();
        for (Ruling ruling : rulings) {
            switch (ruling) {
                case Ruling.Recredit(var names) -> names.forEach(name -> creatorKeys.add(key(name)));
                case Ruling.Split(var names) -> names.forEach(name -> creatorKeys.add(key(name)));
                case Ruling.Move move -> containerKeys.add(CatalogKeys.container(mention(move)));
                case Ruling.Link link -> {}
                case Ruling.Unlink unlink -> {}
                case Ruling.Rename rename -> {}
                case Ruling.Ignore ignore -> {}
            }
        }
        creators.lookUp(creatorKeys);
        containers.lookUp(containerKeys);
    }

    private static long key(CreditedName name) {
        return CatalogKeys.creator(name.name());
    }

    /** The creators of these names, found or made. */
    List<Content.Member> creators(List<CreditedName> names) throws SQLException {
        List<Content.Member> members = new ArrayList<>();
        for (CreditedName name : names) {
            int found = creators.find(key(name));
            int number = found == 0 ? newCreator(name) : found;
            members.add(new Content.Member(name.name(), name.join(), name.role(), number, found == 0));
        }
        return members;
    }

    private int newCreator(CreditedName name) throws SQLException {
        head.creators++;
        newCreators.row(user.value(), head.creators, key(name), name.name());
        creators.numbers.put(key(name), head.creators);
        return head.creators;
    }

    /** The container meant, found or made. */
    Content.Home container(Ruling.Move move) throws SQLException {
        ContainerMention mention = mention(move);
        long key = CatalogKeys.container(mention);
        int found = containers.find(key);
        int number = found == 0 ? newContainer(key, mention) : found;
        return new Content.Home(move.of(), move.title(), move.credit(), number, found == 0, move.untold());
    }

    private static ContainerMention mention(Ruling.Move move) {
        return new ContainerMention(move.of(), move.title(), Credit.of(move.credit(), "artist"));
    }

    private int newContainer(long key, ContainerMention mention) throws SQLException {
        head.containers++;
        row(newContainers, user, head.containers, key, mention);
        containers.numbers.put(key, head.containers);
        return head.containers;
    }

    private static void row(MultiInsert rows, UserId user, int number, long key, ContainerMention mention)
            throws SQLException {
        rows.row(
                user.value(),
                number,
                key,
                mention.kind().code(),
                mention.title(),
                mention.credit().text());
    }

    /** Writes what was made. */
    void end() throws SQLException {
        newCreators.flush();
        newContainers.flush();
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
                    row(containers, user, home.container(), CatalogKeys.container(mention), mention);
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
