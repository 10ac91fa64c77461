package io.reprise.adapters.musicbrainz.offline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of comma separated values, one at a time and without copies of what is not asked for. A quote that never closes,
 * text after a closing quote, too few or too many columns and a row of more than {@link #ROW_BYTES_MAX} cost one line
 * only: reading goes on after it. One thread.
 */
final class CsvRows {
    static final int ROW_BYTES_MAX = 64 * 1024;
    private static final int BUFFER_BYTES = 1024 * 1024;
    private static final int COLUMNS_MAX = 64;

    private final InputStream in;
    private final BadLines bad;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final byte[] row = new byte[ROW_BYTES_MAX];
    private final int[] ends = new int[COLUMNS_MAX];
    private int at;
    private int limit;
    private boolean over;
    private int columns;
    private int wanted = -1;
    private long line = 1;
    private long lineOfRow = 1;
    private @Nullable String fault;

    CsvRows(InputStream in, BadLines bad) {
        this.in = in;
        this.bad = bad;
    }

    /** The first row, which every later one must be as wide as; empty where there is none. */
    List<String> header() throws IOException {
        List<String> names = new ArrayList<>();
        if (next()) {
            for (int i = 0; i < columns; i++) {
                names.add(text(i));
            }
            wanted = columns;
        }
        return names;
    }

    /** Goes to the next good row; false at the end. */
    boolean next() throws IOException {
        while (true) {
            fill();
            if (at == limit) {
                return false;
            }
            lineOfRow = line;
            int begin = at;
            long begun = line;
            fault = null;
            if (read() && (wanted < 0 || columns == wanted)) {
                return true;
            }
            if (at - begin <= 2 && columns == 1 && ends[0] == 0 && fault == null) {
                continue;
            }
            refuse(fault == null ? wanted + " columns were expected, not " + columns : fault);
            at = begin;
            line = begun;
            passLine();
        }
    }

    /** Costs the row that was read last, for a reason that its reader knows. */
    void refuse(String reason) {
        bad.add(lineOfRow, reason);
    }

    private void passLine() throws IOException {
        while (true) {
            while (at < limit) {
                if (buffer[at++] == '\n') {
                    line++;
                    return;
                }
            }
            fill();
            if (at == limit) {
                return;
            }
        }
    }

    private void fill() throws IOException {
        if (over || limit - at >= ROW_BYTES_MAX + 2) {
            return;
        }
        System.arraycopy(buffer, at, buffer, 0, limit - at);
        limit -= at;
        at = 0;
        while (limit < buffer.length) {
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                over = true;
                return;
            }
            limit += read;
        }
    }

    /** Reads one row into {@link #row}; false where it is broken. */
    private boolean read() {
        columns = 0;
        int length = 0;
        boolean quoted = false;
        boolean closed = false;
        boolean starts = true;
        int from = at;
        while (at < limit && at - from < ROW_BYTES_MAX) {
            byte c = buffer[at++];
            if (quoted) {
                if (c != '"') {
                    line += c == '\n' ? 1 : 0;
                    row[length++] = c;
                } else if (at < limit && buffer[at] == '"') {
                    row[length++] = c;
                    at++;
                } else {
                    quoted = false;
                    closed = true;
                }
            } else if (c == ',' || c == '\n') {
                if (!end(length)) {
                    return false;
                }
                if (c == '\n') {
                    line++;
                    return true;
                }
                starts = true;
                closed = false;
                continue;
            } else if (c == '"' && starts) {
                quoted = true;
            } else if (closed && c != '\r') {
                fault = "something stands between a closing quote and the comma";
                return false;
            } else if (c != '\r') {
                row[length++] = c;
            }
            starts = false;
        }
        fault = quoted
                ? "a quote is not closed"
                : at < limit ? "the row is longer than " + ROW_BYTES_MAX + " bytes" : null;
        return fault == null && end(length);
    }

    private boolean end(int length) {
        if (columns == COLUMNS_MAX) {
            fault = "the row has more than " + COLUMNS_MAX + " columns";
            return false;
        }
        ends[columns++] = length;
        return true;
    }

    byte[] bytes() {
        return row;
    }

    int from(int column) {
        return column == 0 ? 0 : ends[column - 1];
    }

    int to(int column) {
        return ends[column];
    }

    String text(int column) {
        return new String(row, from(column), to(column) - from(column), StandardCharsets.UTF_8);
    }

    /** Whether a text that was read is what the file says: false where its bytes are no UTF-8. */
    boolean isUtf8(int column, String text) {
        if (text.indexOf('\uFFFD') < 0) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(row, from(column), to(column) - from(column)));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
