package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chart's page in words; {@code before} and {@code after} are the addresses of the ranks beside these. */
record ChartsView(
        Head head,
        RangeSwitch range,
        List<RangeSwitch.Choice> subjects,
        List<RangeSwitch.Choice> kinds,
        List<Ranked> rows,
        Beside beside) {
    record Head(String above, String title, String subtitle, String sum) {}

    record Beside(@Nullable String before, @Nullable String after) {}

    String above() {
        return head.above();
    }

    String title() {
        return head.title();
    }

    String subtitle() {
        return head.subtitle();
    }

    String sum() {
        return head.sum();
    }

    @Nullable
    String before() {
        return beside.before();
    }

    @Nullable
    String after() {
        return beside.after();
    }
}
