package io.reprise.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of this name beside the test; with {@code -Dgolden=FOLDER} what came is written there first. */
final class Golden {
    private Golden() {}

    static String of(String name, String came) {
        String folder = System.getProperty("golden");
        try {
            if (folder != null) {
                Files.writeString(Path.of(folder, name), came);
                return came;
            }
            try (InputStream in = Golden.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new AssertionError(name + " is not beside the test");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
