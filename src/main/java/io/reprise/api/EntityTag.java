package io.reprise.api;

import io.reprise.media.Fingerprint;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tags of answers (RFC 9110): the same for the same bytes, and another for others. */
final class EntityTag {
    private EntityTag() {}

    static String of(byte[] body) {
        return '"' + HexFormat.of().toHexDigits(Fingerprint.of(body).key()) + '"';
    }

    /** Whether a list of tags, as a request tells it, names this one. */
    static boolean isAmong(@Nullable String asked, String tag) {
        return asked != null
                && Arrays.stream(asked.split(",", -1))
                        .map(each -> each.strip().replaceFirst("^W/", ""))
                        .anyMatch(each -> each.equals("*") || each.equals(tag));
    }
}
