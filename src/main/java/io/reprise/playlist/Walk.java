package io.reprise.playlist;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Goes once through an order as the bounds of a definition let it: past its offset, so many of a group, so long. */
final class Walk {
    private final Sequence order;
    private final Definition.@Nullable PerGroup perGroup;
    private final IntUnaryOperator group;
    private final IntUnaryOperator length;
    private final Map<Integer, Integer> taken = new HashMap<>();
    private final @Nullable Span duration;
    private int toPass;
    private long seconds;

    Walk(Sequence order, Definition.Bounds bounds, Values values) {
        this.order = order;
        this.perGroup = bounds.perGroup();
        this.group = perGroup == null ? item -> 0 : Grouping.of(perGroup.field(), values);
        this.length = values.sight().names()::length;
        this.duration = bounds.duration();
        this.toPass = bounds.offset();
    }

    /** At most {@code count} items after the first {@code offset}. */
    int[] take(int offset, int count) {
        int[] items = new int[Math.min(count, 1_024)];
        int found = 0;
        int passed = 0;
        while (found < count) {
            int item = next();
            if (item == 0) {
                break;
            }
            if (passed++ >= offset) {
                items = found < items.length ? items : Arrays.copyOf(items, 2 * found);
                items[found++] = item;
            }
        }
        return Arrays.copyOf(items, found);
    }

    /** 0 at the end. */
    private int next() {
        while (!order.isEmpty()) {
            int item = order.next();
            boolean hasLength = duration == null || length.applyAsInt(item) > 0;
            if (hasLength && fitsGroup(item) && toPass-- <= 0) {
                toPass = 0;
                return fitsTime(item) ? item : 0;
            }
        }
        return 0;
    }

    private boolean fitsGroup(int item) {
        int of = group.applyAsInt(item);
        return perGroup == null || of == 0 || taken.merge(of, 1, Integer::sum) <= perGroup.max();
    }

    /** The list ends before the first that has no room; one of unknown length is passed over, for nobody knows. */
    private boolean fitsTime(int item) {
        if (duration == null) {
            return true;
        }
        seconds += length.applyAsInt(item);
        return seconds <= duration.seconds();
    }
}
