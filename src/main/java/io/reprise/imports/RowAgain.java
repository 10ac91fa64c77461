package io.reprise.imports;

import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Quarantine;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One row read again as a file of its own: as it is, which suits lines, and as a list of one, which suits the elements
 * of a JSON file.
 */
record RowAgain(@Nullable Readable readable, @Nullable Afterword afterword, String reason) {
    /** What can be stored, and who tells it. */
    record Readable(Submission submission, Origin origin) {}

    static RowAgain read(FileFormat format, Quarantine.Row row) {
        RowAgain plain = read(format, row.place(), row.bytes());
        if (plain.isRead()) {
            return plain;
        }
        RowAgain listed = read(format, row.place(), listed(row.bytes()));
        return listed.isRead() ? listed : plain;
    }

    private boolean isRead() {
        return readable != null || afterword != null;
    }

    private static byte[] listed(byte[] bytes) {
        ByteArrayOutputStream list = new ByteArrayOutputStream(bytes.length + 2);
        list.write('[');
        list.writeBytes(bytes);
        list.writeBytes("]".getBytes(StandardCharsets.US_ASCII));
        return list.toByteArray();
    }

    private static RowAgain read(FileFormat format, String name, byte[] bytes) {
        Collected collected = new Collected(format.origin());
        format.read(new InMemory(name, bytes), collected);
        return collected.result();
    }

    private record InMemory(String name, byte[] bytes) implements ImportFile {
        @Override
        public ByteArrayInputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** Takes the first row; the last reason stands where there is none. */
    private static final class Collected implements Rows {
        private final Origin own;
        private @Nullable Readable readable;
        private @Nullable Afterword afterword;
        private String reason = "it holds no row";

        Collected(Origin own) {
            this.own = own;
        }

        RowAgain result() {
            return new RowAgain(readable, afterword, reason);
        }

        @Override
        public void row(Place place, Format format, byte[] payload) {
            row(place, format, payload, own);
        }

        @Override
        public void row(Place place, Format format, byte[] payload, Origin origin) {
            if (readable != null) {
                return;
            }
            try {
                Submission submission = Submission.read(format, payload);
                if (submission.told().times().isNow() && submission.told().eventId() == null) {
                    reason = "the row tells no time; in a file that cannot mean now";
                } else {
                    readable = new Readable(submission, origin);
                }
            } catch (Unreadable e) {
                reason = String.valueOf(e.getMessage());
            }
        }

        @Override
        public void afterwards(Place place, byte[] bytes, Afterword found) {
            afterword = found;
        }

        @Override
        public void refuse(Place place, byte[] bytes, String why) {
            reason = why;
        }

        @Override
        public void leaveOut(Place place, String why) {
            reason = why;
        }
    }
}
