package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * kill -9 at random moments while eight clients submit and an import runs, over and over on one folder. Afterwards the
 * store must hold every submit that was acknowledged, once; none that was not sent; and every row of the imported file,
 * once.
 */
final class KillBench {
    private static final int CLIENTS = 8;
    private static final int FILE_LISTENS = 300_000;
    private static final int LIVES_MILLIS_MIN = 300;
    private static final int LIVES_MILLIS_MAX = 2_500;
    private static final long LAST_MILLIS_MAX = 300_000;
    private final Path folder;
    private final Path file;
    private final List<String> store;
    private final Query query;
    private final Random random = new Random(11);
    private final AtomicLong numbers = new AtomicLong();
    private final Set<Long> sent = ConcurrentHashMap.newKeySet();
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private String token = "";

    /** Answers with a line for each row, its columns between bars. */
    @FunctionalInterface
    private interface Query {
        String ask(String sql) throws Exception;
    }

    private KillBench(Path folder, Path file, List<String> store, Query query) {
        this.folder = folder;
        this.file = file;
        this.store = store;
        this.query = query;
    }

    static void run(int kills) throws Exception {
        Path file = Bench.listens(FILE_LISTENS);
        Path folder = Bench.emptyFolder("kill");
        Path database = folder.resolve("reprise.db");
        Bench.say("SQLite:");
        new KillBench(folder, file, List.of(), sql -> ShellImport.sqlite(database, sql)).all(kills);
        try (Postgres postgres = new Postgres()) {
            String address = postgres.fresh("kill");
            Bench.say("PostgreSQL, whose server lives on:");
            new KillBench(
                            Bench.emptyFolder("kill-postgresql"),
                            file,
                            List.of("--database-url", address),
                            sql -> postgres.ask("kill", sql))
                    .all(kills);
        }
    }

    private void all(int kills) throws Exception {
        int imports = 0;
        for (int kill = 0; kill < kills; kill++) {
            imports += live() ? 1 : 0;
        }
        finish();
        check(kills, imports);
    }

    /** One life of the server; answers whether an import was at work when it was killed. */
    private boolean live() throws Exception {
        try (Server server = Server.start(folder, store)) {
            token = token.isEmpty() ? server.token() : token;
            if (!importRuns(server)) {
                upload(server);
            }
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(Thread.ofPlatform().start(() -> submitUntilKilled(server)));
            }
            Thread.sleep(random.nextInt(LIVES_MILLIS_MIN, LIVES_MILLIS_MAX));
            boolean importing = importRuns(server);
            server.kill();
            for (Thread client : clients) {
                client.join();
            }
            return importing;
        }
    }

    private void submitUntilKilled(Server server) {
        try (Wire wire = new Wire(server.port())) {
            while (true) {
                long number = numbers.incrementAndGet();
                sent.add(number);
                Wire.Answer answer = wire.post("/1/submit-listens", token, listen(number));
                if (answer.status() == 200) {
                    acknowledged.add(number);
                }
            }
        } catch (Exception killed) {
            // The server is gone: what was answered until now counts.
        }
    }

    private static String listen(long number) {
        return "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":" + (1_767_300_000L + number)
                + ",\"track_metadata\":{\"artist_name\":\"Killed\",\"track_name\":\"Kill " + number + "\"}}]}";
    }

    private boolean importRuns(Server server) throws Exception {
        try (Wire wire = new Wire(server.port())) {
            String jobs = wire.get("/api/jobs", token).body();
            return jobs.contains("\"running\"") || jobs.contains("\"queued\"") || jobs.contains("\"interrupted\"");
        }
    }

    private void upload(Server server) throws Exception {
        try (Wire wire = new Wire(server.port())) {
            Wire.Answer answer = wire.send(
                    "POST",
                    "/api/import?name=listens.jsonl",
                    token,
                    "Content-Type: application/octet-stream\r\n",
                    Files.readAllBytes(file));
            if (answer.status() != 202) {
                throw new IllegalStateException(answer.toString());
            }
        }
    }

    /** A last life without a kill, until the import is through. */
    private void finish() throws Exception {
        try (Server server = Server.start(folder, store)) {
            long end = System.currentTimeMillis() + LAST_MILLIS_MAX;
            while (importRuns(server) && System.currentTimeMillis() < end) {
                Thread.sleep(200);
            }
            upload(server);
            while (importRuns(server) && System.currentTimeMillis() < end) {
                Thread.sleep(200);
            }
        }
    }

    private void check(int kills, int imports) throws Exception {
        Set<Long> stored = new HashSet<>();
        int twice = 0;
        int invented = 0;
        for (String line : query.ask(
                        "select substr(i.title, 6), count(*) from play p join item i on i.user_id = p.user_id and i.number = p.item"
                                + " where i.title like 'Kill %' and p.reason = 0 group by 1;")
                .lines()
                .toList()) {
            String[] parts = line.split("\\|");
            long number = Long.parseLong(parts[0]);
            stored.add(number);
            twice += Integer.parseInt(parts[1]) > 1 ? 1 : 0;
            invented += sent.contains(number) ? 0 : 1;
        }
        long lost =
                acknowledged.stream().filter(number -> !stored.contains(number)).count();
        long imported = Long.parseLong(query.ask(
                        "select count(*) from play p join item i on i.user_id = p.user_id and i.number = p.item where i.title not like 'Kill %' and p.reason = 0;")
                .strip());
        long unique = Files.readAllLines(file).stream().distinct().count();
        long gaps = Long.parseLong(
                query.ask("select max(number) - count(*) from scrobble;").strip());
        Bench.say(
                "%d kills, %d of them during an import: %d submits acknowledged, %d lost, %d twice, %d not sent; %d of %d rows of the file counted; gaps in numbering %d",
                kills, imports, acknowledged.size(), lost, twice, invented, imported, unique, gaps);
        if (lost + twice + invented + gaps != 0 || imported != unique) {
            throw new IllegalStateException("the store does not hold what it was told");
        }
    }
}
