package io.reprise.cli;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is: one line drawn over and over where a person looks on, else a line at every tenth. Used by one
 * thread.
 */
final class ProgressBar {
    private static final int BAR_CHARS = 24;
    private static final int PERCENT = 100;
    private static final int PERCENT_STEP = 10;
    private static final String OVER = "\r\033[K";

    private final PrintStream out;
    private final boolean screen;
    private int toldPercent;
    private boolean drawn;

    ProgressBar(PrintStream out, boolean screen) {
        this.out = out;
        this.screen = screen;
    }

    /** So much of so much where that is known, the seconds it will take on where that is, and what came of it. */
    record State(long done, @Nullable Long total, @Nullable Long secondsLeft, String note) {
        int percent() {
            return total == null || total <= 0 ? 0 : (int) Math.min(PERCENT, done * PERCENT / total);
        }
    }

    void show(State state) {
        if (screen) {
            out.print(OVER + line(state));
            out.flush();
            drawn = true;
        } else if (state.percent() >= toldPercent + PERCENT_STEP) {
            toldPercent = state.percent() / PERCENT_STEP * PERCENT_STEP;
            out.println(toldPercent + "%  " + rest(state));
        }
    }

    /** Takes the line away. */
    void end() {
        if (drawn) {
            out.print(OVER);
            out.flush();
            drawn = false;
        }
        toldPercent = 0;
    }

    static String line(State state) {
        if (state.total() == null) {
            return rest(state);
        }
        int full = state.percent() * BAR_CHARS / PERCENT;
        String percent = " ".repeat(3 - Integer.toString(state.percent()).length()) + state.percent() + "%";
        return "█".repeat(full) + "░".repeat(BAR_CHARS - full) + " " + percent + "  " + rest(state);
    }

    private static String rest(State state) {
        Long left = state.secondsLeft();
        return left == null ? state.note() : state.note() + ", about " + Amounts.time(left) + " left";
    }
}
