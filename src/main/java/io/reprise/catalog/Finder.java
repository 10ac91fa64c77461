package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.media.ContainerMention;
import io.reprise.media.Credit;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the item and the container a mention means, or makes them. Mentions are taken strictly in the order of their
 * scrobbles, so numbers do not depend on how the work is cut. A found item keeps its number and title; a credit that
 * names more creators replaces the one before, and an unknown length is filled in.
 *
 * <p>One finder serves one user and one thread. It remembers what it found, so it lives for one import run (or one live
 * step) and is dropped when a transaction it worked in fails.
 */
public final class Finder {
    private static final int REMEMBERED_MAX = 2_000_000;
    private static final int IDS_REMEMBERED_MAX = 500_000;

    private final UserId user;
    private final Numbers items = new Numbers();
    private final Numbers containers = new Numbers();
    private final Numbers creators = new Numbers();
    private final Map<ContainerMention, Long> containerKeys = new HashMap<>();
    private final Map<String, Long> creatorKeys = new HashMap<>();
    private final KnownItems known = new KnownItems();
    /** Item and hash of each id seen; a set. */
    private final Numbers ids = new Numbers();
    /** Numbers that decisions hold while a catalog is made anew; null until the first step. */
    private @Nullable Held held;

    public Finder(UserId user) {
        this.user = user;
    }

    /** A mention to be found, with the 64-bit key of its identity. */
    public record Sought(Mention mention, long key) {}

    /** What was found: the item's number, and the container's, 0 where the mention names none. */
    public record Found(int item, int container) {}

    private record Held(Set<Integer> creators, Set<Integer> containers) {
        static Held above(Tx tx, UserId user, CatalogHeadTable.Head head) throws SQLException {
            return new Held(
                    CatalogTable.above(tx, user, SubjectKind.CREATOR, head.creators),
                    CatalogTable.above(tx, user, SubjectKind.CONTAINER, head.containers));
        }

        static int next(int last, Set<Integer> held) {
            int next = last + 1;
            while (held.contains(next)) {
                next++;
            }
            return next;
        }
    }

    /** Finds or makes all of them, in order, inside the caller's step. */
    public List<Found> find(Tx tx, List<Sought> sought) throws SQLException {
        forgetWhereTooMuch();
        CatalogHeadTable.Head head = CatalogHeadTable.lock(tx, user);
        if (held == null) {
            held = Held.above(tx, user, head);
        }
        Step step = new Step(tx, head, held);
        step.load(sought);
        List<Found> found = new ArrayList<>(sought.size());
        for (int i = 0; i < sought.size(); i++) {
            found.add(new Found(step.item(sought.get(i)), step.container(sought.get(i), i)));
        }
        step.flush();
        return found;
    }

    private void forgetWhereTooMuch() {
        if (items.size() + containers.size() + creators.size() > REMEMBERED_MAX) {
            items.clear();
            containers.clear();
            creators.clear();
            known.clear();
        }
        if (ids.size() > IDS_REMEMBERED_MAX) {
            ids.clear();
        }
        if (containerKeys.size() > IDS_REMEMBERED_MAX) {
            containerKeys.clear();
        }
        if (creatorKeys.size() > IDS_REMEMBERED_MAX) {
            creatorKeys.clear();
        }
    }

    private long containerKey(ContainerMention mention) {
        return containerKeys.computeIfAbsent(mention, CatalogKeys::container);
    }

    private long creatorKey(CreditedName name) {
        return creatorKeys.computeIfAbsent(name.name(), CatalogKeys::creator);
    }

    /** One call of {@link #find}: the rows it makes. */
    private final class Step {
        private final Tx tx;
        private final CatalogHeadTable.Head head;
        private final Held reserved;
        private final MultiInsert newItems;
        private final MultiInsert newCreators;
        private final MultiInsert newContainers;
        private final MultiInsert newCredits;
        private final MultiInsert newIds;
        /** Of the container of each mention sought, 0 where it names none. */
        private long[] containersSought = new long[0];

        Step(Tx tx, CatalogHeadTable.Head head, Held reserved) {
            this.tx = tx;
            this.head = head;
            this.reserved = reserved;
            newItems = CatalogTable.items(tx);
            newCreators = CatalogTable.creators(tx);
            newContainers = CatalogTable.containers(tx);
            newCredits = CatalogTable.credits(tx);
            newIds = CatalogTable.ids(tx);
        }

        void load(List<Sought> sought) throws SQLException {
            KeyedRows.load(tx, user, "item", missing(sought), items);
            Set<Long> missingContainers = new HashSet<>();
            Set<Integer> unread = new HashSet<>();
            Set<Long> missingCreators = new HashSet<>();
            containersSought = new long[sought.size()];
            for (int place = 0; place < sought.size(); place++) {
                Sought one = sought.get(place);
                long container =
                        one.mention().container().map(Finder.this::containerKey).orElse(0L);
                containersSought[place] = container;
                if (container != 0 && containers.get(container) == 0) {
                    missingContainers.add(container);
                }
                int item = items.get(one.key());
                if (item == 0) {
                    one.mention().credit().names().forEach(name -> missingCreators.add(creatorKey(name)));
                } else if (known.get(item) == null) {
                    unread.add(item);
                }
            }
            KeyedRows.load(tx, user, "container", missingContainers, containers);
            KeyedRows.load(tx, user, "creator", missingCreators, creators);
            CatalogTable.known(tx, user, unread).forEach(known::put);
        }

        private Collection<Long> missing(List<Sought> sought) {
            Set<Long> missing = new HashSet<>();
            for (Sought one : sought) {
                if (items.get(one.key()) == 0) {
                    missing.add(one.key());
                }
            }
            return missing;
        }

        int item(Sought sought) throws SQLException {
            Mention mention = sought.mention();
            int item = items.get(sought.key());
            if (item == 0) {
                item = ++head.items;
                items.put(sought.key(), item);
                Mention.Episode episode = mention instanceof Mention.Episode told ? told : null;
                newItems.row(
                        user.value(),
                        item,
                        sought.key(),
                        mention.kind().code(),
                        mention.title(),
                        mention.length(),
                        episode == null ? null : episode.season(),
                        episode == null ? null : episode.number());
                credit(item, mention.credit());
                known.put(
                        item,
                        new CatalogTable.Known(
                                lengthOf(mention), mention.credit().names().size()));
            } else {
                enrich(item, mention);
            }
            for (ExternalId id : mention.ids()) {
                if (ids.add((long) item << 32 | (id.hashCode() & 0xffff_ffffL))) {
                    CatalogTable.idRow(newIds, user, item, id);
                }
            }
            return item;
        }

        private void enrich(int item, Mention mention) throws SQLException {
            CatalogTable.Known before = known.get(item);
            if (before == null) {
                throw new IllegalStateException(
                        "item " + item + " was found but not read; the catalog changed under this step");
            }
            int names = mention.credit().names().size();
            boolean longer = before.seconds() == 0 && lengthOf(mention) > 0;
            if (longer) {
                newItems.flush();
                CatalogTable.setSeconds(tx, user, item, lengthOf(mention));
                head.epoch++;
            }
            if (names > before.names()) {
                newCredits.flush();
                CatalogTable.deleteCredit(tx, user, item);
                KeyedRows.load(
                        tx,
                        user,
                        "creator",
                        mention.credit().names().stream()
                                .map(Finder.this::creatorKey)
                                .toList(),
                        creators);
                credit(item, mention.credit());
                head.epoch++;
            }
            if (longer || names > before.names()) {
                int seconds = longer ? lengthOf(mention) : before.seconds();
                known.put(item, new CatalogTable.Known(seconds, Math.max(names, before.names())));
            }
        }

        private void credit(int item, Credit credit) throws SQLException {
            for (int i = 0; i < credit.names().size(); i++) {
                CreditedName name = credit.names().get(i);
                newCredits.row(user.value(), item, i, creator(name), name.name(), name.join(), name.role());
            }
        }

        private int creator(CreditedName name) throws SQLException {
            long key = creatorKey(name);
            int creator = creators.get(key);
            if (creator == 0) {
                head.creators = Held.next(head.creators, reserved.creators());
                creator = head.creators;
                creators.put(key, creator);
                newCreators.row(user.value(), creator, key, name.name());
            }
            return creator;
        }

        int container(Sought sought, int place) throws SQLException {
            long key = containersSought[place];
            if (key == 0) {
                return 0;
            }
            int container = containers.get(key);
            if (container == 0) {
                head.containers = Held.next(head.containers, reserved.containers());
                container = head.containers;
                containers.put(key, container);
                ContainerMention mention = sought.mention().container().orElseThrow();
                newContainers.row(
                        user.value(),
                        container,
                        key,
                        mention.kind().code(),
                        mention.title(),
                        mention.credit().text());
            }
            return container;
        }

        void flush() throws SQLException {
            newItems.flush();
            newCreators.flush();
            newContainers.flush();
            newCredits.flush();
            newIds.flush();
            CatalogHeadTable.store(tx, user, head);
        }

        private static int lengthOf(Mention mention) {
            Integer length = mention.length();
            return length == null ? 0 : length;
        }
    }
}
