package io.reprise.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A moving view of a stream, byte by byte, that can capture a stretch of it up to a limit. A stream that fails ends
 * here and {@link #fault()} tells why. Holds one buffer and one capture, whatever the length of the stream. Not
 * thread-safe.
 */
final class Window {
    static final int END = -1;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int KEPT_OF_TOO_LARGE_BYTES = 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private InputStream in;
    private final byte[] buffer;
    private final int captureBytesMax;
    private int at;
    private int end;
    private long before;
    private boolean ended;
    private @Nullable String fault;

    private int mark = -1;
    private byte[] spilled = new byte[0];
    private int spilledBytes;
    private boolean tooLarge;

    Window(InputStream in, int captureBytesMax) {
        this(in, captureBytesMax, BUFFER_BYTES);
    }

    Window(InputStream in, int captureBytesMax, int bufferBytes) {
        this.in = in;
        this.captureBytesMax = captureBytesMax;
        this.buffer = new byte[Math.max(BYTE_ORDER_MARK.length, bufferBytes)];
        skipByteOrderMark();
    }

    private void skipByteOrderMark() {
        while (end < BYTE_ORDER_MARK.length && append()) {
            // Three bytes may come in three reads.
        }
        if (end >= BYTE_ORDER_MARK.length
                && Arrays.equals(buffer, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
            at = BYTE_ORDER_MARK.length;
        }
    }

    /** Where the next byte is, counted from the start of the stream. */
    long offset() {
        return before + at;
    }

    /** Why the stream ended before its time; null where it simply ended or has not. */
    @Nullable
    String fault() {
        return fault;
    }

    /** The next byte (0 to 255) without taking it, or {@link #END}. */
    int peek() {
        return at < end || fill() ? buffer[at] & 0xFF : END;
    }

    /** Takes the next byte, or answers {@link #END}. */
    int next() {
        return at < end || fill() ? buffer[at++] & 0xFF : END;
    }

    /** Takes bytes of a JSON string until a quote, a backslash or the end comes next. */
    void passPlainText() {
        do {
            while (at < end && buffer[at] != '"' && buffer[at] != '\\') {
                at++;
            }
        } while (at == end && fill());
    }

    /** Takes bytes until a line feed or the end comes next. */
    void passLine() {
        do {
            while (at < end && buffer[at] != '\n') {
                at++;
            }
        } while (at == end && fill());
    }

    /** Takes the line feed that comes next, if one does. */
    void passLineEnd() {
        if (peek() == '\n') {
            at++;
        }
    }

    /** Begins to keep what is taken from here on. */
    void capture() {
        mark = at;
        spilledBytes = 0;
        tooLarge = false;
    }

    /** Whether what was captured so far is larger than the limit. */
    boolean isTooLarge() {
        return tooLarge || spilledBytes + (at - mark) > captureBytesMax;
    }

    /** Ends the capture and gives what was taken since; only its beginning where it became too large. */
    byte[] captured() {
        int length = at - mark;
        boolean large = isTooLarge();
        byte[] taken = Arrays.copyOf(spilled, spilledBytes + (tooLarge ? 0 : length));
        if (!tooLarge) {
            System.arraycopy(buffer, mark, taken, spilledBytes, length);
        }
        mark = -1;
        spilledBytes = 0;
        return large ? Arrays.copyOf(taken, Math.min(taken.length, KEPT_OF_TOO_LARGE_BYTES)) : taken;
    }

    /** How many bytes were captured so far, as far as they are still held. */
    int capturedBytes() {
        return spilledBytes + (at - mark);
    }

    /** Puts these bytes back in front of what comes next. */
    void putBack(byte[] bytes) {
        InputStream held = new ByteArrayInputStream(Arrays.copyOfRange(buffer, at, end));
        in = new SequenceInputStream(new ByteArrayInputStream(bytes), new SequenceInputStream(held, in));
        before += at - bytes.length;
        at = 0;
        end = 0;
        ended = false;
    }

    private boolean fill() {
        if (ended) {
            return false;
        }
        spill();
        before += end;
        at = 0;
        end = 0;
        return append();
    }

    private boolean append() {
        try {
            int read = in.read(buffer, end, buffer.length - end);
            ended = read < 0;
            end += Math.max(0, read);
            return read > 0;
        } catch (IOException e) {
            ended = true;
            fault = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return false;
        }
    }

    private void spill() {
        if (mark < 0) {
            return;
        }
        int length = end - mark;
        if (!tooLarge && spilledBytes + length > captureBytesMax) {
            tooLarge = true;
            spilled = Arrays.copyOf(spilled, Math.max(spilled.length, spilledBytes + length));
            System.arraycopy(buffer, mark, spilled, spilledBytes, length);
            spilledBytes = Math.min(spilledBytes + length, KEPT_OF_TOO_LARGE_BYTES);
        } else if (!tooLarge) {
            if (spilled.length < spilledBytes + length) {
                spilled = Arrays.copyOf(spilled, Math.max(spilledBytes + length, spilled.length * 2));
            }
            System.arraycopy(buffer, mark, spilled, spilledBytes, length);
            spilledBytes += length;
        }
        mark = 0;
    }
}
