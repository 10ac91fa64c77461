package io.reprise.adapters.lastfm.server;

import io.javalin.http.Context;
import io.reprise.adapters.lastfm.KnownPrograms;
import io.reprise.http.AskedAddress;
import io.reprise.http.FormFields;
import io.reprise.scrobble.Origin;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One request: a method and its parameters, told in the query, in a form, or in both. */
record Call(Context context, FormFields fields) {
    static final String PROTOCOL = "lastfm";
    private static final int KEY_CHARS_SHOWN = 8;

    static Call of(Context context) {
        return new Call(context, FormFields.of(context));
    }

    /** The method in lower case: clients write {@code track.scrobble} and {@code track.Scrobble}. */
    String method() {
        return fields.text("method").toLowerCase(Locale.ROOT);
    }

    boolean isJson() {
        return fields.text("format").equalsIgnoreCase("json");
    }

    void demandKnownFormat() {
        String format = fields.text("format");
        if (!format.isEmpty() && !format.equalsIgnoreCase("xml") && !isJson()) {
            throw FaultCode.FORMAT.raised("expected xml or json");
        }
    }

    /** A parameter without the space around it; empty where it is not told. */
    String text(String name) {
        return fields.text(name);
    }

    /** A parameter that has to be there. */
    String need(String name) {
        String text = fields.text(name);
        if (text.isEmpty()) {
            throw FaultCode.PARAMETERS.raised(name);
        }
        return text;
    }

    /** A whole number from {@code min} on, cut down to {@code max}; {@code otherwise} where it is not told. */
    int number(String name, int otherwise, int max) {
        String text = fields.text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,18}")) {
            throw FaultCode.PARAMETERS.raised(name + ", which is a whole number");
        }
        return (int) Math.clamp(Long.parseLong(text), 1, max);
    }

    /** Epoch seconds; null where they are not told. */
    @Nullable
    Long second(String name) {
        String text = fields.text(name);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("-?\\d{1,15}")) {
            throw FaultCode.PARAMETERS.raised(name + ", which is a time in epoch seconds");
        }
        return Long.valueOf(text);
    }

    boolean flag(String name) {
        return fields.text(name).equals("1") || fields.text(name).equalsIgnoreCase("true");
    }

    /** Who reports: the program by its API key, else by its user agent. A browser's name says nothing. */
    Origin origin(String account) {
        return new Origin(PROTOCOL, KnownPrograms.name(fields.text("api_key")).orElseGet(this::agent), account);
    }

    private String agent() {
        String agent = context.userAgent();
        String product = agent == null ? "" : agent.strip().split("[/\\s]", 2)[0];
        return product.equals("Mozilla") || product.equals("node") ? "" : product;
    }

    /** How the program is called where a user sees it. */
    String program() {
        String key = fields.text("api_key");
        String name = KnownPrograms.name(key).orElseGet(this::agent);
        return name.isEmpty() ? "Program " + key.substring(0, Math.min(key.length(), KEY_CHARS_SHOWN)) : name;
    }

    /** Our own address, as the program reached it. */
    String server() {
        return AskedAddress.of(context);
    }
}
