package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.media.Fold;
import io.reprise.store.Tx;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code credit_rule}: at most one rule for each name. */
final class CreditRuleTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private CreditRuleTable() {}

    static void put(Tx tx, UserId user, CreditRule rule) {
        tx.handle()
                .createUpdate("""
                        insert into credit_rule (user_id, folded_name, name, kind, names)
                        values (:user, :folded, :name, :kind, :names)
                        on conflict (user_id, folded_name) do update
                        set name = excluded.name, kind = excluded.kind, names = excluded.names""")
                .bind("user", user.value())
                .bind("folded", Fold.fold(rule.name()))
                .bind("name", rule.name())
                .bind("kind", rule.kind().word())
                .bind("names", JSON.writeValueAsString(rule.into()))
                .execute();
    }

    /** Answers whether it was put: a rule of this name that is there stays. */
    static boolean putNew(Tx tx, UserId user, CreditRule rule) {
        boolean isThere = tx.handle()
                .createQuery("select 1 from credit_rule where user_id = :user and folded_name = :folded")
                .bind("user", user.value())
                .bind("folded", Fold.fold(rule.name()))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (!isThere) {
            put(tx, user, rule);
        }
        return !isThere;
    }

    static int count(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select count(*) from credit_rule where user_id = :user")
                .bind("user", user.value())
                .mapTo(Integer.class)
                .one();
    }

    static boolean remove(Tx tx, UserId user, String name) {
        return tx.handle()
                        .createUpdate("delete from credit_rule where user_id = :user and folded_name = :folded")
                        .bind("user", user.value())
                        .bind("folded", Fold.fold(name))
                        .execute()
                > 0;
    }

    static List<CreditRule> all(Tx tx, UserId user, int limit) {
        return tx.handle()
                .createQuery("select kind, name, names from credit_rule where user_id = :user"
                        + " order by folded_name limit :limit")
                .bind("user", user.value())
                .bind("limit", limit)
                .map((row, context) -> new CreditRule(
                        CreditRule.Kind.ofWord(row.getString("kind")).orElseThrow(),
                        row.getString("name"),
                        JSON.readValue(row.getString("names"), NAMES)))
                .list();
    }
}
