package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The switch of ranges over a page: its choices, the periods beside the one shown (null where there is none), and the
 * two dates of a custom range with what else the address says.
 */
record RangeSwitch(List<Choice> choices, Beside beside, Custom form) {
    /** One choice of a switch; {@code key} tells it from the others. */
    record Choice(String key, String word, String href, boolean here) {}

    record Beside(@Nullable String earlier, @Nullable String later) {}

    /** The form for two dates, sent to {@code path}; shown where {@code open}. */
    record Custom(boolean open, String path, String from, String to, List<Kept> kept) {}

    record Kept(String name, String value) {}

    @Nullable
    String earlier() {
        return beside.earlier();
    }

    @Nullable
    String later() {
        return beside.later();
    }

    boolean custom() {
        return form.open();
    }

    String path() {
        return form.path();
    }

    String from() {
        return form.from();
    }

    String to() {
        return form.to();
    }

    List<Kept> kept() {
        return form.kept();
    }
}
