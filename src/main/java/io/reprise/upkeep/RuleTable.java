package io.reprise.upkeep;

import io.reprise.account.UserId;
import io.reprise.job.JobId;
import io.reprise.play.DuplicateRule;
import io.reprise.play.RuleEffect;
import io.reprise.store.Tx;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code rule_preview}: the last answer of each user. */
final class RuleTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RuleTable() {}

    static int keep(Tx tx, UserId user, RulePreview preview) {
        return tx.handle()
                .createUpdate("""
                        insert into rule_preview (user_id, job, created_at, last_decision, rule, report)
                        values (:user, :job, :created, :last, :rule, :report)
                        on conflict (user_id) do update set job = excluded.job, created_at = excluded.created_at,
                        last_decision = excluded.last_decision, rule = excluded.rule, report = excluded.report""")
                .bind("user", user.value())
                .bind("job", preview.job().value())
                .bind("created", preview.at())
                .bind("last", preview.last())
                .bind("rule", preview.rule().text())
                .bind("report", JSON.writeValueAsString(preview.effect()))
                .execute();
    }

    static Optional<RulePreview> find(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("""
                        select job, created_at, last_decision, rule, report from rule_preview where user_id = :user""")
                .bind("user", user.value())
                .map((row, context) -> new RulePreview(
                        new JobId(row.getString("job")),
                        row.getLong("created_at"),
                        row.getLong("last_decision"),
                        DuplicateRule.read(row.getString("rule")),
                        JSON.readValue(row.getString("report"), RuleEffect.class)))
                .findOne();
    }

    static int delete(Tx tx, UserId user) {
        return tx.handle()
                .createUpdate("delete from rule_preview where user_id = :user")
                .bind("user", user.value())
                .execute();
    }
}
