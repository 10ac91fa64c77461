package io.reprise.adapters.musicbrainz.offline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads MBIDs from bytes, strictly and fast. */
final class Uuids {
    static final int CHARS = 36;
    static final int BYTES = 16;
    static final UUID NONE = new UUID(0, 0);

    private Uuids() {}

    /** The MBID that starts here, or null where there is none. */
    static @Nullable UUID at(byte[] bytes, int from, int to) {
        if (to - from < CHARS) {
            return null;
        }
        long most = 0;
        long least = 0;
        int digits = 0;
        for (int i = 0; i < CHARS; i++) {
            byte c = bytes[from + i];
            boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
            int digit = isDash ? 0 : Character.digit(c, 16);
            if (isDash ? c != '-' : digit < 0) {
                return null;
            }
            if (!isDash) {
                if (digits < 16) {
                    most = most << 4 | digit;
                } else {
                    least = least << 4 | digit;
                }
                digits++;
            }
        }
        return new UUID(most, least);
    }

    static @Nullable UUID of(String text) {
        byte[] bytes = text.strip().getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length == CHARS ? at(bytes, 0, bytes.length) : null;
    }

    /** Every MBID in a list as the dumps write them: {@code a,b} or {@code {a,b}}. */
    static List<UUID> all(String text, int atMost) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        List<UUID> all = new ArrayList<>();
        int from = 0;
        while (from + CHARS <= bytes.length && all.size() < atMost) {
            UUID uuid = at(bytes, from, bytes.length);
            if (uuid == null) {
                from++;
            } else {
                all.add(uuid);
                from += CHARS;
            }
        }
        return all;
    }
}
