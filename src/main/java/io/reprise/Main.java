package io.reprise;

import io.reprise.cli.Commands;
import io.reprise.cli.Terminal;

/** The way in: {@code reprise COMMAND ...}. Ends with 0 when done, 1 when it failed, 2 when it was asked wrongly. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Pictures are read without a screen, whether there is one or not.
        System.setProperty("java.awt.headless", "true");
        System.exit(Commands.run(Terminal.ofThisProcess(), arguments));
    }
}
