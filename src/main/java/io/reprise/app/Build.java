package io.reprise.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build of the program this is: when Maven made it. Empty where another tool compiled it. */
final class Build {
    private Build() {}

    static String mark() {
        try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            String built = properties.getProperty("built", "");
            return built.startsWith("$") ? "" : built;
        } catch (IOException e) {
            throw new UncheckedIOException("build.properties could not be read", e);
        }
    }
}
