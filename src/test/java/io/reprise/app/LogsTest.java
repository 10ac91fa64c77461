package io.reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class LogsTest {
    @Test
    void libraries_speak_only_when_something_is_wrong() {
        assertThat(Logs.isWorthIt(entry("com.zaxxer.hikari.HikariDataSource", Level.INFO)))
                .isFalse();
        assertThat(Logs.isWorthIt(entry("org.eclipse.jetty.server.Server", Level.WARNING)))
                .isTrue();
        assertThat(Logs.isWorthIt(entry("io.javalin.Javalin", Level.WARNING))).isFalse();
        assertThat(Logs.isWorthIt(entry("io.javalin.Javalin", Level.SEVERE))).isTrue();
        assertThat(Logs.isWorthIt(entry("reprise.http", Level.INFO))).isTrue();
    }

    private static LogRecord entry(String logger, Level level) {
        LogRecord entry = new LogRecord(level, "x");
        entry.setLoggerName(logger);
        return entry;
    }
}
