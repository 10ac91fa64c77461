package io.reprise.art;

import java.util.concurrent.Semaphore;

/** Makes prints, one picture at a time, for each may take tens of megabytes. Thread-safe. */
final class Printer {
    private final Semaphore turn = new Semaphore(1);

    /** Fails as {@link PictureReader} does. */
    Prints print(byte[] bytes) {
        turn.acquireUninterruptibly();
        try {
            return Prints.of(bytes);
        } finally {
            turn.release();
        }
    }
}
