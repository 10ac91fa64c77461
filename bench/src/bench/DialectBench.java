package bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The same 10,000 songs told in each language that players speak, by 32 clients at once, every tenth told twice; then
 * counts what the server has. The yardstick is our own API, measured first.
 */
final class DialectBench {
    private static final int SCROBBLES = 10_000;
    private static final int CLIENTS = 32;
    private static final int TWICE_EACH = 10;
    private static final int SETTLE_MILLIS_MAX = 60_000;

    private DialectBench() {}

    /** All of them, or our own API and those whose title holds a word. */
    static void run(String word) throws Exception {
        Path folder = Bench.emptyFolder("dialects");
        List<String> tokens = SubmitBench.tokens(folder, List.of());
        try (Server server = Server.start(folder, List.of())) {
            // The server is still being compiled while it answers the first thousands.
            told(server, Dialect.NATIVE, tokens.getLast());
            Bench.say("| language | scrobbles/s | of our own API's rate | p50 ms | p99 ms | plays | lost | twice |");
            Bench.say("|---|---|---|---|---|---|---|---|");
            double own = 0;
            for (Dialect dialect : Dialect.values()) {
                if (dialect != Dialect.NATIVE && !dialect.title.contains(word)) {
                    continue;
                }
                String token = tokens.get(dialect.ordinal());
                Rate rate = told(server, dialect, token);
                own = dialect == Dialect.NATIVE ? rate.perSecond() : own;
                long plays = settled(server, token);
                Bench.say(
                        "| %s | %.0f | %.2f | %.1f | %.1f | %d | %d | %d |",
                        dialect.title,
                        rate.perSecond(),
                        rate.perSecond() / own,
                        rate.p50(),
                        rate.p99(),
                        plays,
                        Math.max(0, SCROBBLES - plays),
                        Math.max(0, plays - SCROBBLES));
            }
        }
    }

    private record Rate(double perSecond, double p50, double p99) {}

    private static Rate told(Server server, Dialect dialect, String token) throws Exception {
        String path = dialect.isInlet() ? inlet(server, dialect, token) : dialect.path;
        AtomicInteger next = new AtomicInteger();
        List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
        List<Double> took = Collections.synchronizedList(new ArrayList<>());
        List<Thread> clients = new ArrayList<>();
        long begun = System.nanoTime();
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(Thread.ofPlatform().start(() -> {
                try (Wire wire = new Wire(server.port())) {
                    for (int n = next.getAndIncrement(); n < SCROBBLES; n = next.getAndIncrement()) {
                        took.add(tell(wire, dialect, path, dialect.body(n, token), token));
                        if (n % TWICE_EACH == 0) {
                            took.add(tell(wire, dialect, path, dialect.body(n, token), token));
                        }
                    }
                } catch (Exception | AssertionError e) {
                    faults.add(e);
                }
            }));
        }
        for (Thread client : clients) {
            client.join();
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(dialect.title + ": a client failed", faults.getFirst());
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        double[] all = took.stream().mapToDouble(Double::doubleValue).toArray();
        return new Rate(all.length / seconds, Bench.quantile(all, 0.5), Bench.quantile(all, 0.99));
    }

    private static double tell(Wire wire, Dialect dialect, String path, String body, String token) throws Exception {
        long sent = System.nanoTime();
        String headers = "Content-Type: " + dialect.type + "\r\n" + dialect.headers(body);
        Wire.Answer answer = wire.send(dialect.method(), path, token, headers, body.getBytes(StandardCharsets.UTF_8));
        double millis = (System.nanoTime() - sent) / 1e6;
        if (!dialect.took(answer)) {
            throw new IllegalStateException(body + " was answered: " + answer);
        }
        return millis;
    }

    private static String inlet(Server server, Dialect dialect, String token) throws Exception {
        String party = dialect.name().toLowerCase(java.util.Locale.ROOT);
        String key = dialect == Dialect.MINIFLUX ? ",\"key\":\"" + Dialect.SECRET + "\"" : "";
        try (Wire wire = new Wire(server.port())) {
            String made = wire.post("/api/inlets", token, "{\"party\":\"" + party + "\"" + key + "}")
                    .body();
            return dialect.under(made.replaceAll("(?s).*?(/in/[a-z]+/[A-Za-z0-9_-]{22}).*", "$1"));
        }
    }

    /** How many plays count, once the follower has read everything. */
    private static long settled(Server server, String token) throws Exception {
        long deadline = System.nanoTime() + SETTLE_MILLIS_MAX * 1_000_000L;
        long before = -1;
        try (Wire wire = new Wire(server.port())) {
            while (System.nanoTime() < deadline) {
                String totals = wire.get("/api/totals", token).body();
                long plays = Long.parseLong(totals.replaceAll("(?s).*?\"plays\"\\s*:\\s*(\\d+).*", "$1"));
                if (plays == before) {
                    return plays;
                }
                before = plays;
                Thread.sleep(1_000);
            }
        }
        return before;
    }
}
