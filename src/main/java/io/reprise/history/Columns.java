package io.reprise.history;

import io.reprise.play.Play;
import java.io.IOException;
import java.util.Arrays;

/**
 * Plays as arrays, in the order of time: 26 bytes a play. Grows at its end while readers hold earlier sizes; anything
 * else makes a copy.
 */
final class Columns {
    /** 1930-01-01: unsigned 32-bit seconds from here reach to 2066. */
    static final long AT_BIAS = -1_262_304_000L;
    /** 1900-01-01, so that days fit into 16 bits up to 2079. */
    private static final int DAY_BIAS = -25_567;

    private static final int PRECISION_BITS = 4;

    private int[] at;
    private int[] number;
    private int[] item;
    private int[] container;
    private int[] seconds;
    private char[] day;
    /** The origin's number, and in the lowest four bits the precision. */
    private int[] told;

    private int size;

    Columns(int capacity) {
        at = new int[capacity];
        number = new int[capacity];
        item = new int[capacity];
        container = new int[capacity];
        seconds = new int[capacity];
        day = new char[capacity];
        told = new int[capacity];
    }

    /** As they stand in a file, with room for so many more. */
    Columns(ColumnInput in, int more) throws IOException {
        size = in.size();
        int room = Math.addExact(size, more);
        at = in.ints(size, room);
        number = in.ints(size, room);
        item = in.ints(size, room);
        container = in.ints(size, room);
        seconds = in.ints(size, room);
        day = in.chars(size, room);
        told = in.ints(size, room);
    }

    void write(ColumnOutput out) throws IOException {
        out.number(size);
        out.ints(at, size);
        out.ints(number, size);
        out.ints(item, size);
        out.ints(container, size);
        out.ints(seconds, size);
        out.chars(day, size);
        out.ints(told, size);
    }

    int size() {
        return size;
    }

    /** One play as the store tells it. */
    record Row(long at, long number, int item, int container, int seconds, int day, int origin, int precision) {}

    void append(Row row) {
        if (size == at.length) {
            resize(size + size / 8 + 1024);
        }
        put(size++, row);
    }

    /** A copy with one more play at its place in time. */
    Columns with(Row row) {
        int place = size;
        int key = packedAt(row.at());
        while (place > 0 && Integer.compareUnsigned(at[place - 1], key) > 0) {
            place--;
        }
        Columns copy = new Columns(size + 1024);
        copyInto(copy, 0, 0, place);
        copyInto(copy, place, place + 1, size - place);
        copy.put(place, row);
        copy.size = size + 1;
        return copy;
    }

    private void copyInto(Columns copy, int from, int to, int length) {
        System.arraycopy(at, from, copy.at, to, length);
        System.arraycopy(number, from, copy.number, to, length);
        System.arraycopy(item, from, copy.item, to, length);
        System.arraycopy(container, from, copy.container, to, length);
        System.arraycopy(seconds, from, copy.seconds, to, length);
        System.arraycopy(day, from, copy.day, to, length);
        System.arraycopy(told, from, copy.told, to, length);
    }

    /** Whether a play of this time comes last. */
    boolean isLast(long epochSecond) {
        return size == 0 || Integer.compareUnsigned(at[size - 1], packedAt(epochSecond)) <= 0;
    }

    private void put(int place, Row row) {
        at[place] = packedAt(row.at());
        number[place] = Math.toIntExact(row.number());
        item[place] = row.item();
        container[place] = row.container();
        seconds[place] = row.seconds();
        day[place] =
                row.day() == Play.NO_DAY ? 0 : (char) Math.clamp((long) row.day() - DAY_BIAS, 1, Character.MAX_VALUE);
        told[place] = Math.multiplyExact(row.origin(), 1 << PRECISION_BITS) | row.precision();
    }

    private static int packedAt(long epochSecond) {
        return epochSecond == Play.UNDATED ? 0 : (int) Math.clamp(epochSecond - AT_BIAS, 1, 0xffff_ffffL);
    }

    private void resize(int capacity) {
        at = Arrays.copyOf(at, capacity);
        number = Arrays.copyOf(number, capacity);
        item = Arrays.copyOf(item, capacity);
        container = Arrays.copyOf(container, capacity);
        seconds = Arrays.copyOf(seconds, capacity);
        day = Arrays.copyOf(day, capacity);
        told = Arrays.copyOf(told, capacity);
    }

    /** The same arrays under another name, so that this one may go on growing. */
    Columns view() {
        Columns view = new Columns(0);
        view.at = at;
        view.number = number;
        view.item = item;
        view.container = container;
        view.seconds = seconds;
        view.day = day;
        view.told = told;
        view.size = size;
        return view;
    }

    long at(int index) {
        return at[index] == 0 ? Play.UNDATED : (at[index] & 0xffff_ffffL) + AT_BIAS;
    }

    int number(int index) {
        return number[index];
    }

    int item(int index) {
        return item[index];
    }

    int container(int index) {
        return container[index];
    }

    int seconds(int index) {
        return seconds[index];
    }

    int day(int index) {
        return day[index] == 0 ? Play.NO_DAY : day[index] + DAY_BIAS;
    }

    int origin(int index) {
        return told[index] >> PRECISION_BITS;
    }

    int precision(int index) {
        return told[index] & (1 << PRECISION_BITS) - 1;
    }

    long weight() {
        return 26L * at.length;
    }
}
