package io.reprise.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Where the words typed come in. */
public final class Entry {
    private Entry() {}

    /**
     * Runs one command and answers what the process is to end with. {@code serve} with settings alone is run as it
     * stands: picocli, which reads every other line, is too old for the start-up cache and costs a start 0.1 s (ADR
     * 0011).
     */
    public static int run(Terminal terminal, String... arguments) {
        List<String> words = Arrays.asList(arguments);
        Target target = new Target(terminal);
        boolean isServe = !words.isEmpty() && words.getFirst().equals("serve");
        return isServe && target.takesAll(words.subList(1, words.size()))
                ? serve(target, terminal)
                : Commands.run(terminal, arguments);
    }

    private static int serve(Target target, Terminal terminal) {
        try {
            return new ServeCommand(target, terminal).call();
        } catch (RuntimeException e) {
            return Failures.told(e, new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        }
    }
}
