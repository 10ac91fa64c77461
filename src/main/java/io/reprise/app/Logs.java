package io.reprise.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One line for each thing that happened, on the error stream. Libraries speak from warnings on, unless debugging;
 * Javalin, which warns of each request that it refuses, only of errors.
 */
public final class Logs {
    private static final List<String> LIBRARIES = List.of("org.", "com.", "io.zonky.");
    private static final String JAVALIN = "io.javalin";

    private Logs() {}

    /** Sets what is logged from now on. */
    public static void at(LogLevel level) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        ConsoleHandler console = new ConsoleHandler();
        console.setLevel(Level.ALL);
        console.setFormatter(new OneLine());
        console.setFilter(entry -> level == LogLevel.DEBUG || isWorthIt(entry));
        root.addHandler(console);
        root.setLevel(level(level));
    }

    static boolean isWorthIt(LogRecord entry) {
        String name = String.valueOf(entry.getLoggerName());
        int least = Level.ALL.intValue();
        if (name.startsWith(JAVALIN)) {
            least = Level.SEVERE.intValue();
        } else if (LIBRARIES.stream().anyMatch(name::startsWith)) {
            least = Level.WARNING.intValue();
        }
        return entry.getLevel().intValue() >= least;
    }

    private static Level level(LogLevel level) {
        return switch (level) {
            case ERROR -> Level.SEVERE;
            case WARN -> Level.WARNING;
            case INFO -> Level.INFO;
            case DEBUG -> Level.FINE;
        };
    }

    /** {@code 2026-01-02T03:04:05+01:00 warn reprise.http: what happened}, then the trace where there is one. */
    private static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord entry) {
            OffsetDateTime time =
                    entry.getInstant().atZone(ZoneId.systemDefault()).toOffsetDateTime();
            String head = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
            return head + " " + word(entry.getLevel()) + " " + entry.getLoggerName() + ": " + formatMessage(entry)
                    + trace(entry.getThrown()) + "\n";
        }

        private static String word(Level level) {
            if (level.intValue() >= Level.SEVERE.intValue()) {
                return "error";
            }
            if (level.intValue() >= Level.WARNING.intValue()) {
                return "warn";
            }
            return level.intValue() >= Level.INFO.intValue() ? "info" : "debug";
        }

        private static String trace(@Nullable Throwable thrown) {
            if (thrown == null) {
                return "";
            }
            StringWriter text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text, true));
            return "\n" + text.toString().stripTrailing();
        }
    }
}
