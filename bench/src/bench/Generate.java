package bench;

import java.nio.file.Path;
import java.time.Instant;

/** Writes a history to a file: {@code Generate FILE LISTENS SEED}. */
final class Generate {
    private Generate() {}

    public static void main(String[] args) throws Exception {
        Listens.write(Path.of(args[0]), Long.parseLong(args[2]), Integer.parseInt(args[1]), Instant.parse("2026-01-01T00:00:00Z"));
    }
}
