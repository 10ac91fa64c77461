package io.reprise.account;

import io.reprise.store.Tx;
import java.time.ZoneId;
import java.util.List;

/** The table {@code zone_period}; {@code since} is in epoch seconds, UTC. */
final class ZoneTable {
    static final int PERIODS_MAX = 1_000;

    private ZoneTable() {}

    static void put(Tx tx, UserId user, ZoneHistory.Period period) {
        tx.handle().execute("""
                        insert into zone_period (user_id, since, zone) values (?, ?, ?)
                        on conflict (user_id, since) do update set zone = excluded.zone""", user.value(), period.since(), period.zone().getId());
    }

    static List<ZoneHistory.Period> of(Tx tx, UserId user) {
        return tx.handle()
                .select(
                        "select since, zone from zone_period where user_id = ? order by since limit ?",
                        user.value(),
                        PERIODS_MAX)
                .map((row, context) -> new ZoneHistory.Period(row.getLong("since"), ZoneId.of(row.getString("zone"))))
                .list();
    }
}
