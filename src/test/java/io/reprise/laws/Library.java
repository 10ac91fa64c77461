package io.reprise.laws;

import io.reprise.SettableClock;
import io.reprise.account.Calendar;
import io.reprise.account.UserId;
import io.reprise.account.ZoneHistory;
import io.reprise.catalog.Finder;
import io.reprise.catalog.Ledger;
import io.reprise.history.Histories;
import io.reprise.history.History;
import io.reprise.history.Keeping;
import io.reprise.play.Aggregator;
import io.reprise.play.Removal;
import io.reprise.scrobble.BulkIntake;
import io.reprise.scrobble.Formats;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Receipt;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.scrobble.Submission;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The domain over a real, empty store, wired as the server wires it, for tests. */
public final class Library implements AutoCloseable {
    public static final UserId ADA = new UserId(1);
    public static final UserId BEN = new UserId(2);

    public final SettableClock clock = SettableClock.at("2026-06-01T12:00:00Z");
    public final Map<UserId, ZoneHistory> zones =
            new ConcurrentHashMap<>(Map.of(ADA, ZoneHistory.of(ZoneId.of("Europe/Berlin"))));
    public final Database database;
    public final ScrobbleLog log = new ScrobbleLog(new Formats(List.of(LineFormat.INSTANCE)));
    public final Ledger ledger = new Ledger(clock);
    public final Aggregator aggregator;
    public final Removal removal;
    public final Intake intake;
    public final Histories histories;

    public Library(Dialect dialect) {
        this(Stores.fresh(dialect));
    }

    public Library(Database database) {
        this.database = database;
        aggregator = new Aggregator(database, log, ledger, this::zones);
        removal = new Removal(database, log, ledger, aggregator);
        intake = new Intake(database, clock, user -> {});
        histories = new Histories(database, log, this::calendar, Keeping.inMemory(64L << 20));
    }

    public ZoneHistory zones(UserId user) {
        return zones.getOrDefault(user, ZoneHistory.UTC);
    }

    public Calendar calendar(UserId user) {
        return Calendar.of(zones(user));
    }

    public static Origin origin(String client) {
        return new Origin("test", client, "");
    }

    /** Submits lines of {@link LineFormat} live, and reads them. */
    public List<Receipt> live(UserId user, String client, String... lines) {
        List<Submission> submissions = new ArrayList<>();
        for (String line : lines) {
            submissions.add(LineFormat.submission(line));
        }
        List<Receipt> receipts = intake.accept(user, origin(client), submissions);
        aggregator.catchUp(user);
        return receipts;
    }

    /** Stores and reads lines as an importer does, all in one transaction. */
    public List<Fresh> bulk(UserId user, String client, List<String> lines) {
        return bulk(user, client, lines, 1);
    }

    public List<Fresh> bulk(UserId user, String client, List<String> lines, int run) {
        BulkIntake bulk = intake.bulk(user, origin(client), run);
        List<Fresh> stored = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += BulkIntake.CHUNK_SUBMISSIONS_MAX) {
            List<Submission> some =
                    lines.subList(from, Math.min(lines.size(), from + BulkIntake.CHUNK_SUBMISSIONS_MAX)).stream()
                            .map(LineFormat::submission)
                            .toList();
            var chunk = bulk.prepare(some);
            stored.addAll(database.write(tx -> {
                List<Fresh> fresh = bulk.append(tx, List.of(chunk));
                aggregator.derive(tx, user, new Finder(user), fresh);
                return fresh;
            }));
            bulk.committed(List.of(chunk));
        }
        return stored;
    }

    public History history(UserId user) {
        aggregator.catchUp(user);
        return histories.of(user);
    }

    /** Counted plays by "creator - title". */
    public Map<String, Integer> totals(UserId user) {
        History history = history(user);
        Map<String, Integer> totals = new TreeMap<>();
        for (int i = 0; i < history.size(); i++) {
            int item = history.item(i);
            String name =
                    history.names().creditText(item) + " - " + history.names().title(item);
            totals.merge(name, 1, Integer::sum);
        }
        return totals;
    }

    /** Every row of every derived table of this user, as text, in order; the counters of changes are left out. */
    public List<String> readings(UserId user) {
        List<String> rows = new ArrayList<>();
        Map<String, String> tables = Map.ofEntries(
                Map.entry("item", "number, key, kind, title, seconds, canonical"),
                Map.entry("episode", "item, season, number"),
                Map.entry("creator", "number, key, name, canonical"),
                Map.entry("container", "number, key, kind, title, credit, canonical"),
                Map.entry("credit", "item, position, creator, name, phrase, role"),
                Map.entry("external_id", "item, scheme, value"),
                Map.entry("identity", "subject_kind, number, name, container, untold, ignored"),
                Map.entry("link", "subject_kind, number, scheme, value, confidence, decision"),
                Map.entry("decided_credit", "item, position, creator, name, phrase, role"),
                Map.entry("creator_part", "creator, position, part, phrase"),
                Map.entry("play", "at, number, item, container, seconds, day, origin, \"precision\", reason, part_of"),
                Map.entry("daily_plays", "day, item, plays, seconds, silent"),
                Map.entry("fact", "scheme, value, source, told_at, seconds, released, genres"),
                Map.entry("episode_list", "scheme, value, told_at, ended, episodes"),
                Map.entry("catalog_head", "items, creators, containers"),
                Map.entry("play_head", "derived, coarse"));
        tables.forEach((table, columns) -> rows.addAll(database.read(tx -> tx.handle()
                .createQuery("select " + columns + " from " + table + " where user_id = :user")
                .bind("user", user.value())
                .mapToMap()
                .map(row -> table + " " + new TreeMap<>(row))
                .list())));
        rows.sort(null);
        return rows;
    }

    public long count(String sql, UserId user) {
        return database.read(tx -> tx.handle()
                .createQuery(sql)
                .bind("user", user.value())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        database.close();
    }
}
