package io.reprise.web;

import io.javalin.http.sse.SseClient;
import io.reprise.account.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The event streams that pages keep open: each sleeps on its own virtual thread until its user is rung for, then sends
 * the parts of its page that have changed. A quiet stream says so now and then, which also finds those that were left.
 * Thread-safe.
 */
final class Streams implements AutoCloseable {
    private static final int USER_STREAMS_MAX = 32;
    private static final int QUIET_SECONDS_MAX = 20;

    private final Map<UserId, Set<Semaphore>> open = new ConcurrentHashMap<>();
    private volatile boolean closing;

    /** Something that this user's pages show may have changed. Returns at once. */
    void ring(UserId user) {
        open.getOrDefault(user, Set.of()).forEach(Streams::wake);
    }

    private static void wake(Semaphore bell) {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /** Serves one stream until the page is left; {@code parts} gives the page's parts by the name of their event. */
    void serve(SseClient client, UserId user, Supplier<Map<String, String>> parts) {
        Semaphore bell = new Semaphore(0);
        Set<Semaphore> ofUser = open.computeIfAbsent(user, any -> ConcurrentHashMap.newKeySet());
        if (ofUser.size() >= USER_STREAMS_MAX) {
            return;
        }
        ofUser.add(bell);
        try {
            Map<String, String> shown = new HashMap<>();
            while (!closing && !client.terminated()) {
                send(client, shown, parts.get());
                bell.tryAcquire(QUIET_SECONDS_MAX, TimeUnit.SECONDS);
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ofUser.remove(bell);
        }
    }

    private static void send(SseClient client, Map<String, String> shown, Map<String, String> now) {
        boolean quiet = true;
        for (Map.Entry<String, String> part : now.entrySet()) {
            if (!part.getValue().equals(shown.put(part.getKey(), part.getValue()))) {
                client.sendEvent(part.getKey(), part.getValue());
                quiet = false;
            }
        }
        if (quiet) {
            client.sendComment("quiet");
        }
    }

    /** Ends every stream, so that the server can stop. */
    @Override
    public void close() {
        closing = true;
        open.values().forEach(bells -> bells.forEach(Streams::wake));
    }
}
