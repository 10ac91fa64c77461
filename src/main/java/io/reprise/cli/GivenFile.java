package io.reprise.cli;

import io.reprise.http.Problem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command was given to read. */
final class GivenFile {
    private GivenFile() {}

    /** To be sent as it is; {@code expected} says what such a file holds. */
    static BodyPublisher content(Path file, String expected) {
        try {
            return BodyPublishers.ofFile(readable(file, expected));
        } catch (FileNotFoundException e) {
            throw unreadable(file, expected);
        }
    }

    /** All of it, which is text in UTF-8. */
    static String text(Path file, String expected) {
        try {
            return Files.readString(readable(file, expected));
        } catch (CharacterCodingException e) {
            throw new Misuse("The file " + file + " is no text in UTF-8. Expected " + expected + ".");
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " could not be read", e);
        }
    }

    private static Path readable(Path file, String expected) {
        if (Files.isRegularFile(file) && Files.isReadable(file)) {
            return file;
        }
        throw unreadable(file, expected);
    }

    private static RuntimeException unreadable(Path file, String expected) {
        return Problem.notFound("There is no file " + file + " that can be read.")
                .expected(expected)
                .raised();
    }
}
