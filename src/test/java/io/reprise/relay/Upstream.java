package io.reprise.relay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A party on a free port that keeps what it was sent and fails in the ways it is told to, each once and in order. */
public final class Upstream implements AutoCloseable {
    /** A request as it came. */
    public record Asked(String method, URI address, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> each.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    /** An answer; {@code cut} ends the connection in the midst of it, {@code never} gives none. */
    public record Reply(int status, String retryAfter, String body, boolean cut, boolean never) {
        public static Reply of(int status, String body) {
            return new Reply(status, "", body, false, false);
        }
    }

    public static final Reply CUT = new Reply(200, "", "{\"status\":", true, false);
    public static final Reply NEVER = new Reply(0, "", "", false, true);

    private final HttpServer server;
    private final Function<Asked, Reply> usual;
    private final Deque<Reply> faults = new ArrayDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Asked> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public Upstream(Function<Asked, Reply> usual) {
        this.usual = usual;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public static Upstream answering(String body) {
        return new Upstream(asked -> Reply.of(200, body));
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The next requests are answered so instead. */
    public synchronized void fail(Reply... replies) {
        faults.addAll(List.of(replies));
    }

    /** Every request. */
    public List<Asked> asked() {
        return new ArrayList<>(asked);
    }

    /** Those that were answered as usual. */
    public List<Asked> taken() {
        return new ArrayList<>(taken);
    }

    private synchronized Reply next(Asked question) {
        Reply fault = faults.pollFirst();
        if (fault != null) {
            return fault;
        }
        taken.add(question);
        return usual.apply(question);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Asked question = new Asked(
                exchange.getRequestMethod(), exchange.getRequestURI(), Map.copyOf(exchange.getRequestHeaders()), body);
        asked.add(question);
        Reply reply = next(question);
        if (reply.never()) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        if (!reply.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
        }
        exchange.sendResponseHeaders(
                reply.never() ? 500 : reply.status(), reply.cut() ? bytes.length + 100 : Math.max(bytes.length, 1));
        exchange.getResponseBody().write(bytes.length == 0 ? new byte[] {' '} : bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
