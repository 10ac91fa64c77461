package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.Worker;
import io.reprise.store.Database;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts pulls and tells what became of them. Thread-safe. */
public final class Pulls {
    private static final int JOBS_LOOKED_AT_MAX = 200;

    private final Database database;
    private final Connections connections;
    private final Worker worker;

    /** {@code worker} knows the {@link PullJob} of the same connections. */
    public Pulls(Database database, Connections connections, Worker worker) {
        this.database = database;
        this.connections = connections;
        this.worker = worker;
    }

    /** The connections that are pulled from. */
    public Connections connections() {
        return connections;
    }

    /** Starts a pull of this connection, or answers with the one that is under way. */
    public Job start(Connection connection) throws JobFailure {
        Job under = underWay(connection.user()).get(connection.number());
        return under == null ? start(connection.user(), new PullOrder.Standing(connection.number(), false)) : under;
    }

    /** Fetches everything of this connection once more, as if nothing were known; what is known stays. */
    public Job startAgain(Connection connection) throws JobFailure {
        Job under = underWay(connection.user()).get(connection.number());
        if (under == null) {
            return start(connection.user(), new PullOrder.Standing(connection.number(), true));
        }
        if (PullOrder.of(under).again()) {
            return under;
        }
        throw new JobFailure("a pull of this connection is under way", "Wait for its end, or cancel it, and ask again");
    }

    /**
     * Fetches the history of an account once, where {@code again} as if nothing of it were known;
     * {@link IllegalArgumentException} where the order does not do.
     */
    public Job once(UserId user, ConnectionOrder order, boolean again) throws JobFailure {
        HistorySource source = connections.sources().ofWord(order.needSource());
        String apiKey = order.secrets().apiKey().text();
        String token = order.secrets().token().text();
        Connections.demandSecrets(source, apiKey != null, token != null);
        String address = order.address();
        URI at = address == null ? source.address() : OutsideAccount.address(address);
        return start(
                user,
                new PullOrder.Once(
                        source.word(),
                        order.needUserName(),
                        at,
                        apiKey == null ? null : connections.closed(user, PullOrder.Once.API_KEY, apiKey),
                        token == null ? null : connections.closed(user, PullOrder.Once.TOKEN, token),
                        again));
    }

    private Job start(UserId user, PullOrder order) throws JobFailure {
        return worker.start(user, PullJob.WORD, order.json());
    }

    /** The jobs that wait or run, by the number of their connection. */
    public Map<Integer, Job> underWay(UserId user) {
        Map<Integer, Job> found = new HashMap<>();
        for (Job job : worker.latest(user, JOBS_LOOKED_AT_MAX)) {
            if (job.kind().equals(PullJob.WORD)
                    && !job.state().isFinal()
                    && PullOrder.of(job) instanceof PullOrder.Standing(int number, boolean again)) {
                found.put(number, job);
            }
        }
        return found;
    }

    /** The latest runs of a connection's account, newest first. */
    public List<ImportRun> runs(Connection connection, int limit) {
        Optional<HistorySource> known = connections.sources().all().stream()
                .filter(source -> source.word().equals(connection.source()))
                .findFirst();
        if (known.isEmpty()) {
            return List.of();
        }
        String format = Pull.format(known.get());
        String name = Pull.name(known.get(), connection.foldedName(), connection.address());
        return database.read(tx -> RunTable.latestOf(tx, connection.user(), format, name, limit));
    }
}
