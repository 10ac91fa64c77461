package io.reprise.scrobble;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Every format this server can read, by its stored code. Immutable and thread-safe. */
public final class Formats {
    private final Map<Integer, Format> byCode = new HashMap<>();

    public Formats(Collection<? extends Format> formats) {
        for (Format format : formats) {
            Format other = byCode.put(format.code(), format);
            if (other != null) {
                throw new IllegalArgumentException(
                        "the formats " + other.word() + " and " + format.word() + " share the code " + format.code());
            }
        }
    }

    /** The format with this stored code; throws {@link Unreadable} where this server does not know it. */
    public Format ofCode(int code) throws Unreadable {
        Format format = byCode.get(code);
        if (format == null) {
            throw new Unreadable(
                    "no format has the code " + code + "; the payload is kept and waits for a version that knows it");
        }
        return format;
    }
}
