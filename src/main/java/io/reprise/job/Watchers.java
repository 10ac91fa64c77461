package io.reprise.job;

import io.reprise.account.UserId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to hear of a user's jobs while they run. Thread-safe. */
final class Watchers {
    private static final System.Logger LOG = System.getLogger("reprise.job");
    private final Map<UserId, List<Consumer<Job>>> watchers = new ConcurrentHashMap<>();

    AutoCloseable add(UserId user, Consumer<Job> watcher) {
        watchers.computeIfAbsent(user, none -> new CopyOnWriteArrayList<>()).add(watcher);
        return () -> watchers.computeIfPresent(user, (same, all) -> {
            all.remove(watcher);
            return all.isEmpty() ? null : all;
        });
    }

    void tell(Job job) {
        for (Consumer<Job> watcher : watchers.getOrDefault(job.user(), List.of())) {
            try {
                watcher.accept(job);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "a watcher of job " + job.id() + " failed", e);
            }
        }
    }
}
