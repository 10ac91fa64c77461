package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Streams a user's catalog in the order of its numbers, for readers that keep it in memory. Stateless; thread-safe. */
public final class CatalogRows {
    /** The season or number of an episode that was told without; 0 is that of specials. */
    public static final int UNTOLD = -1;

    private static final int FETCHED_ROWS = 10_000;
    private static final int IDS_MAX = 1_000;

    private CatalogRows() {}

    /**
     * How many of each there are, how often what was written before has changed, how many decisions the ledger has, and
     * how often what authorities told of things has changed.
     */
    public record Version(int items, int creators, int containers, long epoch, long decisions, long facts) {}

    /** Takes an item as it was told; {@code seconds} is 0 where the length is unknown. */
    @FunctionalInterface
    public interface ItemSink {
        void item(int number, int kind, String title, int seconds);
    }

    /** Takes an episode; {@code season} and {@code episode} are {@link #UNTOLD} where they were not told. */
    @FunctionalInterface
    public interface EpisodeSink {
        void episode(int number, int season, int episode);
    }

    /** Takes a creator. */
    @FunctionalInterface
    public interface CreatorSink {
        void creator(int number, String name);
    }

    /** Takes a container; {@code credit} is whom it is credited to, empty where that is unknown. */
    @FunctionalInterface
    public interface ContainerSink {
        void container(int number, int kind, String title, String credit);
    }

    /** Takes one place of an item's credit, in order. */
    @FunctionalInterface
    public interface CreditSink {
        void credit(int item, int creator);
    }

    /** Takes an outside id. */
    @FunctionalInterface
    public interface IdSink {
        void id(String scheme, String value);
    }

    public static Version version(Tx tx, UserId user) throws SQLException {
        CatalogHeadTable.Head head = CatalogHeadTable.read(tx, user);
        return new Version(head.items, head.creators, head.containers, head.epoch, head.decisions, head.facts);
    }

    /** Items, and of those that were told as episodes which they are. */
    public static void items(Tx tx, UserId user, int after, ItemSink sink, EpisodeSink episodes) throws SQLException {
        PreparedStatement select = after(
                tx,
                user,
                after,
                "number, kind, title, coalesce(seconds, 0), coalesce(season, -1), coalesce(episode, -1) from item");
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.item(row.getInt(1), row.getInt(2), row.getString(3), row.getInt(4));
                if (row.getInt(5) != UNTOLD || row.getInt(6) != UNTOLD) {
                    episodes.episode(row.getInt(1), row.getInt(5), row.getInt(6));
                }
            }
        }
    }

    public static void creators(Tx tx, UserId user, int after, CreatorSink sink) throws SQLException {
        PreparedStatement select = after(tx, user, after, "number, name from creator");
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.creator(row.getInt(1), row.getString(2));
            }
        }
    }

    public static void containers(Tx tx, UserId user, int after, ContainerSink sink) throws SQLException {
        PreparedStatement select = after(tx, user, after, "number, kind, title, credit from container");
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.container(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4));
            }
        }
    }

    /** The credits of the items with a number greater than {@code after}. */
    public static void credits(Tx tx, UserId user, int after, CreditSink sink) throws SQLException {
        PreparedStatement select = tx.prepare(
                "select item, creator from credit where user_id = ? and item > ?" + " order by item, position");
        select.setFetchSize(FETCHED_ROWS);
        select.setInt(1, user.value());
        select.setInt(2, after);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.credit(row.getInt(1), row.getInt(2));
            }
        }
    }

    /** The outside ids that were told for this canonical item or for one merged into it, at most {@value #IDS_MAX}. */
    public static void ids(Tx tx, UserId user, int item, IdSink sink) throws SQLException {
        PreparedStatement select = tx.prepare("select distinct e.scheme, e.value from item i "
                + "join external_id e on e.user_id = i.user_id and e.item = i.number "
                + "where i.user_id = ? and (i.number = ? or i.canonical = ?) order by e.scheme, e.value limit "
                + IDS_MAX);
        select.setInt(1, user.value());
        select.setInt(2, item);
        select.setInt(3, item);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.id(row.getString(1), row.getString(2));
            }
        }
    }

    /** Takes an outside id of an item as it was first found. */
    @FunctionalInterface
    public interface ItemIdSink {
        void id(int item, String value);
    }

    /** All outside ids of this scheme, in the order of items. */
    public static void idsOf(Tx tx, UserId user, String scheme, ItemIdSink sink) throws SQLException {
        PreparedStatement select =
                tx.prepare("select item, value from external_id where user_id = ? and scheme = ? order by item, value");
        select.setFetchSize(FETCHED_ROWS);
        select.setInt(1, user.value());
        select.setString(2, scheme);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.id(row.getInt(1), row.getString(2));
            }
        }
    }

    private static PreparedStatement after(Tx tx, UserId user, int after, String columnsAndTable) throws SQLException {
        PreparedStatement select =
                tx.prepare("select " + columnsAndTable + " where user_id = ? and number > ? order by number");
        select.setFetchSize(FETCHED_ROWS);
        select.setInt(1, user.value());
        select.setInt(2, after);
        return select;
    }
}
