package bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A history is pulled from a local server that answers as ListenBrainz does, while Reprise is killed -9 at random
 * moments, over and over on one folder. Afterwards the store must hold every listen, once, without a gap in numbering.
 */
final class PullBench {
    private static final int LIVES_MILLIS_MIN = 300;
    private static final int LIVES_MILLIS_MAX = 3_000;
    private static final int PAGE_MAX = 1_000;
    private static final long LAST_MILLIS_MAX = 900_000;
    private static final long FIRST = 1_400_000_000L;

    private final Path folder = Bench.emptyFolder("pull");
    private final TreeMap<Long, String> listens = new TreeMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Random random = new Random(23);
    private String token = "";

    private PullBench() throws IOException {}

    static void run(int listens, int kills) throws Exception {
        PullBench bench = new PullBench();
        bench.fill(listens);
        HttpServer upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        upstream.createContext("/", bench::answer);
        upstream.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        upstream.start();
        try {
            bench.pull(upstream.getAddress().getPort(), kills);
        } finally {
            upstream.stop(0);
        }
    }

    private void fill(int count) {
        long second = FIRST;
        for (int i = 0; i < count; i++) {
            second += 120 + random.nextInt(600);
            listens.put(second, "Pull " + i);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        byte[] body = (query.contains("min_ts=") ? page(query) : "{\"feedback\":[],\"total_count\":0}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        } finally {
            exchange.close();
        }
    }

    /** The oldest listens between two seconds, neither included, newest first. */
    private String page(String query) {
        long from = number(query, "min_ts");
        long until = number(query, "max_ts");
        StringBuilder rows = new StringBuilder();
        int count = 0;
        for (Map.Entry<Long, String> listen :
                listens.subMap(from, false, until, false).entrySet()) {
            if (count == Math.min(PAGE_MAX, number(query, "count"))) {
                break;
            }
            rows.insert(0, (count == 0 ? "" : ",")).insert(0, row(listen));
            count++;
        }
        return "{\"payload\":{\"count\":" + count + ",\"latest_listen_ts\":" + listens.lastKey() + ",\"listens\":["
                + rows + "]}}";
    }

    private static String row(Map.Entry<Long, String> listen) {
        return "{\"listened_at\":" + listen.getKey()
                + ",\"track_metadata\":{\"artist_name\":\"Pulled\",\"track_name\":\"" + listen.getValue() + "\"}}";
    }

    private static long number(String query, String name) {
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return Long.parseLong(pair.substring(name.length() + 1));
            }
        }
        throw new IllegalArgumentException(name + ": expected a number, got " + query);
    }

    private void pull(int port, int kills) throws Exception {
        int during = 0;
        long begun = System.nanoTime();
        for (int kill = 0; kill < kills; kill++) {
            try (Server server = Server.start(folder, List.of())) {
                token = token.isEmpty() ? server.token() : token;
                orderUnlessPulling(server, port);
                Thread.sleep(random.nextInt(LIVES_MILLIS_MIN, LIVES_MILLIS_MAX));
                during += isPulling(server) ? 1 : 0;
                server.kill();
            }
        }
        try (Server server = Server.start(folder, List.of())) {
            orderUnlessPulling(server, port);
            long end = System.currentTimeMillis() + LAST_MILLIS_MAX;
            while (isPulling(server) && System.currentTimeMillis() < end) {
                Thread.sleep(200);
            }
        }
        check(kills, during, (System.nanoTime() - begun) / 1e9);
    }

    /** A job that was killed three times is given up by the server, as what may have killed it. */
    private void orderUnlessPulling(Server server, int port) throws Exception {
        if (isPulling(server)) {
            return;
        }
        String order =
                "{\"source\":\"listenbrainz\",\"username\":\"anna\",\"base_url\":\"http://127.0.0.1:" + port + "\"}";
        try (Wire wire = new Wire(server.port())) {
            Wire.Answer answer = wire.post("/api/import", token, order);
            if (answer.status() != 202) {
                throw new IllegalStateException(answer.toString());
            }
        }
    }

    private boolean isPulling(Server server) throws Exception {
        try (Wire wire = new Wire(server.port())) {
            String jobs = wire.get("/api/jobs", token).body();
            return jobs.contains("\"running\"") || jobs.contains("\"queued\"") || jobs.contains("\"interrupted\"");
        }
    }

    private void check(int kills, int during, double seconds) throws Exception {
        Path database = folder.resolve("reprise.db");
        long counted = count(database, "select count(*) from play where reason = 0;");
        long different = count(
                database,
                "select count(distinct i.title) from play p join item i on i.user_id = p.user_id and i.number = p.item"
                        + " where p.reason = 0;");
        long scrobbles = count(database, "select count(*) from scrobble;");
        long gaps = count(database, "select max(number) - count(*) from scrobble;");
        Bench.say(
                "%d kills, %d of them during the pull: %d listens there, %d scrobbles, %d plays counted, %d different;"
                        + " gaps in numbering %d; %d requests, %.1f s in all",
                kills, during, listens.size(), scrobbles, counted, different, gaps, asked.get(), seconds);
        if (counted != listens.size() || different != counted || scrobbles != counted || gaps != 0) {
            throw new IllegalStateException("the store does not hold the history that was pulled");
        }
    }

    private static long count(Path database, String question) throws Exception {
        return Long.parseLong(ShellImport.sqlite(database, question).strip());
    }
}
