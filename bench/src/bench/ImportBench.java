package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The same file imported several times, the shell's import of its rows after each, then a re-import, then PostgreSQL.
 */
final class ImportBench {
    private static final int ROUNDS = 3;

    private ImportBench() {}

    static void run(int listens) throws Exception {
        Path file = Bench.listens(listens);
        List<Double> ratios = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        long bytes = 0;
        long resident = 0;
        long stored = 0;
        Bench.say(
                "| round | import s | listens/s | sqlite3 .import s | ratio | same file s | times as fast | same rows s | times as fast | resident MB |");
        Bench.say("|---|---|---|---|---|---|---|---|---|---|");
        for (int round = 1; round <= ROUNDS; round++) {
            Path folder = Bench.emptyFolder("import");
            Map<String, String> first = Child.run(ImportOnce.class, folder.toString(), file.toString());
            stored = Long.parseLong(first.get("new"));
            Path database = folder.resolve("reprise.db");
            bytes = Files.size(database);
            Path yard = Bench.emptyFolder("yardstick");
            ShellImport shell = new ShellImport(database, yard);
            shell.prepare();
            double theirs = shell.seconds();
            Map<String, String> second = Child.run(ImportOnce.class, folder.toString(), file.toString());
            if (Long.parseLong(second.get("new")) != 0) {
                throw new IllegalStateException("importing again stored something: " + second);
            }
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
            Map<String, String> third = Child.run(ImportOnce.class, folder.toString(), file.toString());
            double ours = Double.parseDouble(first.get("seconds"));
            double same = Double.parseDouble(second.get("seconds"));
            double known = Double.parseDouble(third.get("seconds"));
            ratios.add(theirs / ours);
            again.add(ours / known);
            resident = Math.max(resident, Long.parseLong(first.get("resident_kb")) / 1024);
            Bench.say(
                    "| %d | %.1f | %.0f | %.1f | %.2f | %.1f | %.1f | %.1f | %.1f | %s |",
                    round,
                    ours,
                    listens / ours,
                    theirs,
                    theirs / ours,
                    same,
                    ours / same,
                    known,
                    ours / known,
                    Long.parseLong(first.get("resident_kb")) / 1024);
            Bench.delete(yard);
        }
        Bench.say(
                "median ratio to the shell %.2f (asked: 0.6), the same rows again %.1f times as fast (asked: 2), most resident %d MB (asked: 512)",
                Bench.median(array(ratios)), Bench.median(array(again)), resident);
        Bench.say("SQLite: %d bytes, %.1f a listen stored (asked: 250)", bytes, (double) bytes / stored);
        onPostgres(file, listens, stored);
    }

    private static void onPostgres(Path file, int listens, long stored) throws Exception {
        try (Postgres postgres = new Postgres()) {
            String url = postgres.fresh("bench");
            Path folder = Bench.emptyFolder("import-postgres");
            Map<String, String> first = Child.run(ImportOnce.class, folder.toString(), file.toString(), url);
            double seconds = Double.parseDouble(first.get("seconds"));
            long bytes = postgres.bytes("bench");
            Map<String, String> second = Child.run(ImportOnce.class, folder.toString(), file.toString(), url);
            double known = Double.parseDouble(second.get("seconds"));
            Bench.say(
                    "PostgreSQL: %.1f s, %.0f listens/s; %d bytes, %.1f a listen stored; re-import %.1f times as fast",
                    seconds, listens / seconds, bytes, (double) bytes / stored, seconds / known);
        }
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
