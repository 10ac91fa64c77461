package io.reprise.cli;

import io.reprise.app.Config;
import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** Where a command was typed: its streams, its environment, who typed it, and how it is told to stop. */
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Config.Surroundings surroundings,
        String systemName,
        Stop stop) {

    public static Terminal ofThisProcess() {
        return new Terminal(
                System.in,
                System.out,
                System.err,
                new Config.Surroundings(System.getenv(), Path.of(System.getProperty("user.home", "."))),
                System.getProperty("user.name", "me"),
                new Stop());
    }

    /** The keyboard, where standard input is one. */
    Optional<Console> keyboard() {
        Console console = System.console();
        return Optional.ofNullable(console).filter(Console::isTerminal);
    }

    /** Whether a person reads along: lines may be drawn over, and colours are seen. */
    boolean isScreen() {
        return out == System.out && keyboard().isPresent();
    }
}
