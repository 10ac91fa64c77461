package bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * From the command typed to the first answer, and the memory that is resident after a million plays were loaded and
 * asked for. The yardstick is the same Java doing nothing: {@code java -version}.
 */
final class StartBench {
    private static final int ROUNDS = 7;

    private StartBench() {}

    static void run() throws Exception {
        Process warm = new ProcessBuilder(Bench.HOME.resolve("reprise").toString(), "warm")
                .inheritIO()
                .start();
        if (warm.waitFor() != 0) {
            throw new IllegalStateException("./reprise warm failed");
        }
        Path folder = Imported.folder(1_000_000);
        String token = ChartBench.token(folder);
        List<Double> alive = new ArrayList<>();
        List<Double> stats = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> resident = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(bareJava());
            try (Server server = Server.start(folder, List.of());
                    Wire wire = new Wire(server.port())) {
                expect(wire.get("/alive", token));
                alive.add(server.secondsSinceStart());
                expect(wire.get("/api/charts/items?range=all", token));
                stats.add(server.secondsSinceStart());
                for (String path :
                        List.of("/api/stats", "/api/charts/creators?range=all", "/api/timeline", "/api/pulse", "/")) {
                    expect(wire.get(path, token));
                }
                resident.add(server.residentKilobytes() / 1024.0);
            }
        }
        Bench.say(
                "first answer after %.2f s (asked: 1), first chart of 1,000,000 plays after %.2f s; java -version takes %.2f s: %.1f times that",
                median(alive), median(stats), median(bare), median(alive) / median(bare));
        Bench.say(
                "resident with 1,000,000 plays loaded and asked for: %.0f MB (asked: 150), most %.0f MB",
                median(resident),
                resident.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    private static double median(List<Double> values) {
        return Bench.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void expect(Wire.Answer answer) {
        if (answer.status() >= 400) {
            throw new IllegalStateException(answer.toString());
        }
    }

    private static double bareJava() throws Exception {
        long begun = System.nanoTime();
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return (System.nanoTime() - begun) / 1e9;
    }
}
