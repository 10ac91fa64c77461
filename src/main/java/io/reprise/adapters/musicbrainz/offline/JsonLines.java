package io.reprise.adapters.musicbrainz.offline;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of a JSON dump; one that is longer than {@link #LINE_BYTES_MAX} costs itself only. One thread. */
final class JsonLines {
    /** The most related artists have lines of some megabytes. */
    static final int LINE_BYTES_MAX = 32 * 1024 * 1024;

    private static final int BUFFER_BYTES = 256 * 1024;

    private final InputStream in;
    private final BadLines bad;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private byte[] line = new byte[BUFFER_BYTES];
    private int at;
    private int limit;
    private int length;
    private long number;

    JsonLines(InputStream in, BadLines bad) {
        this.in = in;
        this.bad = bad;
    }

    /** Goes to the next line that is not blank; false at the end. */
    boolean next() throws IOException {
        while (true) {
            length = 0;
            number++;
            boolean isLong = false;
            boolean ended = false;
            while (!ended) {
                if (at == limit && !fill()) {
                    break;
                }
                int end = at;
                while (end < limit && buffer[end] != '\n') {
                    end++;
                }
                isLong |= !keep(end);
                ended = end < limit;
                at = ended ? end + 1 : end;
            }
            if (isLong) {
                refuse("the line is longer than " + LINE_BYTES_MAX + " bytes");
            } else if (!isBlank()) {
                return true;
            }
            if (!ended) {
                return false;
            }
        }
    }

    void refuse(String reason) {
        bad.add(number, reason);
    }

    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    private boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\r' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private boolean keep(int end) {
        int more = end - at;
        if (length + more > LINE_BYTES_MAX) {
            return false;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(LINE_BYTES_MAX, Math.max(length + more, 2 * line.length)));
        }
        System.arraycopy(buffer, at, line, length, more);
        length += more;
        return true;
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }
}
