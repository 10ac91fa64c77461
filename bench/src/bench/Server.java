package bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server as a newcomer starts it, {@code ./reprise serve}, on a folder and a free port. */
final class Server implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Listening on http://[^/:]*:(\\d+)/");
    private static final Pattern TOKEN = Pattern.compile("[Tt]oken\\s*:?\\s+([0-9a-f-]{36})");
    private final Process process;
    private final int port;
    private final String token;
    private final long startedNanos;

    private Server(Process process, int port, String token, long startedNanos) {
        this.process = process;
        this.port = port;
        this.token = token;
        this.startedNanos = startedNanos;
    }

    static Server start(Path folder, List<String> more) throws Exception {
        long begun = System.nanoTime();
        List<String> command = new ArrayList<>(List.of(
                Bench.HOME.resolve("reprise").toString(),
                "serve",
                "--data",
                folder.toString(),
                "--host",
                "127.0.0.1",
                "--port",
                "0"));
        command.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling("server.log").toFile()));
        builder.environment().put("REPRISE_NO_WARM", "1");
        return listening(builder, begun);
    }

    /** A {@link BareServer}. */
    static Server bare() throws Exception {
        long begun = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        Bench.HOME.resolve("bench/target/classes").toString(),
                        BareServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        Bench.WORK.resolve("child.log").toFile()));
        return listening(builder, begun);
    }

    private static Server listening(ProcessBuilder builder, long begun) throws Exception {
        Process process = builder.start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String token = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher told = TOKEN.matcher(line);
            if (told.find()) {
                token = told.group(1);
            }
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return new Server(process, Integer.parseInt(address.group(1)), token, begun);
            }
        }
        throw new IllegalStateException("a server did not start; what it said is in "
                + builder.redirectError().file());
    }

    int port() {
        return port;
    }

    /** The first user's token, printed by a first start alone. */
    String token() {
        return token;
    }

    double secondsSinceStart() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    /** Kilobytes of memory that are resident now. */
    long residentKilobytes() throws Exception {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS")) {
                return Long.parseLong(line.replaceAll("\\D+", ""));
            }
        }
        throw new IllegalStateException("no VmRSS");
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
