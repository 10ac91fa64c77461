package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.scrobble.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays in the order of time, newest first, undated ones last. {@code older} and {@code newer} are cursors for the
 * pages beside this one, null where there is none; a cursor stays valid while plays come and go.
 */
public record Timeline(
        List<Line> plays, @Nullable String older, @Nullable String newer) {
    /** The most plays one answer gives. */
    public static final int PLAYS_MAX = 1000;

    /**
     * One play: the number of its scrobble, what, from which container (null where none was told), by which creators,
     * when, how long (0: unknown), told by whom.
     */
    public record Line(
            long number,
            Named item,
            List<Named> creators,
            @Nullable Named container,
            Moment when,
            int seconds,
            @Nullable Origin origin) {}

    /**
     * Which plays: {@code limit} of them (1 to {@link #PLAYS_MAX}), beside a cursor or, without one, the newest; going
     * to older ones, after the first {@code offset}.
     */
    public record Page(int limit, @Nullable String cursor, Direction direction, int offset) {
        public Page {
            if (limit < 1 || limit > PLAYS_MAX) {
                throw new IllegalArgumentException(
                        "a timeline gives 1 to " + PLAYS_MAX + " plays at a time, not " + limit);
            }
            if (offset < 0) {
                throw new IllegalArgumentException("a timeline's offset is 0 or more, not " + offset);
            }
        }

        public static Page newest(int limit) {
            return new Page(limit, null, Direction.OLDER, 0);
        }

        /** For callers that count instead of keeping a cursor. */
        public static Page newest(int limit, int offset) {
            return new Page(limit, null, Direction.OLDER, offset);
        }

        public static Page olderThan(String cursor, int limit) {
            return new Page(limit, cursor, Direction.OLDER, 0);
        }

        public static Page newerThan(String cursor, int limit) {
            return new Page(limit, cursor, Direction.NEWER, 0);
        }
    }

    /** Which way from the cursor. */
    public enum Direction {
        OLDER,
        NEWER
    }

    public Timeline {
        plays = List.copyOf(plays);
    }

    /** The plays of a page; an {@link IllegalArgumentException} where the cursor is not one of ours. */
    public static Timeline of(History history, Range range, Filter filter, Page page) {
        Selection selection = new Selection(history, range, filter);
        boolean older = page.direction() == Direction.OLDER;
        int[] found = older ? before(selection, page) : after(selection, page);
        List<Line> lines = new ArrayList<>(found.length);
        for (int index : found) {
            lines.add(line(history, index));
        }
        if (found.length == 0) {
            return new Timeline(lines, null, null);
        }
        return new Timeline(
                lines,
                isAnyBefore(selection, found[found.length - 1])
                        ? Cursor.at(history, found[found.length - 1]).text()
                        : null,
                isAnyAfter(selection, found[0]) ? Cursor.at(history, found[0]).text() : null);
    }

    private static int[] before(Selection selection, Page page) {
        int from = page.cursor() == null
                ? selection.end
                : Math.min(selection.end, Cursor.parse(page.cursor()).firstFrom(selection.history));
        int[] found = new int[page.limit()];
        int size = 0;
        int skipped = 0;
        for (int i = from - 1; i >= selection.first && size < found.length; i--) {
            if (selection.has(i) && skipped++ >= page.offset()) {
                found[size++] = i;
            }
        }
        return Arrays.copyOf(found, size);
    }

    private static int[] after(Selection selection, Page page) {
        int from = page.cursor() == null
                ? selection.first
                : Math.max(selection.first, Cursor.parse(page.cursor()).firstAfter(selection.history));
        List<Integer> found = new ArrayList<>();
        for (int i = from; i < selection.end && found.size() < page.limit(); i++) {
            if (selection.has(i)) {
                found.add(i);
            }
        }
        Collections.reverse(found);
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean isAnyBefore(Selection selection, int index) {
        for (int i = index - 1; i >= selection.first; i--) {
            if (selection.has(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAnyAfter(Selection selection, int index) {
        for (int i = index + 1; i < selection.end; i++) {
            if (selection.has(i)) {
                return true;
            }
        }
        return false;
    }

    private static Line line(History history, int index) {
        Names names = history.names();
        int item = history.item(index);
        int container = history.container(index);
        List<Named> creators = new ArrayList<>();
        for (int i = 0; i < names.creditCount(item); i++) {
            creators.add(Named.of(names, Subject.CREATOR, names.creator(item, i)));
        }
        return new Line(
                history.number(index),
                Named.of(names, Subject.ITEM, item),
                List.copyOf(creators),
                container == 0 ? null : Named.of(names, Subject.CONTAINER, container),
                Moment.of(history, index),
                history.seconds(index),
                history.origins().get(history.origin(index)));
    }
}
