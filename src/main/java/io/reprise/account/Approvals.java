package io.reprise.account;

import io.reprise.store.Database;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Requests of programs to act for whoever approves them in a browser. A request is a text of 32 hexadecimal digits that
 * begins with its time and is kept by nobody; only an approval is stored, until it is taken, once, within
 * {@value #LIFE_SECONDS} s of the request. Thread-safe, and right with several nodes over one store.
 */
public final class Approvals {
    static final int LIFE_SECONDS = 3600;
    /** Clocks of several nodes differ by less. */
    private static final int AHEAD_SECONDS_MAX = 60;

    private static final int RANDOM_BYTES = 12;
    private static final int TEXT_CHARS_MAX = 200;

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random;

    Approvals(Database database, InstantSource clock, SecureRandom random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    /** How a request stands. */
    public sealed interface Standing {
        /** Nobody has approved it yet. */
        record Open() implements Standing {}

        /** Approved now for the first and only time: by whom, for which program. */
        record Taken(User user, String program) implements Standing {}

        /** Its time is over. */
        record Expired() implements Standing {}

        /** It was never made here, or was taken before, or by a program with another key. */
        record Unknown() implements Standing {}
    }

    /** A new request. */
    public String request() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return "%08x".formatted(now()) + HexFormat.of().formatHex(bytes);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    /** Whether a request can still be approved: open, unknown or expired, without a look at the store. */
    public Standing look(String request) {
        if (!request.matches("[0-9a-f]{32}")) {
            return new Standing.Unknown();
        }
        long age = now() - Long.parseLong(request.substring(0, 8), 16);
        if (age < -AHEAD_SECONDS_MAX) {
            return new Standing.Unknown();
        }
        return age > LIFE_SECONDS ? new Standing.Expired() : new Standing.Open();
    }

    /**
     * The user approves: who asks with the request and the same {@code apiKey} acts for them. Once more changes
     * nothing.
     */
    public void approve(User user, String request, String apiKey, String program) {
        if (!(look(request) instanceof Standing.Open)) {
            throw new IllegalArgumentException("only an open request can be approved");
        }
        byte[] sha256 = new SecretText(request).sha256();
        var row = new ApprovalTable.Row(sha256, user, shortened(apiKey), shortened(program), now(), false);
        database.write(tx -> {
            ApprovalTable.deleteBefore(tx, user.id(), now() - LIFE_SECONDS);
            return ApprovalTable.insert(tx, row);
        });
    }

    /** Takes the approval of this request. */
    public Standing take(String request, String apiKey) {
        Standing standing = look(request);
        if (!(standing instanceof Standing.Open)) {
            return standing;
        }
        byte[] sha256 = new SecretText(request).sha256();
        Optional<ApprovalTable.Row> found = database.read(tx -> ApprovalTable.find(tx, sha256));
        if (found.isEmpty()) {
            return standing;
        }
        ApprovalTable.Row row = found.get();
        boolean fits = !row.isTaken() && row.apiKey().equals(shortened(apiKey));
        boolean taken = fits && database.write(tx -> ApprovalTable.take(tx, row)) == 1;
        return taken ? new Standing.Taken(row.user(), row.program()) : new Standing.Unknown();
    }

    private static String shortened(String text) {
        String clean = text.replace('\0', ' ').strip();
        return clean.length() <= TEXT_CHARS_MAX ? clean : clean.substring(0, TEXT_CHARS_MAX);
    }
}
