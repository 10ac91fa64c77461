package io.reprise.history;

import io.reprise.account.UserId;
import io.reprise.catalog.CatalogRows;
import io.reprise.catalog.LedgerRows;
import io.reprise.catalog.SubjectKind;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts decided credits in the place of those told, creators that are several in their parts, and leaves out creators
 * that are ignored. Told credits come in the order of items.
 */
final class Recredits {
    private static final int PARTS_DEEP_MAX = 8;

    private final TreeMap<Integer, List<Integer>> decided = new TreeMap<>();
    private final Map<Integer, List<Integer>> parts = new HashMap<>();
    private final Set<Integer> ignored = new HashSet<>();
    private int before;

    private Recredits(int before) {
        this.before = before;
    }

    /** For the items after {@code after}. */
    static Recredits read(Tx tx, UserId user, int after) throws SQLException {
        Recredits recredits = new Recredits(after);
        LedgerRows.credits(
                tx,
                user,
                (item, creator) -> recredits
                        .decided
                        .computeIfAbsent(item, any -> new ArrayList<>())
                        .add(creator));
        LedgerRows.parts(
                tx,
                user,
                (creator, part) -> recredits
                        .parts
                        .computeIfAbsent(creator, any -> new ArrayList<>())
                        .add(part));
        LedgerRows.identities(tx, user, said -> {
            if (said.ignored() && said.kind() == SubjectKind.CREATOR) {
                recredits.ignored.add(said.number());
            }
        });
        return recredits;
    }

    /** The credit as told names this creator next. */
    void told(int item, int creator, CatalogRows.CreditSink sink) {
        if (item != before) {
            between(before, item + 1, sink);
            before = item;
        }
        if (!decided.containsKey(item)) {
            add(item, creator, sink, 0);
        }
    }

    /** No more is told; {@code last} is the last item there is. */
    void end(int last, CatalogRows.CreditSink sink) {
        between(before, last + 1, sink);
    }

    private void between(int after, int until, CatalogRows.CreditSink sink) {
        if (!decided.isEmpty()) {
            decided.subMap(after + 1, Math.max(after + 1, until))
                    .forEach((item, creators) -> creators.forEach(creator -> add(item, creator, sink, 0)));
        }
    }

    private void add(int item, int creator, CatalogRows.CreditSink sink, int deep) {
        List<Integer> several = parts.isEmpty() ? List.of() : parts.getOrDefault(creator, List.of());
        if (!several.isEmpty() && deep < PARTS_DEEP_MAX) {
            for (int part : several) {
                if (part == creator) {
                    once(item, part, sink);
                } else {
                    add(item, part, sink, deep + 1);
                }
            }
        } else {
            once(item, creator, sink);
        }
    }

    /** A creator that stands for itself. */
    private void once(int item, int creator, CatalogRows.CreditSink sink) {
        if (!ignored.contains(creator)) {
            sink.credit(item, creator);
        }
    }
}
