package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The timeline in words; {@code older} is the address of the next part, null at its end. */
record TimelineView(
        Head head,
        List<RangeSwitch.Choice> kinds,
        List<DayOfLines> days,
        @Nullable String older,
        @Nullable UndoNotice undo) {
    /**
     * Its titles and what is asked for: a day and a kind's word (null for every kind); {@code newer} leads to the
     * newest.
     */
    record Head(
            String above,
            String title,
            @Nullable String day,
            @Nullable String kind,
            @Nullable String newer) {}

    String above() {
        return head.above();
    }

    String title() {
        return head.title();
    }

    @Nullable
    String day() {
        return head.day();
    }

    @Nullable
    String kind() {
        return head.kind();
    }

    @Nullable
    String newer() {
        return head.newer();
    }

    boolean unfiltered() {
        return head.day() == null && head.kind() == null;
    }

    String emptyTitle() {
        return unfiltered() ? "Nothing yet." : "Nothing here.";
    }

    String emptyText() {
        return unfiltered()
                ? "Everything you play, watch and read will stand here, day by day."
                : "No play of this kind, or none up to this day.";
    }
}
