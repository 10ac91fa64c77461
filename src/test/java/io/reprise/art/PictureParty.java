package io.reprise.art;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * A server on a free port that has pictures, and every way of not giving them. What it was not told of is not there.
 */
final class PictureParty implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Has> has = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** What lies at a path: an answer, which may promise more bytes than come, or none at all while it is open. */
    private record Has(int status, byte[] body, String location, long promised) {}

    PictureParty() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    PictureParty has(String path, byte[] body) {
        has.put(path, new Has(200, body, "", body.length));
        return this;
    }

    PictureParty says(String path, int status) {
        has.put(path, new Has(status, "no".getBytes(StandardCharsets.UTF_8), "", 2));
        return this;
    }

    PictureParty sendsOn(String path, String to) {
        has.put(path, new Has(302, new byte[0], to, 0));
        return this;
    }

    PictureParty cutsOff(String path, byte[] body) {
        has.put(path, new Has(200, body, "", body.length + 1_000L));
        return this;
    }

    PictureParty isSilent(String path) {
        has.put(path, new Has(0, new byte[0], "", 0));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        Has here = has.getOrDefault(path, new Has(404, new byte[0], "", 0));
        if (here.status() == 0) {
            await();
        }
        if (!here.location().isEmpty()) {
            exchange.getResponseHeaders().set("Location", here.location());
        }
        exchange.sendResponseHeaders(Math.max(200, here.status()), here.promised() == 0 ? -1 : here.promised());
        exchange.getResponseBody().write(here.body());
        exchange.close();
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
