package io.reprise.adapters.reprise;

import io.reprise.account.UserId;
import io.reprise.catalog.LedgerCopy;
import io.reprise.catalog.SubjectKind;
import io.reprise.imports.JsonRow;
import io.reprise.play.Plays;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.scrobble.Unreadable;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of one file mean here: which number each of its decisions and opinions got, and what the contents they
 * name are. Used by one thread at a time.
 */
final class Brought {
    private static final int KEY_CHARS = 16;
    private static final int HEX = 16;

    private final Map<Long, Long> numbers = new HashMap<>();
    private final Map<Long, Long> lines = new HashMap<>();
    private final Map<Long, Long> plays = new HashMap<>();

    private final IntUnaryOperator runsHere;

    /** {@code runsHere} gives the number here of an import run there, 0 where nothing told of it. */
    Brought(IntUnaryOperator runsHere) {
        this.runsHere = runsHere;
    }

    /** The run here that holds what that run there brought. */
    int run(JsonRow row) throws Unreadable {
        long there = whole(row, "run");
        int here = there < 1 || there > Integer.MAX_VALUE ? 0 : runsHere.applyAsInt((int) there);
        if (here == 0) {
            throw new Unreadable("run: expected the run of scrobbles of this file, got " + there);
        }
        return here;
    }

    /** The line of this number became the row of that one. */
    void is(long line, long number) {
        numbers.put(line, number);
        lines.put(number, line);
    }

    /** Whether this row can be what the line says: no other line of the file is it. */
    boolean mayBe(long line, long number) {
        return lines.getOrDefault(number, line) == line;
    }

    void isAbout(long line, long scrobble) {
        plays.put(line, scrobble);
    }

    /** The scrobble that the decision of this line is about, itself or through what it undoes. */
    @Nullable
    Long playOf(long line) {
        return plays.get(line);
    }

    long number(long line) throws Unreadable {
        Long number = numbers.get(line);
        if (number == null) {
            throw new Unreadable(
                    "undoes: expected the number of an earlier line of this file that was taken, got " + line);
        }
        return number;
    }

    static long whole(JsonRow row, String member) throws Unreadable {
        Long number = row.whole(member);
        if (number == null) {
            throw new Unreadable(member + ": expected a number, got nothing");
        }
        return number;
    }

    static JsonRow object(JsonRow row, String member) throws Unreadable {
        JsonRow object = row.object(member);
        if (object == null) {
            throw new Unreadable(member + ": expected an object, got nothing");
        }
        return object;
    }

    static long second(JsonRow row, String member) throws Unreadable {
        NativeTime time = NativeTime.read(row, member);
        if (time == null) {
            throw new Unreadable(member + ": expected a time such as 2024-05-01T10:00:00Z, got nothing");
        }
        return time.second();
    }

    static long key(JsonRow row, String member) throws Unreadable {
        String text = row.needText(member);
        try {
            if (text.length() == KEY_CHARS) {
                return Long.parseUnsignedLong(text, HEX);
            }
        } catch (NumberFormatException e) {
            throw new Unreadable(member + ": expected " + KEY_CHARS + " hexadecimal digits, got " + text, e);
        }
        throw new Unreadable(member + ": expected " + KEY_CHARS + " hexadecimal digits, got " + text);
    }

    static int thing(Tx tx, UserId user, SubjectKind kind, JsonRow named) throws SQLException, Unreadable {
        OptionalInt number = LedgerCopy.number(tx, user, kind, key(named, "key"));
        if (number.isEmpty()) {
            throw new Unreadable("there is no " + kind.word() + " here like the one that this line names: "
                    + named.needText("name"));
        }
        return number.getAsInt();
    }

    /** The scrobble that a play is known by; refuses what is not here. */
    static long play(Tx tx, UserId user, JsonRow play) throws SQLException, Unreadable {
        OptionalInt item = LedgerCopy.number(tx, user, SubjectKind.ITEM, key(play, "item"));
        OptionalInt origin = ScrobbleLog.originOf(tx, user, origin(play));
        NativeTime at = NativeTime.read(play, "at");
        List<Long> found = item.isEmpty() || origin.isEmpty()
                ? List.of()
                : Plays.told(
                        tx,
                        user,
                        new Plays.Told(at == null ? null : (Long) at.second(), item.getAsInt(), origin.getAsInt()));
        if (found.isEmpty()) {
            throw new Unreadable("there is no play here like the one that this line names: " + play.text("title"));
        }
        return found.getFirst();
    }

    static Origin origin(JsonRow row) throws Unreadable {
        JsonRow told = row.object("origin");
        if (told == null) {
            return RepriseExportFile.ORIGIN;
        }
        String client = told.text("client");
        String account = told.text("account");
        return new Origin(told.needText("protocol"), client == null ? "" : client, account == null ? "" : account);
    }
}
