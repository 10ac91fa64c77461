package io.reprise.scrobble;

import io.reprise.account.UserId;
import io.reprise.media.Fingerprint;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the log. Stateless but for the formats; thread-safe. */
public final class ScrobbleLog {
    private final Formats formats;

    public ScrobbleLog(Formats formats) {
        this.formats = formats;
    }

    /** A stored scrobble with its payload and what it reads as, or why it cannot be read. */
    public sealed interface Entry {
        Scrobble scrobble();

        record Read(Fresh fresh, byte[] payload) implements Entry {
            @Override
            public Scrobble scrobble() {
                return fresh.scrobble();
            }
        }

        record Unread(Scrobble scrobble, byte[] payload, String reason) implements Entry {}
    }

    /** The last number given in this user's log, 0 where it is empty. */
    public long last(Tx tx, UserId user) throws SQLException {
        return HeadTable.scrobbles(tx, user);
    }

    /** The scrobbles with a number greater than {@code after}, in order, at most {@code limit}. */
    public List<Entry> after(Tx tx, UserId user, long after, int limit) throws SQLException {
        List<Scrobble> scrobbles = ScrobbleTable.after(tx, user, after, limit);
        if (scrobbles.isEmpty()) {
            return List.of();
        }
        Map<Long, byte[]> payloads = PayloadTable.between(
                tx, user, scrobbles.getFirst().number(), scrobbles.getLast().number());
        List<Entry> entries = new ArrayList<>(scrobbles.size());
        for (Scrobble scrobble : scrobbles) {
            entries.add(entry(scrobble, payloads.get(scrobble.number())));
        }
        return entries;
    }

    /** The scrobbles with a number greater than {@code after}, up to {@code upTo}. */
    public List<Entry> between(Tx tx, UserId user, long after, long upTo) throws SQLException {
        return after(tx, user, after, Math.toIntExact(upTo - after)).stream()
                .filter(entry -> entry.scrobble().number() <= upTo)
                .toList();
    }

    /** The scrobbles greater than {@code after} up to {@code upTo}, at most {@code limit} of them. */
    public record Part(long after, long upTo, int limit) {}

    /** What an import run brought of this part of the log, in order. */
    public List<Entry> ofRun(Tx tx, UserId user, int run, Part part) throws SQLException {
        List<Scrobble> scrobbles = ScrobbleTable.ofRun(tx, user, run, part);
        Map<Long, byte[]> payloads = PayloadTable.numbered(
                tx, user, scrobbles.stream().map(Scrobble::number).toList());
        return scrobbles.stream()
                .map(scrobble -> entry(scrobble, payloads.get(scrobble.number())))
                .toList();
    }

    /** One scrobble of this user. */
    public Optional<Entry> find(Tx tx, UserId user, long number) throws SQLException {
        return after(tx, user, number - 1, 1).stream()
                .filter(entry -> entry.scrobble().number() == number)
                .findFirst();
    }

    /** The scrobbles of these numbers, by number; what the log does not hold is left out. */
    public Map<Long, Entry> numbered(Tx tx, UserId user, Collection<Long> numbers) throws SQLException {
        Map<Long, byte[]> payloads = PayloadTable.numbered(tx, user, numbers);
        Map<Long, Entry> entries = new HashMap<>();
        rows(tx, user, numbers)
                .forEach((number, scrobble) -> entries.put(number, entry(scrobble, payloads.get(number))));
        return entries;
    }

    /** The rows of these numbers without their payloads, by number; what the log does not hold is left out. */
    public Map<Long, Scrobble> rows(Tx tx, UserId user, Collection<Long> numbers) throws SQLException {
        return ScrobbleTable.numbered(tx, user, numbers);
    }

    /** The payloads of these numbers, by number; blocks are read once however many of them they hold. */
    public Map<Long, byte[]> payloads(Tx tx, UserId user, Collection<Long> numbers) throws SQLException {
        return PayloadTable.numbered(tx, user, numbers);
    }

    /** Every origin of this user, by its number. */
    public Map<Integer, Origin> origins(Tx tx, UserId user) throws SQLException {
        PreparedStatement select =
                tx.prepare("select number, protocol, client, account from origin where user_id = ? order by number");
        select.setInt(1, user.value());
        Map<Integer, Origin> origins = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                origins.put(row.getInt(1), new Origin(row.getString(2), row.getString(3), row.getString(4)));
            }
        }
        return origins;
    }

    /** The number of an origin of this user; empty where nothing came from it. */
    public static OptionalInt originOf(Tx tx, UserId user, Origin origin) throws SQLException {
        PreparedStatement select = tx.prepare(
                "select number from origin where user_id = ? and protocol = ? and client = ? and account = ?");
        select.setInt(1, user.value());
        select.setString(2, origin.protocol());
        select.setString(3, origin.client());
        select.setString(4, origin.account());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
        }
    }

    private Entry entry(Scrobble scrobble, byte @Nullable [] payload) {
        if (payload == null) {
            return new Entry.Unread(
                    scrobble, new byte[0], "the payload of scrobble " + scrobble.number() + " is missing; run doctor");
        }
        try {
            Told told = formats.ofCode(scrobble.format()).decode(payload);
            return new Entry.Read(
                    new Fresh(
                            scrobble,
                            told,
                            Fingerprint.of(told.mention().identity()).key()),
                    payload);
        } catch (Unreadable e) {
            return new Entry.Unread(scrobble, payload, String.valueOf(e.getMessage()));
        }
    }
}
