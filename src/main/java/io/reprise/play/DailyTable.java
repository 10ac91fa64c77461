package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code daily_plays}: counted plays, their seconds, and how many have none, for each local day and item. */
final class DailyTable {
    private DailyTable() {}

    private record DayItem(int day, int item) {}

    private static final class Sum {
        private int plays;
        private int seconds;
        private int silent;
    }

    /** What a step changes, summed before it is written. */
    static final class Changes {
        private final Map<DayItem, Sum> sums = new LinkedHashMap<>();
        private boolean removes;

        void add(Play play) {
            change(play, 1);
        }

        void remove(Play play) {
            change(play, -1);
            removes = true;
        }

        private void change(Play play, int sign) {
            if (play.isCounted()) {
                Sum sum = sums.computeIfAbsent(new DayItem(play.day(), play.item()), none -> new Sum());
                sum.plays += sign;
                sum.seconds += sign * play.secondsOrZero();
                sum.silent += play.secondsOrZero() == 0 ? sign : 0;
            }
        }

        void store(Tx tx, UserId user) throws SQLException {
            MultiInsert insert =
                    tx.insert("insert into daily_plays (user_id, day, item, plays, seconds, silent)", 6, """
                    on conflict (user_id, day, item) do update
                    set plays = daily_plays.plays + excluded.plays, seconds = daily_plays.seconds + excluded.seconds,
                        silent = daily_plays.silent + excluded.silent
                    """);
            for (Map.Entry<DayItem, Sum> entry : sums.entrySet()) {
                Sum sum = entry.getValue();
                if (sum.plays != 0 || sum.seconds != 0 || sum.silent != 0) {
                    insert.row(
                            user.value(),
                            entry.getKey().day(),
                            entry.getKey().item(),
                            sum.plays,
                            sum.seconds,
                            sum.silent);
                }
            }
            insert.flush();
            if (removes) {
                deleteEmpty(tx, user);
            }
        }

        private void deleteEmpty(Tx tx, UserId user) throws SQLException {
            PreparedStatement delete =
                    tx.prepare("delete from daily_plays where user_id = ? and day = ? and item = ? and plays = 0");
            for (DayItem key : sums.keySet()) {
                delete.setInt(1, user.value());
                delete.setInt(2, key.day());
                delete.setInt(3, key.item());
                delete.executeUpdate();
            }
        }
    }

    static void clear(Tx tx, UserId user) throws SQLException {
        PreparedStatement delete = tx.prepare("delete from daily_plays where user_id = ?");
        delete.setInt(1, user.value());
        delete.executeUpdate();
    }
}
