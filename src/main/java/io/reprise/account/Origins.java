package io.reprise.account;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a page of this server sent a request, for browsers that do not say so themselves. */
final class Origins {
    private Origins() {}

    /** The origin told is the host asked for, also where a proxy stands before us and told the name it was asked by. */
    static boolean isOwn(Context context) {
        String origin = context.header("Origin");
        String authority = origin == null ? null : authority(origin);
        return authority != null
                && (authority.equals(lower(context.header("Host")))
                        || authority.equals(lower(context.header("X-Forwarded-Host"))));
    }

    static boolean isEncrypted(Context context) {
        return context.scheme().equals("https") || "https".equals(lower(context.header("X-Forwarded-Proto")));
    }

    private static @Nullable String authority(String origin) {
        try {
            return lower(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
