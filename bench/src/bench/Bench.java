package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs one bench by its name; each prints its figures as ratios to a yardstick that it measures in the same run. */
final class Bench {
    static final Path HOME = Path.of(System.getProperty("reprise.home", ".")).toAbsolutePath();
    static final Path WORK = HOME.resolve("bench").resolve("target").resolve("work");
    private static final long SEED = 7;
    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Files.createDirectories(WORK);
        String name = args.length == 0 ? "" : args[0];
        switch (name) {
            case "import" -> ImportBench.run(args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000);
            case "charts" -> ChartBench.run();
            case "reports" -> ReportBench.run();
            case "playlist" -> PlaylistBench.run();
            case "submit" -> SubmitBench.run();
            case "start" -> StartBench.run();
            case "dialects" -> DialectBench.run(args.length > 1 ? args[1] : "");
            case "pull" ->
                PullBench.run(
                        args.length > 1 ? Integer.parseInt(args[1]) : 200_000,
                        args.length > 2 ? Integer.parseInt(args[2]) : 20);
            case "formats" -> FormatBench.run(args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000);
            case "authority" -> AuthorityBench.run(args.length > 1 ? Integer.parseInt(args[1]) : 2_000_000);
            case "resolve" -> ResolveBench.run(args.length > 1 ? Integer.parseInt(args[1]) : 100_000);
            case "merge" -> MergeBench.run();
            case "kill" -> KillBench.run(args.length > 1 ? Integer.parseInt(args[1]) : 30);
            default -> {
                System.err.println(
                        "say which: import [LISTENS], charts, reports, playlist, submit, dialects [WORD], start, pull [LISTENS] [KILLS], formats [ROWS], authority [ROWS], resolve [SONGS], merge, kill [ROUNDS]; not '"
                                + name + "'");
                System.exit(2);
            }
        }
    }

    /** A file with so many listens, made once. */
    static Path listens(int count) throws IOException {
        Path file = WORK.resolve("listens-" + count + ".jsonl");
        if (!Files.exists(file)) {
            Path part = WORK.resolve("listens.part");
            Listens.write(part, SEED, count, END);
            Files.move(part, file);
        }
        return file;
    }

    /** A folder of this name with nothing in it. */
    static Path emptyFolder(String name) throws IOException {
        Path folder = WORK.resolve(name);
        delete(folder);
        return Files.createDirectories(folder);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The value below which this part (0 to 1) of all lie. */
    static double quantile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (part * sorted.length))];
    }

    static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
