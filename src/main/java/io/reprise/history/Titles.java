package io.reprise.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The titles of items by their numbers as UTF-8, which can be looked through and ordered without making a text of each.
 * Where the ledger gives an item another name, that is its title. Immutable and thread-safe.
 */
public final class Titles {
    /** The {@link #beginning} of an empty title. */
    public static final long NO_BEGINNING = Long.MIN_VALUE;

    private static final int LETTERS = Long.BYTES;
    /** UTF-8 leads with this byte, and greater ones, where a character is U+E000 or later. */
    private static final int LATE_LEAD = 0xEE;
    /** UTF-8 leads with this byte, and greater ones, where UTF-16 needs two units. */
    private static final int PAIR_LEAD = 0xF0;

    private final Texts texts;
    private final IntFunction<@Nullable String> given;

    Titles(Texts texts, IntFunction<@Nullable String> given) {
        this.texts = texts;
        this.given = given;
    }

    /** Where in a title something stands. */
    public enum Place {
        WHOLE,
        START,
        END,
        ANYWHERE
    }

    public String text(int item) {
        String name = given.apply(item);
        return name == null ? texts.get(item) : name;
    }

    /** Looks at UTF-8 where it lies; does not keep or change it. */
    @FunctionalInterface
    public interface Look {
        boolean at(byte[] bytes, int from, int length);
    }

    /** What looking at the title answers. */
    public boolean look(int item, Look look) {
        String name = given.apply(item);
        if (name != null) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            return look.at(bytes, 0, bytes.length);
        }
        return look.at(texts.bytes(), texts.begin(item), texts.end(item) - texts.begin(item));
    }

    /** Whether this UTF-8 stands there in the title. */
    public boolean holds(int item, Place place, byte[] sought) {
        String name = given.apply(item);
        if (name != null) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            return holds(new Window(bytes, 0, bytes.length), place, sought);
        }
        return holds(new Window(texts.bytes(), texts.begin(item), texts.end(item)), place, sought);
    }

    /** A part of an array; it does not outlive a call, so the compiler keeps it in registers. */
    private record Window(byte[] bytes, int from, int to) {
        boolean hasAt(int at, byte[] sought) {
            return Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length);
        }
    }

    private static boolean holds(Window title, Place place, byte[] sought) {
        int last = title.to - sought.length;
        return last >= title.from
                && switch (place) {
                    case WHOLE -> last == title.from && title.hasAt(last, sought);
                    case START -> title.hasAt(title.from, sought);
                    case END -> title.hasAt(last, sought);
                    case ANYWHERE -> isIn(title, last, sought);
                };
    }

    private static boolean isIn(Window title, int last, byte[] sought) {
        if (sought.length == 0) {
            return true;
        }
        byte first = sought[0];
        for (int at = title.from; at <= last; at++) {
            if (title.bytes[at] == first && title.hasAt(at, sought)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first {@value #LETTERS} bytes as one number: a title that comes before another as {@link String#compareTo}
     * has it has a lesser number, or the same where more has to be looked at.
     */
    public long beginning(int item) {
        String name = given.apply(item);
        if (name != null) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            return beginning(bytes, 0, bytes.length);
        }
        return beginning(texts.bytes(), texts.begin(item), texts.end(item));
    }

    private static long beginning(byte[] bytes, int from, int to) {
        long packed = 0;
        for (int i = from; i < from + LETTERS; i++) {
            packed = packed << Byte.SIZE | (i < to ? ordered(bytes[i] & 0xFF) : 0);
        }
        return packed ^ Long.MIN_VALUE;
    }

    /** UTF-16 writes what needs two units with surrogates, which come before U+E000. */
    private static int ordered(int told) {
        if (told < LATE_LEAD) {
            return told;
        }
        return told < PAIR_LEAD ? told + 0x10 : told - (PAIR_LEAD - LATE_LEAD);
    }
}
