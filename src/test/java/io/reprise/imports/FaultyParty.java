package io.reprise.imports;

import io.reprise.http.OtherParty;
import io.reprise.http.OtherParty.Asked;
import io.reprise.http.OtherParty.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * A party that holds a history, grows while it is asked and stumbles in every way there is: refuses, is busy, breaks,
 * breaks off in the midst of an answer, never answers. What it answers otherwise is its dialect's affair.
 */
public final class FaultyParty implements AutoCloseable {
    private static final int NEVER_ANSWERED_MAX = 1;

    public final List<Heard> heard = new ArrayList<>();
    public final OtherParty party = OtherParty.by(this::answer);
    private final Random random;
    private final Dialect dialect;
    private final Supplier<Heard> late;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean isWell;
    private int neverAnswered;

    public record Heard(long second, String title) {}

    /** Answers out of a history that is told newest first. */
    @FunctionalInterface
    public interface Dialect {
        Reply answer(Asked asked, Map<String, String> query, List<Heard> newestFirst);
    }

    FaultyParty(Random random, Dialect dialect, Supplier<Heard> late) {
        this.random = random;
        this.dialect = dialect;
        this.late = late;
    }

    /** From now on it neither stumbles nor grows. */
    synchronized void recover() {
        isWell = true;
    }

    private Reply answer(Asked asked) {
        int fault;
        Reply reply;
        synchronized (this) {
            fault = isWell ? Integer.MAX_VALUE : random.nextInt(40);
            if (fault == 4 && ++neverAnswered > NEVER_ANSWERED_MAX) {
                fault = Integer.MAX_VALUE;
            }
            if (!isWell && random.nextInt(6) == 0) {
                heard.add(late.get());
            }
            reply = dialect.answer(asked, query(asked), newestFirst());
        }
        return switch (fault) {
            case 0 -> Reply.of(401, "{}");
            case 1 -> Reply.of(429, "").with("Retry-After", "0");
            case 2 -> Reply.of(500, "");
            case 3 ->
                new Reply(
                        reply.status(),
                        reply.headers(),
                        reply.body().substring(0, reply.body().length() / 2));
            case 4 -> never();
            default -> reply;
        };
    }

    private Reply never() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Reply.of(500, "");
    }

    private List<Heard> newestFirst() {
        return heard.stream()
                .sorted(Comparator.comparingLong(Heard::second).reversed())
                .toList();
    }

    public static Map<String, String> query(Asked asked) {
        Map<String, String> query = new HashMap<>();
        String raw = asked.address().getRawQuery();
        for (String pair : (raw == null ? "" : raw).split("&")) {
            String[] both = pair.split("=", 2);
            query.put(both[0], both.length == 1 ? "" : URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    /** A page (from 0) of the plays between two seconds, both included. */
    public static List<Heard> part(List<Heard> newestFirst, long page, int rows) {
        return newestFirst.stream().skip(page * rows).limit(rows).toList();
    }

    public static List<Heard> between(List<Heard> all, long from, long until) {
        return all.stream()
                .filter(each -> each.second() >= from && each.second() <= until)
                .toList();
    }

    @Override
    public void close() {
        closed.countDown();
        party.close();
    }
}
