package io.reprise.resolve;

import com.github.luben.zstd.Zstd;
import io.reprise.store.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What authorities answered, kept in the store so that nobody is asked twice for the same: found for
 * {@link #FOUND_LASTS}, not found for {@link #NOTHING_LASTS}, for somebody may add it there. Thread-safe.
 */
public final class Answers {
    public static final Duration FOUND_LASTS = Duration.ofDays(60);
    public static final Duration NOTHING_LASTS = Duration.ofDays(7);
    private static final int BYTES_MAX = 32 * 1024 * 1024;

    private final Database database;
    private final InstantSource clock;

    public Answers(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What this authority answers to the question: as remembered, else by asking, which is remembered then. Empty where
     * it knows nothing. What the asking throws comes out unchanged, and nothing is remembered.
     */
    public Optional<byte[]> of(String authority, String question, Supplier<Optional<byte[]>> asking) {
        return of(authority, question, FOUND_LASTS, asking);
    }

    /** The same where what is found lasts so long, as of things that change. */
    Optional<byte[]> of(String authority, String question, Duration foundLasts, Supplier<Optional<byte[]>> asking) {
        long now = clock.instant().getEpochSecond();
        Optional<AnswerTable.Kept> kept =
                database.read(tx -> AnswerTable.find(tx, authority, question)).filter(known -> known.expiresAt() > now);
        if (kept.isPresent()) {
            return Optional.ofNullable(kept.get().bytes()).map(bytes -> Zstd.decompress(bytes, sizeOf(bytes)));
        }
        Optional<byte[]> answer = asking.get();
        long asked = clock.instant().getEpochSecond();
        long expires = asked + (answer.isPresent() ? foundLasts : NOTHING_LASTS).toSeconds();
        AnswerTable.Kept fresh = new AnswerTable.Kept(answer.map(Zstd::compress).orElse(null), expires);
        database.write(tx -> {
            AnswerTable.keep(tx, authority, question, asked, fresh);
            return true;
        });
        return answer;
    }

    private static int sizeOf(byte[] bytes) {
        long size = Zstd.getFrameContentSize(bytes);
        if (size < 0 || size > BYTES_MAX) {
            throw new IllegalStateException("a remembered answer of an authority is damaged: its size is " + size);
        }
        return Math.toIntExact(size);
    }

    /** Lets go of what has expired; answers how many that were. */
    public int forgetExpired() {
        long now = clock.instant().getEpochSecond();
        return database.write(tx -> AnswerTable.forget(tx, now));
    }
}
