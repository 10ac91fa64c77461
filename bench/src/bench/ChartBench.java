package bench;

import io.reprise.app.App;
import io.reprise.app.Config;
import io.reprise.app.Setting;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Cold load from the tables and from a file, and top 100 of any range, as the history grows; over HTTP at a million.
 * The yardstick is one pass over an array.
 */
final class ChartBench {
    private static final int[] SIZES = {250_000, 1_000_000, 4_000_000};
    private static final int ASKED = 400;

    private ChartBench() {}

    static void run() throws Exception {
        Bench.say(
                "| plays | cold load from tables / file ms | items any / all ms | creators any / all ms | containers any / all ms | one pass of adding ms | items all, in passes |");
        Bench.say("|---|---|---|---|---|---|---|");
        for (int size : SIZES) {
            Path folder = Imported.folder(size);
            Bench.delete(folder.resolve("readings"));
            Map<String, String> tables = Child.run(ReadOnce.class, folder.toString(), "keep");
            Map<String, String> said = Child.run(ReadOnce.class, folder.toString());
            double pass = pass(Integer.parseInt(said.get("plays")));
            double items = Double.parseDouble(said.get("item_all"));
            Bench.say(
                    "| %s | %.0f / %.0f | %.2f / %.2f | %.2f / %.2f | %.2f / %.2f | %.2f | %.1f |",
                    said.get("plays"),
                    number(tables, "load_ms"),
                    number(said, "load_ms"),
                    number(said, "item_any"),
                    items,
                    number(said, "creator_any"),
                    number(said, "creator_all"),
                    number(said, "container_any"),
                    number(said, "container_all"),
                    pass,
                    items / pass);
        }
        overHttp();
    }

    private static double number(Map<String, String> said, String key) {
        return Double.parseDouble(said.get(key));
    }

    /**
     * Adds an array of that many plays into counters of their items, at random places: what no chart can do without.
     */
    static double pass(int plays) {
        Random random = new Random(1);
        int[] items = new int[plays];
        for (int i = 0; i < plays; i++) {
            items[i] = (int) (plays / 7 * Math.pow(random.nextDouble(), 2.2));
        }
        double[] took = new double[60];
        long sum = 0;
        for (int i = 0; i < took.length; i++) {
            long begun = System.nanoTime();
            long[] counts = new long[plays / 7 + 1];
            for (int item : items) {
                counts[item] += 1L << 40;
            }
            took[i] = (System.nanoTime() - begun) / 1e6;
            sum += counts[0];
        }
        if (sum == 0) {
            throw new IllegalStateException("nothing was added");
        }
        return Bench.quantile(took, 0.5);
    }

    private static void overHttp() throws Exception {
        Path folder = Imported.folder(1_000_000);
        String token = token(folder);
        try (Server server = Server.start(folder, List.of());
                Wire wire = new Wire(server.port())) {
            Random random = new Random(5);
            for (String subject : List.of("items", "creators", "containers")) {
                double[] took = new double[ASKED];
                for (int i = -ASKED / 2; i < ASKED; i++) {
                    String range = i % 3 == 0 ? "all" : range(random);
                    long begun = System.nanoTime();
                    Wire.Answer answer = wire.get("/api/charts/" + subject + "?limit=100&range=" + range, token);
                    double millis = (System.nanoTime() - begun) / 1e6;
                    if (answer.status() != 200) {
                        throw new IllegalStateException(answer.toString());
                    }
                    if (i >= 0) {
                        took[i] = millis;
                    }
                }
                Bench.say(
                        "over HTTP at 1,000,000: top 100 %s of any range p50 %.1f ms, p99 %.1f ms (asked: p50 10)",
                        subject, Bench.quantile(took, 0.5), Bench.quantile(took, 0.99));
            }
        }
    }

    private static String range(Random random) {
        LocalDate first = LocalDate.of(2016, 1, 1);
        LocalDate one = first.plusDays(random.nextInt(3650));
        LocalDate other = first.plusDays(random.nextInt(3650));
        return (one.isBefore(other) ? one : other) + ".." + (one.isBefore(other) ? other : one);
    }

    static String token(Path folder) {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        flags.put(Setting.DATA, folder.toString());
        try (App app =
                App.open(Config.read(flags, new Config.Surroundings(Map.of(), folder)), InstantSource.system())) {
            return app.accounts()
                    .createToken(app.accounts().find("bench").orElseThrow().id(), "bench");
        }
    }
}
