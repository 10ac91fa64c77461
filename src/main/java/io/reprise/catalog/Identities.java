package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.media.ExternalId;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads off the ledger what holds of single things, and writes it down for those who answer questions. */
final class Identities {
    private static final int DECISIONS_AT_A_TIME_MAX = 5_000;

    private final Tx tx;
    private final UserId user;
    private final Set<Long> undone;
    private final MultiInsert identities;
    private final MultiInsert links;
    private final MultiInsert credits;
    private final MultiInsert parts;

    /** {@code undone}: the decisions that no longer hold. */
    Identities(Tx tx, UserId user, Set<Long> undone) {
        this.tx = tx;
        this.user = user;
        this.undone = undone;
        identities = IdentityTable.identities(tx);
        links = IdentityTable.links(tx);
        credits = IdentityTable.credits(tx);
        parts = IdentityTable.parts(tx);
    }

    /** Forgets what is known of one thing, so that it can be written anew. */
    void drop(SubjectKind kind, long number) throws SQLException {
        IdentityTable.drop(tx, user, kind, number);
    }

    /** Writes what is known of these things of one kind, of which all that was decided is given by number. */
    void write(SubjectKind kind, Map<Long, List<Decision>> about) throws SQLException {
        for (Map.Entry<Long, List<Decision>> one : about.entrySet()) {
            write(kind, Math.toIntExact(one.getKey()), one.getValue());
        }
        flush();
    }

    /** Writes anew what is known of everything. */
    void recomputeAll() throws SQLException {
        IdentityTable.clear(tx, user);
        for (SubjectKind kind : SubjectKind.THINGS) {
            long after = 0;
            boolean more = true;
            while (more) {
                List<Decision> page = DecisionTable.aboutAfter(tx, user, kind, after, DECISIONS_AT_A_TIME_MAX);
                more = page.size() == DECISIONS_AT_A_TIME_MAX;
                Map<Long, List<Decision>> about = new LinkedHashMap<>();
                page.forEach(decision -> about.computeIfAbsent(decision.subject(), any -> new ArrayList<>())
                        .add(decision));
                if (more && about.size() > 1) {
                    // The last one may go on in the next page, so it is left for that.
                    about.remove(page.getLast().subject());
                } else if (more) {
                    long one = page.getLast().subject();
                    about.put(one, DecisionTable.about(tx, user, kind, List.of(one)));
                }
                for (Map.Entry<Long, List<Decision>> one : about.entrySet()) {
                    write(kind, Math.toIntExact(one.getKey()), one.getValue());
                    after = one.getKey();
                }
            }
        }
        flush();
    }

    private void flush() throws SQLException {
        identities.flush();
        links.flush();
        credits.flush();
        parts.flush();
    }

    /** What holds of one thing; the later decision about the same wins. */
    private static final class Held {
        @Nullable
        String name;

        @Nullable
        Integer container;

        boolean untold;
        boolean ignored;
        List<Content.Member> credit = List.of();
        List<Content.Member> parts = List.of();
        final Map<ExternalId, Decision> links = new LinkedHashMap<>();

        void take(Decision decision) {
            switch (decision.kind()) {
                case RENAME -> name = decision.content();
                case MOVE -> {
                    Content.Home home = Content.home(decision);
                    container = home.container();
                    untold = home.untold();
                }
                case IGNORE -> ignored = true;
                case RECREDIT -> credit = Content.members(decision);
                case SPLIT -> parts = Content.members(decision);
                case LINK, UNLINK -> links.put(ExternalId.parse(decision.content()), decision);
                case MERGE, UNDO, REMOVE_PLAY, KEEP_PLAY, RETRACT_RUN, DUPLICATE_RULE -> {}
            }
        }

        boolean isNothing() {
            return name == null && container == null && !ignored;
        }
    }

    private void write(SubjectKind kind, int number, List<Decision> decisions) throws SQLException {
        Held held = new Held();
        decisions.stream()
                .filter(decision -> !undone.contains(decision.number()))
                .forEach(held::take);
        if (!held.isNothing()) {
            int untold = held.untold ? 1 : 0;
            int ignored = held.ignored ? 1 : 0;
            identities.row(user.value(), kind.code(), number, held.name, held.container, untold, ignored);
        }
        for (Map.Entry<ExternalId, Decision> link : held.links.entrySet()) {
            Decision decision = link.getValue();
            links.row(
                    user.value(),
                    kind.code(),
                    number,
                    link.getKey().scheme(),
                    link.getKey().value(),
                    decision.kind() == DecisionKind.UNLINK ? 0.0 : decision.confidence(),
                    decision.number());
        }
        for (int i = 0; i < held.credit.size(); i++) {
            Content.Member one = held.credit.get(i);
            credits.row(user.value(), number, i, one.creator(), one.name(), one.join(), one.role());
        }
        for (int i = 0; i < held.parts.size(); i++) {
            Content.Member one = held.parts.get(i);
            parts.row(user.value(), number, i, one.creator(), one.join());
        }
    }
}
