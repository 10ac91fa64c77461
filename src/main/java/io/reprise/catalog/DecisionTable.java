package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.store.MultiInsert;
import io.reprise.store.Sought;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** {@code decision}: rows are added and read, never changed. */
final class DecisionTable {
    private static final String COLUMNS =
            "number, decided_at, decided_by, kind, subject_kind, subject, object, content, confidence,"
                    + " because, evidence";
    private static final int COLUMN_COUNT = 12;
    private static final int SUBJECTS_MAX = 100;

    private DecisionTable() {}

    static MultiInsert rows(Tx tx) {
        return tx.insert("insert into decision (user_id, " + COLUMNS + ")", COLUMN_COUNT, "");
    }

    static void add(MultiInsert rows, UserId user, Decision decision) throws SQLException {
        rows.row(
                user.value(),
                decision.number(),
                decision.decidedAt(),
                decision.by(),
                decision.kind().code(),
                decision.subjectKind().code(),
                decision.subject(),
                decision.object(),
                decision.content(),
                decision.confidence(),
                decision.because(),
                decision.evidence());
    }

    static List<Decision> after(Tx tx, UserId user, long after, int limit) throws SQLException {
        PreparedStatement select = tx.prepare(
                "select " + COLUMNS + " from decision where user_id = ? and number > ? order by number limit ?");
        select.setInt(1, user.value());
        select.setLong(2, after);
        select.setInt(3, limit);
        return list(select);
    }

    /** The newest first. */
    static List<Decision> before(Tx tx, UserId user, long before, int limit) throws SQLException {
        PreparedStatement select = tx.prepare(
                "select " + COLUMNS + " from decision where user_id = ? and number < ? order by number desc limit ?");
        select.setInt(1, user.value());
        select.setLong(2, before);
        select.setInt(3, limit);
        return list(select);
    }

    /** Every decision about subjects of one kind, in order; read whole, for the answer depends on all of them. */
    static List<Decision> about(Tx tx, UserId user, SubjectKind kind) throws SQLException {
        PreparedStatement select = tx.prepare(
                "select " + COLUMNS + " from decision where user_id = ? and subject_kind = ? order by number");
        select.setInt(1, user.value());
        select.setInt(2, kind.code());
        return list(select);
    }

    static List<Decision> about(Tx tx, UserId user, SubjectKind kind, Collection<Long> subjects) throws SQLException {
        List<Decision> decisions = new ArrayList<>();
        List<Long> all = subjects.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += SUBJECTS_MAX) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + SUBJECTS_MAX));
            PreparedStatement select = tx.prepare(Sought.of(some.size()) + " select " + COLUMNS
                    + " from sought cross join decision"
                    + " where user_id = ? and subject_kind = ? and subject = sought.value"
                    + " order by number");
            for (int i = 0; i < some.size(); i++) {
                select.setLong(i + 1, some.get(i));
            }
            select.setInt(some.size() + 1, user.value());
            select.setInt(some.size() + 2, kind.code());
            decisions.addAll(list(select));
        }
        return decisions;
    }

    /** Decisions about the subjects after this one, in the order of subjects and then of numbers. */
    static List<Decision> aboutAfter(Tx tx, UserId user, SubjectKind kind, long subject, int limit)
            throws SQLException {
        PreparedStatement select = tx.prepare("select " + COLUMNS + " from decision"
                + " where user_id = ? and subject_kind = ? and subject > ? order by subject, number limit ?");
        select.setInt(1, user.value());
        select.setInt(2, kind.code());
        select.setLong(3, subject);
        select.setInt(4, limit);
        return list(select);
    }

    /** Every decision that may have made something; few, and read whole by a rebuild only. */
    static List<Decision> making(Tx tx, UserId user) throws SQLException {
        PreparedStatement select = tx.prepare(
                "select " + COLUMNS + " from decision where user_id = ? and kind in (13, 14, 16) order by number");
        select.setInt(1, user.value());
        return list(select);
    }

    /** Every merge of one kind, in order, whether it holds or not; read whole, for each depends on those before. */
    static List<Pointers.Merge> merges(Tx tx, UserId user, SubjectKind kind) throws SQLException {
        PreparedStatement select = tx.prepare("select number, subject, object from decision"
                + " where user_id = ? and subject_kind = ? and kind = 1 order by number");
        select.setInt(1, user.value());
        select.setInt(2, kind.code());
        List<Pointers.Merge> merges = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                merges.add(new Pointers.Merge(row.getLong(1), row.getInt(2), row.getInt(3)));
            }
        }
        return merges;
    }

    /** Every undo, in order; read whole, for an undo may be undone by a later one. */
    static List<Pointers.Undo> undos(Tx tx, UserId user) throws SQLException {
        PreparedStatement select =
                tx.prepare("select number, subject from decision where user_id = ? and kind = 2 order by number");
        select.setInt(1, user.value());
        List<Pointers.Undo> undos = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                undos.add(new Pointers.Undo(row.getLong(1), row.getLong(2)));
            }
        }
        return undos;
    }

    static boolean any(Tx tx, UserId user, SubjectKind kind) throws SQLException {
        PreparedStatement select = tx.prepare("select 1 from decision where user_id = ? and subject_kind = ? limit 1");
        select.setInt(1, user.value());
        select.setInt(2, kind.code());
        try (ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    private static List<Decision> list(PreparedStatement select) throws SQLException {
        List<Decision> decisions = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Long object = row.getObject(7) == null ? null : (Long) row.getLong(7);
                decisions.add(new Decision(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        DecisionKind.ofCode(row.getInt(4)),
                        SubjectKind.ofCode(row.getInt(5)),
                        row.getLong(6),
                        object,
                        row.getString(8),
                        row.getDouble(9),
                        row.getString(10),
                        row.getString(11)));
            }
        }
        return decisions;
    }
}
