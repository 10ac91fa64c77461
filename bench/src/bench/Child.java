package bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A main class run in a JVM of its own, with the server's flags; its {@code key value} lines come back as a map. */
final class Child {
    private Child() {}

    /** The start-up cache that a server of this build has, where one was made. */
    private static Optional<Path> cache() throws IOException {
        Path folder = Bench.HOME.resolve("target/aot");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".aot")).findFirst();
        }
    }

    static Map<String, String> run(Class<?> main, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xms16m",
                "-Xss512k",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Xlog:aot*=off:stderr",
                "-Xmx256m",
                "-Djava.util.logging.config.file=" + Bench.HOME.resolve("bench/quiet.properties"),
                "-cp",
                Bench.HOME.resolve("target/reprise.jar")
                        + File.pathSeparator
                        + Bench.HOME.resolve("bench/target/classes"),
                main.getName()));
        cache().ifPresent(cache -> command.add(1, "-XX:AOTCache=" + cache));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        Bench.WORK.resolve("child.log").toFile()));
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        Process process = builder.start();
        Map<String, String> said = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int space = line.indexOf(' ');
                if (space > 0) {
                    said.put(line.substring(0, space), line.substring(space + 1));
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(main.getSimpleName() + " ended with " + process.exitValue() + ": " + said);
        }
        return said;
    }
}
