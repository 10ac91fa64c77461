package io.reprise.history;

import io.reprise.account.UserId;
import io.reprise.catalog.LedgerRows;
import io.reprise.catalog.SubjectKind;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the ledger says of the things of one library besides who is who: few words about few of them. */
final class Decided {
    static final Decided NOTHING = new Decided();

    private final Given items = new Given();
    private final Given creators = new Given();
    private final Given containers = new Given();
    private final Map<Integer, Integer> moved = new HashMap<>();
    /** Where plays belong that were told without a container. */
    private final Map<Integer, Integer> housed = new HashMap<>();

    private final BitSet ignoredItems = new BitSet();
    private final BitSet ignoredContainers = new BitSet();

    private Decided() {}

    static Decided read(Tx tx, UserId user) throws SQLException {
        Decided decided = new Decided();
        LedgerRows.identities(tx, user, decided::take);
        return decided;
    }

    private void take(LedgerRows.Said said) {
        int number = said.number();
        if (said.name() != null) {
            (said.kind() == SubjectKind.ITEM ? items : said.kind() == SubjectKind.CREATOR ? creators : containers)
                    .add(number, said.name());
        }
        if (said.container() != 0) {
            (said.untold() ? housed : moved).put(number, said.container());
        }
        if (said.ignored() && said.kind() == SubjectKind.ITEM) {
            ignoredItems.set(number);
        }
        if (said.ignored() && said.kind() == SubjectKind.CONTAINER) {
            ignoredContainers.set(number);
        }
    }

    @Nullable
    String itemName(int item) {
        return items.get(item);
    }

    @Nullable
    String creatorName(int creator) {
        return creators.get(creator);
    }

    @Nullable
    String containerName(int container) {
        return containers.get(container);
    }

    /** Whether every play counts for the container that was told. */
    boolean isSilentOnContainers() {
        return moved.isEmpty() && housed.isEmpty() && ignoredContainers.isEmpty();
    }

    /** The container that plays of this item count for, told from this one. */
    int container(int item, int told) {
        Map<Integer, Integer> homes = told == 0 && !moved.containsKey(item) ? housed : moved;
        int meant = homes.getOrDefault(item, told);
        return ignoredContainers.get(meant) ? 0 : meant;
    }

    boolean isIgnored(int item) {
        return ignoredItems.get(item);
    }

    boolean ignoresAny() {
        return !ignoredItems.isEmpty();
    }

    long weight() {
        return items.weight() + creators.weight() + containers.weight() + 48L * (moved.size() + housed.size());
    }
}
