package bench;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A generated canonical dump of so many rows: loaded, then asked; beside a HashMap and a table of SQLite. */
final class AuthorityBench {
    private static final int BATCH_ROWS = 10_000;

    private AuthorityBench() {}

    static void run(int rows) throws Exception {
        Path dump = Bench.WORK.resolve("canonical-" + rows + ".csv.zst");
        Path questions = Bench.WORK.resolve("canonical-" + rows + ".questions");
        if (!Files.exists(questions)) {
            Path part = Bench.WORK.resolve("questions.part");
            CanonicalDump.write(dump, part, rows);
            Files.move(part, questions);
        }
        Path folder = Bench.emptyFolder("authority");
        Map<String, String> load = Child.run(AuthorityLoad.class, folder.toString(), dump.toString());
        double seconds = number(load, "seconds");
        Bench.say(
                "load: %,d rows in %.1f s, %,.0f rows/s; index %,.0f bytes, %.0f a row; most resident %.0f MB",
                rows,
                seconds,
                rows / seconds,
                number(load, "bytes"),
                number(load, "bytes") / rows,
                number(load, "VmHWM") / 1024);
        Path sqlite = Bench.emptyFolder("authority-sqlite").resolve("songs.db");
        long begun = System.nanoTime();
        table(dump, sqlite);
        double theirs = (System.nanoTime() - begun) / 1e9;
        Bench.say(
                "SQLite: the same names with an index on the key in %.1f s; %,d bytes, %.0f a row",
                theirs, Files.size(sqlite), (double) Files.size(sqlite) / rows);
        Map<String, String> asked =
                Child.run(AuthorityAsk.class, folder.toString(), questions.toString(), sqlite.toString());
        Bench.say("| asked on two threads | first tenth, cold /s | all /s | processor us each"
                + " | exact found %% | near found %% | unknown found %% |");
        Bench.say("|---|---|---|---|---|---|---|");
        for (String name : List.of("index", "map", "sqlite")) {
            Bench.say(
                    "| %s | %,.0f | %,.0f | %.1f | %.1f | %.1f | %.1f |",
                    name,
                    number(asked, name + "_cold"),
                    number(asked, name),
                    number(asked, name + "_micros"),
                    number(asked, name + "_exact"),
                    number(asked, name + "_near"),
                    number(asked, name + "_unknown"));
        }
        Bench.say(
                "index: %,.0f recordings/s (asked: 20,000), %.2f of SQLite's rate, which finds exact names only;"
                        + " resident %.0f MB of its own (asked: 512) and %.0f MB of the mapped file",
                number(asked, "index"),
                number(asked, "index") / number(asked, "sqlite"),
                number(asked, "RssAnon") / 1024,
                number(asked, "RssFile") / 1024);
    }

    private static double number(Map<String, String> said, String name) {
        return Double.parseDouble(said.getOrDefault(name, "NaN"));
    }

    static void table(Path dump, Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new ZstdInputStream(Files.newInputStream(dump)), StandardCharsets.UTF_8))) {
            statement.execute("pragma journal_mode = off");
            statement.execute("pragma synchronous = off");
            statement.execute("create table song (key text, credit text, title text, mbid text, release text)");
            connection.setAutoCommit(false);
            insert(connection, lines);
            statement.execute("create index song_key on song (key)");
            connection.commit();
        }
    }

    private static void insert(Connection connection, BufferedReader lines) throws Exception {
        lines.readLine();
        int row = 0;
        try (PreparedStatement insert = connection.prepareStatement("insert into song values (?, ?, ?, ?, ?)")) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> fields = fields(line);
                insert.setString(1, fields.get(3) + "\t" + fields.get(7));
                insert.setString(2, fields.get(3));
                insert.setString(3, fields.get(7));
                insert.setString(4, fields.get(6));
                insert.setString(5, fields.get(4) + " " + fields.get(5));
                insert.addBatch();
                if (++row % BATCH_ROWS == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** The dump was made here: its quotes hold commas and nothing else. */
    private static List<String> fields(String line) throws IOException {
        List<String> fields = new ArrayList<>();
        int from = 0;
        while (from <= line.length()) {
            boolean isQuoted = from < line.length() && line.charAt(from) == '"';
            int end = isQuoted ? line.indexOf('"', from + 1) : line.indexOf(',', from);
            int to = end < 0 ? line.length() : end;
            fields.add(line.substring(isQuoted ? from + 1 : from, to));
            from = isQuoted ? to + 2 : to + 1;
        }
        return fields;
    }
}
