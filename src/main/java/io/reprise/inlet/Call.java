package io.reprise.inlet;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call, as it came: the path behind the inlet's address (without slashes around it), headers by lower-case name,
 * and the raw body. A call {@code again} comes out of quarantine: its body is what mattered, its headers are gone, and
 * its signature was proven when it came. The bytes are not copied; nobody changes them.
 */
public record Call(String method, String path, Map<String, String> headers, byte[] body, Context context) {
    /**
     * What the inlet adds: the key that its party signs with, what it remembers by name, the second (UTC) at which the
     * call came, and whether it comes again.
     */
    public record Context(@Nullable String key, Function<String, Optional<String>> notes, long at, boolean again) {}

    public Call {
        headers = Map.copyOf(headers);
    }

    /** A header by its name in any case; empty where it was not sent. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The part of this name of a form, or the body itself where it is no form or has no such part. */
    public byte[] part(String name) {
        byte[] part = Parts.of(header("Content-Type"), body).get(name);
        return part == null ? body : part;
    }
}
