package io.reprise.account;

import io.reprise.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code account}, and the periods of {@code zone_period}. */
final class AccountTable {
    private static final RowMapper<User> USER =
            (row, context) -> new User(new UserId(row.getInt("user_id")), row.getString("name"));

    private AccountTable() {}

    /** The number given; empty where the name is taken, or where another node took the number in this moment. */
    static Optional<UserId> insert(Tx tx, UserName name, String passwordHash, long createdAt) {
        int number = tx.handle().select("""
                        select 1 + coalesce(max(number), 0) from (
                            select max(user_id) as number from account
                            union all select max(number) from retired_account) as given""").mapTo(Integer.class).one();
        int inserted = tx.handle()
                .createUpdate("""
                        insert into account (user_id, name, folded_name, password_hash, created_at)
                        values (:user, :name, :folded, :hash, :created)
                        on conflict do nothing""")
                .bind("user", number)
                .bind("name", name.shown())
                .bind("folded", name.folded())
                .bind("hash", passwordHash)
                .bind("created", createdAt)
                .execute();
        return inserted == 1 ? Optional.of(new UserId(number)) : Optional.empty();
    }

    static Optional<User> byName(Tx tx, String folded) {
        return tx.handle()
                .select("select user_id, name from account where folded_name = ?", folded)
                .map(USER)
                .findOne();
    }

    static Optional<User> byId(Tx tx, UserId user) {
        return tx.handle()
                .select("select user_id, name from account where user_id = ?", user.value())
                .map(USER)
                .findOne();
    }

    /** Asked at every start, so without what JDBI would have to load first. */
    static boolean isAny(Tx tx) throws SQLException {
        try (ResultSet row = tx.prepare("select 1 from account limit 1").executeQuery()) {
            return row.next();
        }
    }

    static List<User> all(Tx tx, int limit) {
        return tx.handle()
                .select("select user_id, name from account order by user_id limit ?", limit)
                .map(USER)
                .list();
    }

    static String passwordHash(Tx tx, UserId user) {
        return tx.handle()
                .select("select password_hash from account where user_id = ?", user.value())
                .mapTo(String.class)
                .one();
    }

    static int setPasswordHash(Tx tx, UserId user, String hash) {
        return tx.handle().execute("update account set password_hash = ? where user_id = ?", hash, user.value());
    }

    static WeekStart weekStart(Tx tx, UserId user) {
        return tx.handle()
                .select("select week_start from account where user_id = ?", user.value())
                .mapTo(String.class)
                .findOne()
                .flatMap(WeekStart::ofWord)
                .orElse(WeekStart.MONDAY);
    }

    static int setWeekStart(Tx tx, UserId user, WeekStart start) {
        return tx.handle().execute("update account set week_start = ? where user_id = ?", start.word(), user.value());
    }

    static long createdAt(Tx tx, UserId user) {
        return tx.handle()
                .select("select created_at from account where user_id = ?", user.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}
