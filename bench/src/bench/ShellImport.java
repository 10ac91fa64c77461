package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The yardstick of the import: the sqlite3 shell takes in the very rows that an import stored, already resolved,
 * payload left out, into the same tables and indexes. A scrobble's key goes in as 16 characters, as long as our 16
 * bytes.
 */
final class ShellImport {
    private static final List<String> TABLES =
            List.of("scrobble", "play", "daily_plays", "item", "creator", "container", "credit", "external_id");
    private final Path database;
    private final Path folder;

    ShellImport(Path database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Writes the rows of an import to text files. */
    void prepare() throws Exception {
        StringBuilder commands = new StringBuilder(".mode tabs\n");
        for (String table : TABLES) {
            String columns = sqlite(
                    database,
                    "select group_concat(case when name = 'key' and '" + table
                            + "' = 'scrobble' then 'substr(hex(key), 1, 16)' else '\"' || name || '\"' end) from pragma_table_info('"
                            + table + "');");
            commands.append(".output ")
                    .append(folder.resolve(table + ".tsv"))
                    .append("\nselect ")
                    .append(columns.strip())
                    .append(" from ")
                    .append(table)
                    .append(";\n");
        }
        sqlite(database, commands.toString());
    }

    /** Imports them into an empty database and answers the seconds that took. */
    double seconds() throws Exception {
        Path empty = folder.resolve("shell.db");
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve("shell.db" + suffix));
        }
        String schema = sqlite(
                database,
                "select sql || ';' from sqlite_schema where sql is not null and name in ('"
                        + String.join("', '", TABLES) + "');");
        sqlite(empty, "pragma journal_mode = wal;\n" + schema);
        StringBuilder commands =
                new StringBuilder(".mode tabs\npragma synchronous = normal; pragma cache_size = -65536;\nbegin;\n");
        for (String table : TABLES) {
            commands.append(".import ")
                    .append(folder.resolve(table + ".tsv"))
                    .append(' ')
                    .append(table)
                    .append('\n');
        }
        commands.append("commit;\npragma wal_checkpoint(truncate);\n");
        long begun = System.nanoTime();
        sqlite(empty, commands.toString());
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Runs the shell on commands and answers what it printed. */
    static String sqlite(Path database, String commands) throws IOException, InterruptedException {
        Path script = Files.createTempFile("bench", ".sql");
        Files.writeString(script, commands);
        Process process = new ProcessBuilder("sqlite3", "-batch", database.toString())
                .redirectInput(script.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        Files.delete(script);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("sqlite3 said: " + said);
        }
        return said;
    }
}
