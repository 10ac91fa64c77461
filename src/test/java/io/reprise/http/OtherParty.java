package io.reprise.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on a free port that answers what a test told it to, in order, the last one again and again. */
public final class OtherParty implements AutoCloseable {
    private final HttpServer server;
    private final Function<Asked, Reply> by;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public record Reply(int status, Map<String, String> headers, String body) {
        public static Reply of(int status, String body) {
            return new Reply(status, Map.of(), body);
        }

        public Reply with(String header, String value) {
            return new Reply(status, Map.of(header, value), body);
        }
    }

    /** A request; {@code authorization} is empty where there was none. */
    public record Asked(String method, URI address, String userAgent, String authorization, String body, long nanos) {}

    private OtherParty(HttpServer server, Function<Asked, Reply> by) {
        this.server = server;
        this.by = by;
    }

    public static OtherParty answering(Reply... replies) {
        Deque<Reply> left = new ArrayDeque<>(Arrays.asList(replies));
        return by(asked -> {
            synchronized (left) {
                return left.size() > 1 ? left.removeFirst() : left.getFirst();
            }
        });
    }

    /** One that answers each request as this says. */
    public static OtherParty by(Function<Asked, Reply> by) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            OtherParty party = new OtherParty(server, by);
            server.createContext("/", party::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return party;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    public List<Asked> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        Asked question = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("User-Agent"),
                authorization == null ? "" : authorization,
                new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8),
                System.nanoTime());
        asked.add(question);
        Reply reply = by.apply(question);
        byte[] body = reply.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
