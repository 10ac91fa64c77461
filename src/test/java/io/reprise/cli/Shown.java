package io.reprise.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What a command prints while it runs, to be waited for. */
final class Shown extends ByteArrayOutputStream {
    private static final long WAIT_SECONDS_MAX = 60;
    private boolean ended;

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        super.write(bytes, offset, length);
        notifyAll();
    }

    /** Nothing more will come. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** All that was printed, as soon as a line that holds this text is among it, or no more will come. */
    synchronized String await(String text) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS_MAX);
        try {
            while (!hasLineOf(text) && !ended && System.nanoTime() < deadline) {
                wait(TimeUnit.SECONDS.toMillis(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return toString(StandardCharsets.UTF_8);
    }

    private boolean hasLineOf(String text) {
        String all = toString(StandardCharsets.UTF_8);
        int begin = all.indexOf(text);
        return begin >= 0 && all.indexOf('\n', begin) >= 0;
    }
}
