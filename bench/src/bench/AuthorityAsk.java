package bench;

import io.reprise.adapters.musicbrainz.offline.OfflineMusicBrainz;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/**
 * Asks all questions on two threads, in a process of its own: {@code AuthorityAsk FOLDER QUESTIONS SQLITE}. First the
 * index, then a HashMap with those of them that it can answer, then a table of SQLite by its index.
 */
final class AuthorityAsk {
    private static final int THREADS = 2;

    private AuthorityAsk() {}

    record Line(String kind, String credit, String title, String mbid) {
        String key() {
            return credit + "\t" + title;
        }
    }

    private interface Asking {
        boolean isFound(Line line) throws Exception;
    }

    private interface Desk {
        Asking open() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        List<Line> lines = new ArrayList<>();
        try (var all = Files.lines(Path.of(args[1]))) {
            all.forEach(line -> {
                String[] parts = line.split("\t", -1);
                lines.add(new Line(parts[0], parts[1], parts[2], parts[3]));
            });
        }
        OfflineMusicBrainz authority = new OfflineMusicBrainz(Path.of(args[0]));
        measure("index_cold", lines.subList(0, lines.size() / 10), () -> line -> isFound(authority, line));
        measure("index", lines, () -> line -> isFound(authority, line));
        Resident.print();
        Map<String, String> map = new HashMap<>();
        lines.stream().filter(line -> line.kind().equals("exact")).forEach(line -> map.put(line.key(), line.mbid()));
        measure("map_cold", lines, () -> line -> map.get(line.key()) != null);
        measure("map", lines, () -> line -> map.get(line.key()) != null);
        measure("sqlite_cold", lines.subList(0, lines.size() / 10), () -> sqlite(args[2]));
        measure("sqlite", lines, () -> sqlite(args[2]));
    }

    private static boolean isFound(OfflineMusicBrainz authority, Line line) {
        for (Finding finding : authority.ask(Question.song(line.credit(), line.title(), "", null, List.of()))) {
            if (finding.id().value().equals(line.mbid())) {
                return true;
            }
        }
        return false;
    }

    private static Asking sqlite(String file) throws Exception {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro");
        PreparedStatement select =
                connection.prepareStatement("select mbid, title, credit, release from song where key = ?");
        return line -> {
            select.setString(1, line.key());
            try (ResultSet found = select.executeQuery()) {
                return found.next()
                        && found.getString(1).equals(line.mbid())
                        && !found.getString(4).isEmpty();
            }
        };
    }

    /** Prints the rate, and for each kind of question which part found its song. */
    private static void measure(String name, List<Line> lines, Desk desk) throws Exception {
        Map<String, LongAdder> found = new HashMap<>();
        Map<String, LongAdder> asked = new HashMap<>();
        for (String kind : List.of("exact", "near", "unknown")) {
            found.put(kind, new LongAdder());
            asked.put(kind, new LongAdder());
        }
        LongAdder worked = new LongAdder();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int first = i;
                all.add(threads.submit(() -> {
                    Asking asking = desk.open();
                    for (int at = first; at < lines.size(); at += THREADS) {
                        Line line = lines.get(at);
                        asked.get(line.kind()).increment();
                        if (asking.isFound(line)) {
                            found.get(line.kind()).increment();
                        }
                    }
                    worked.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        System.out.println(name + " " + lines.size() / ((System.nanoTime() - begun) / 1e9));
        System.out.println(name + "_micros " + worked.sum() / 1e3 / lines.size());
        found.forEach((kind, count) -> System.out.println(name + "_" + kind + " "
                + 100.0 * count.sum() / Math.max(1, asked.get(kind).sum())));
    }
}
