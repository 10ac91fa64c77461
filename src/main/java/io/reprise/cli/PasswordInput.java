package io.reprise.cli;

import io.reprise.http.Problem;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes a new password: the first line of standard input, or typed twice on the keyboard. Never an argument. */
final class PasswordInput {
    private PasswordInput() {}

    static String read(Terminal terminal, boolean fromStandardInput) {
        if (fromStandardInput) {
            return line(terminal);
        }
        Console keyboard = terminal.keyboard()
                .orElseThrow(() -> Problem.badRequest("There is no keyboard to type a password on.")
                        .expected("--password-stdin and the password as the first line of standard input")
                        .raised());
        char[] first = keyboard.readPassword("New password: ");
        char[] again = keyboard.readPassword("The same again: ");
        if (first == null || again == null || !Arrays.equals(first, again)) {
            throw Problem.badRequest("The two passwords are not the same; nothing was changed.")
                    .raised();
        }
        return new String(first);
    }

    private static String line(Terminal terminal) {
        try {
            String line = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException("the password could not be read from standard input", e);
        }
    }
}
