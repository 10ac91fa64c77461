package bench;

import io.reprise.account.User;
import io.reprise.app.App;
import io.reprise.app.Config;
import io.reprise.app.Setting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Durable submits over HTTP, one listen each, from one client and from 64, to one user and to 64 users; in each round
 * the yardsticks: append 4 KB and fsync on the same disk, over and over, and the same requests to a server that does
 * nothing.
 */
final class SubmitBench {
    private static final int USERS = 64;
    private static final int ROUNDS = 3;
    private static final long WARM_MILLIS = 4_000;
    private static final long MEASURED_MILLIS = 4_000;
    private static final AtomicLong NUMBERS = new AtomicLong();

    private SubmitBench() {}

    static void run() throws Exception {
        Path folder = Bench.emptyFolder("submit");
        measure("SQLite", folder, List.of());
        try (Postgres postgres = new Postgres()) {
            measure(
                    "PostgreSQL",
                    Bench.emptyFolder("submit-postgres"),
                    List.of("--database-url", postgres.fresh("bench")));
        }
    }

    private record Rate(double perSecond, double p50, double p99) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,.0f %.2f %.1f", perSecond, p50, p99);
        }
    }

    private static void measure(String store, Path folder, List<String> flags) throws Exception {
        List<String> tokens = tokens(folder, flags);
        try (Server server = Server.start(folder, flags);
                Server bare = Server.bare()) {
            submit(server, tokens, WARM_MILLIS);
            submit(server, tokens.subList(0, 1), WARM_MILLIS / 2);
            submit(bare, tokens, WARM_MILLIS / 2);
            Ratios ratios = new Ratios();
            Bench.say(
                    "%n%s%n| round | fsync/s, p50 ms | bare server: 1 client, 64 | ours, nothing to do: 1 client, 64 | submits: 1 client /s, p50 ms, p99 | 64 users | 64 clients of one user |",
                    store);
            Bench.say("|---|---|---|---|---|---|---|");
            for (int round = 1; round <= ROUNDS; round++) {
                Rate disk = fsync(folder);
                Rate bareOne = submit(bare, tokens.subList(0, 1), MEASURED_MILLIS / 2);
                Rate bareMany = submit(bare, tokens, MEASURED_MILLIS / 2);
                Rate aliveOne = alive(server, tokens.subList(0, 1));
                Rate aliveMany = alive(server, tokens);
                Rate one = submit(server, tokens.subList(0, 1), MEASURED_MILLIS);
                Rate many = submit(server, tokens, MEASURED_MILLIS);
                Rate same = submit(server, Collections.nCopies(USERS, tokens.getFirst()), MEASURED_MILLIS);
                ratios.add("one submit, in bare appends and fsyncs (asked: at most 3)", one.p50() / disk.p50());
                ratios.add(
                        "an empty exchange with a server that does nothing, in the same", bareOne.p50() / disk.p50());
                ratios.add("an empty exchange with ours, in the same", aliveOne.p50() / disk.p50());
                ratios.add(
                        "one submit, in empty exchanges with ours and an fsync each",
                        one.p50() / (aliveOne.p50() + disk.p50()));
                ratios.add("64 users, times one client (asked: 3)", many.perSecond() / one.perSecond());
                ratios.add("64 users, times the bare fsync rate (asked: 2)", many.perSecond() / disk.perSecond());
                ratios.add("64 clients of one user, times one client (asked: 3)", same.perSecond() / one.perSecond());
                ratios.add(
                        "64 clients of one user, times the bare fsync rate (asked: 2)",
                        same.perSecond() / disk.perSecond());
                ratios.add(
                        "64 empty exchanges with ours, times one client", aliveMany.perSecond() / aliveOne.perSecond());
                ratios.add(
                        "64 empty exchanges with ours, times the bare fsync rate",
                        aliveMany.perSecond() / disk.perSecond());
                Bench.say(
                        "| %d | %s | %s, %s | %s, %s | %s | %s | %s |",
                        round, disk, bareOne, bareMany, aliveOne, aliveMany, one, many, same);
            }
            ratios.say();
        }
    }

    /** Ratios by what they say, in the order in which they came, the same ones again in each round. */
    private static final class Ratios {
        private final Map<String, List<Double>> values = new LinkedHashMap<>();

        void add(String what, double value) {
            values.computeIfAbsent(what, any -> new ArrayList<>()).add(value);
        }

        void say() {
            values.forEach((what, each) -> Bench.say("%s: %.1f", what, median(each)));
        }
    }

    private static double median(List<Double> values) {
        return Bench.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static List<String> tokens(Path folder, List<String> flags) {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        settings.put(Setting.DATA, folder.toString());
        if (!flags.isEmpty()) {
            settings.put(Setting.DATABASE_URL, flags.get(1));
        }
        List<String> tokens = new ArrayList<>();
        try (App app =
                App.open(Config.read(settings, new Config.Surroundings(Map.of(), folder)), InstantSource.system())) {
            for (int i = 0; i < USERS; i++) {
                User user = app.accounts().create("user" + i, "correct horse battery", ZoneId.of("UTC"));
                tokens.add(app.accounts().createToken(user.id(), "bench"));
            }
        }
        return tokens;
    }

    private interface Exchange {
        Wire.Answer with(Wire wire, String token) throws IOException;
    }

    private static Rate submit(Server server, List<String> tokens, long millis) throws Exception {
        return exchange(
                server,
                tokens,
                millis,
                (wire, token) -> wire.post("/1/submit-listens", token, listen(NUMBERS.incrementAndGet())));
    }

    /** What our server's libraries take to hand a request over and its answer back. */
    private static Rate alive(Server server, List<String> tokens) throws Exception {
        return exchange(server, tokens, MEASURED_MILLIS / 2, (wire, token) -> wire.get("/alive", token));
    }

    /** One client for each token, all at once, each waiting for its answer before it sends the next. */
    private static Rate exchange(Server server, List<String> tokens, long millis, Exchange exchange) throws Exception {
        long[] begin = new long[1];
        List<List<Double>> took = new ArrayList<>();
        List<Thread> clients = new ArrayList<>();
        List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
        begin[0] = System.nanoTime();
        long end = begin[0] + millis * 1_000_000;
        for (String token : tokens) {
            List<Double> mine = new ArrayList<>();
            took.add(mine);
            clients.add(Thread.ofPlatform().start(() -> {
                try (Wire wire = new Wire(server.port())) {
                    while (System.nanoTime() < end) {
                        long sent = System.nanoTime();
                        Wire.Answer answer = exchange.with(wire, token);
                        mine.add((System.nanoTime() - sent) / 1e6);
                        if (answer.status() != 200) {
                            throw new IllegalStateException(answer.toString());
                        }
                    }
                } catch (Exception e) {
                    faults.add(e);
                }
            }));
        }
        for (Thread client : clients) {
            client.join();
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("a client failed", faults.getFirst());
        }
        double seconds = (System.nanoTime() - begin[0]) / 1e9;
        double[] all = took.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new Rate(all.length / seconds, Bench.quantile(all, 0.5), Bench.quantile(all, 0.99));
    }

    /** Listens of a few hundred songs, as a group of people plays them: most songs are known, some are new. */
    static String listen(long number) {
        long song = number % 10 == 0 ? number : number % 700;
        return "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":" + (1_700_000_000L + number)
                + ",\"track_metadata\":{\"artist_name\":\"Artist " + song % 90 + "\",\"track_name\":\"Song " + song
                + "\",\"release_name\":\"Album " + song % 200
                + "\",\"additional_info\":{\"media_player\":\"Bench\",\"submission_client\":\"bench\",\"duration_ms\":201000}}}]}";
    }

    private static Rate fsync(Path folder) throws Exception {
        Path file = folder.resolve("fsync");
        List<Double> took = new ArrayList<>();
        long begun = System.nanoTime();
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer page = ByteBuffer.allocateDirect(4096);
            while (System.nanoTime() - begun < MEASURED_MILLIS / 2 * 1_000_000) {
                long sent = System.nanoTime();
                channel.write(page.clear());
                channel.force(true);
                took.add((System.nanoTime() - sent) / 1e6);
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Files.delete(file);
        double[] all = took.stream().mapToDouble(Double::doubleValue).toArray();
        return new Rate(all.length / seconds, Bench.quantile(all, 0.5), Bench.quantile(all, 0.99));
    }
}
