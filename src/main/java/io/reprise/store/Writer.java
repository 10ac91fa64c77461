package io.reprise.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. It takes what waits, runs it as one transaction and answers everybody after the commit;
 * where a step throws, the group is rolled back and each step runs again in a transaction of its own, so a bad one
 * harms no other.
 */
final class Writer implements AutoCloseable {
    private static final int GROUP_STEPS_MAX = 256;
    private static final int WAITING_STEPS_MAX = 4096;
    private static final long CLOSE_SECONDS_MAX = 60;

    private final Connections connections;
    private final BlockingQueue<Step<?>> waiting = new ArrayBlockingQueue<>(WAITING_STEPS_MAX);
    private final Step<?> last = new Step<>(tx -> "", new CompletableFuture<>());
    private final Thread thread;
    private volatile boolean closing;
    private @Nullable Tx open;

    Writer(Connections connections) {
        this.connections = connections;
        this.thread = Thread.ofPlatform().name("store-writer").daemon(true).start(this::loop);
    }

    private record Step<T extends @Nullable Object>(Work<T> work, CompletableFuture<T> answer) {
        Runnable prepared(Tx tx) throws SQLException {
            T result = work.run(tx);
            return () -> answer.complete(result);
        }

        void fail(Throwable cause) {
            answer.completeExceptionally(cause);
        }
    }

    <T extends @Nullable Object> T run(Work<T> work) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("a write step may not start another one; pass its Tx on instead");
        }
        if (closing) {
            throw new StoreFailure("the store is closing; nothing more is written");
        }
        Step<T> step = new Step<>(work, new CompletableFuture<>());
        try {
            waiting.put(step);
            return step.answer().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailure("interrupted while waiting to write", e);
        } catch (CompletionException e) {
            throw unwrapped(e.getCause());
        }
    }

    private static RuntimeException unwrapped(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException runtime) {
            runtime.addSuppressed(new StoreFailure("asked for here"));
            return runtime;
        }
        Throwable known = cause == null ? new IllegalStateException("no reason told") : cause;
        return new StoreFailure("the store could not be written: " + known.getMessage(), known);
    }

    private void loop() {
        List<Step<?>> group = new ArrayList<>();
        while (true) {
            try {
                group.add(waiting.take());
                waiting.drainTo(group, GROUP_STEPS_MAX - 1);
            } catch (InterruptedException e) {
                group.add(last);
            }
            boolean ends = group.remove(last);
            if (!group.isEmpty()) {
                commit(group);
                group.clear();
            }
            if (ends) {
                drop();
                return;
            }
        }
    }

    private void commit(List<Step<?>> group) {
        try {
            together(group);
        } catch (Throwable failure) {
            rollback();
            if (group.size() == 1) {
                group.getFirst().fail(failure);
            } else {
                group.forEach(step -> commit(List.of(step)));
            }
        }
    }

    private void together(List<Step<?>> group) throws SQLException {
        Tx tx = tx();
        tx.connection().setAutoCommit(false);
        List<Runnable> answers = new ArrayList<>(group.size());
        for (Step<?> step : group) {
            answers.add(step.prepared(tx));
        }
        end(tx);
        answers.forEach(Runnable::run);
    }

    /**
     * Commits, and begins nothing: after a plain commit the SQLite driver begins the next transaction at once and so
     * keeps every other process from writing, even while nothing is to be done here.
     */
    private static void end(Tx tx) throws SQLException {
        tx.connection().setAutoCommit(true);
    }

    private Tx tx() throws SQLException {
        Tx known = open;
        if (known != null && !known.connection().isClosed()) {
            return known;
        }
        Connection connection = connections.writer();
        Tx fresh = new Tx(Jdbi.create(() -> connection).open(), connections.dialect());
        open = fresh;
        return fresh;
    }

    private void rollback() {
        Tx tx = open;
        if (tx == null) {
            return;
        }
        try {
            if (!tx.connection().getAutoCommit()) {
                tx.connection().rollback();
                tx.connection().setAutoCommit(true);
            }
        } catch (SQLException e) {
            drop();
        }
    }

    /** Lets the connection go; the next step opens a new one. */
    private void drop() {
        Tx tx = open;
        open = null;
        if (tx != null) {
            try {
                tx.closeStatements();
                tx.connection().close();
            } catch (SQLException e) {
                System.getLogger("reprise.store").log(System.Logger.Level.DEBUG, "closing a broken connection", e);
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            waiting.put(last);
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS_MAX));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
