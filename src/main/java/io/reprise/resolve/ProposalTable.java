package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code proposal} and {@code resolve_head}. */
final class ProposalTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Match>> MATCHES = new TypeReference<>() {};
    private static final String COLUMNS = "number, item, created_at, source, rule, score, matches, state";

    private static final int COLUMN_COUNT = 10;

    private ProposalTable() {}

    /** A proposal that is to wait, and its item's credit as told at home. */
    record Draft(Proposal proposal, String credit) {}

    /** Adds proposals that wait, each instead of an older one about the same item. */
    static void add(Tx tx, UserId user, List<Draft> drafts) throws SQLException {
        PreparedStatement older = tx.prepare("delete from proposal where user_id = ? and item = ? and state = 0");
        for (Draft draft : drafts) {
            older.setInt(1, user.value());
            older.setInt(2, draft.proposal().item());
            older.executeUpdate();
        }
        long number = drafts.isEmpty() ? 0 : lastNumber(tx, user, drafts.size()) - drafts.size();
        MultiInsert rows = tx.insert("""
                insert into proposal (user_id, number, item, credit, created_at, source, rule, score, matches, state)""", COLUMN_COUNT, "");
        for (Draft draft : drafts) {
            Proposal proposal = draft.proposal();
            rows.row(
                    user.value(),
                    ++number,
                    proposal.item(),
                    draft.credit(),
                    proposal.createdAt(),
                    proposal.source(),
                    proposal.rule().name(),
                    proposal.score(),
                    JSON.writeValueAsString(proposal.matches()),
                    0);
        }
        rows.flush();
    }

    /** The last of so many new numbers. */
    private static long lastNumber(Tx tx, UserId user, int count) throws SQLException {
        PreparedStatement give = tx.prepare("""
                insert into resolve_head (user_id, proposals) values (?, ?)
                on conflict (user_id) do update set proposals = resolve_head.proposals + excluded.proposals
                returning proposals""");
        give.setInt(1, user.value());
        give.setInt(2, count);
        try (ResultSet row = give.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the head of user " + user.value() + " gave no numbers");
            }
            return row.getLong(1);
        }
    }

    static Optional<Proposal> find(Tx tx, UserId user, long number) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from proposal where user_id = :user and number = :number")
                .bind("user", user.value())
                .bind("number", number)
                .map((row, context) -> proposal(row))
                .findOne();
    }

    /** Those of one state after this number, in order. */
    static List<Proposal> after(Tx tx, UserId user, Proposal.State state, long number, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from proposal where user_id = :user and state = :state"
                        + " and number > :number order by number limit :limit")
                .bind("user", user.value())
                .bind("state", state.code())
                .bind("number", number)
                .bind("limit", limit)
                .map((row, context) -> proposal(row))
                .list();
    }

    /** Those that wait and whose item is credited as this one's is, after this number, in order. */
    static List<Proposal> alike(Tx tx, UserId user, long number, long after, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from proposal where user_id = :user and state = 0"
                        + " and number > :after and credit = (select credit from proposal"
                        + " where user_id = :user and number = :number) order by number limit :limit")
                .bind("user", user.value())
                .bind("number", number)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> proposal(row))
                .list();
    }

    static long waiting(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select count(*) from proposal where user_id = :user and state = 0")
                .bind("user", user.value())
                .mapTo(Long.class)
                .one();
    }

    static void answer(Tx tx, UserId user, long number, Proposal.State state, long at) {
        tx.handle()
                .createUpdate("update proposal set state = :state, answered_at = :at"
                        + " where user_id = :user and number = :number")
                .bind("state", state.code())
                .bind("at", at)
                .bind("user", user.value())
                .bind("number", number)
                .execute();
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getLong("number"),
                row.getInt("item"),
                row.getLong("created_at"),
                row.getString("source"),
                Rule.valueOf(row.getString("rule")),
                row.getDouble("score"),
                JSON.readValue(row.getString("matches"), MATCHES),
                Proposal.State.ofCode(row.getInt("state")));
    }
}
