package io.reprise.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.http.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * The files under {@code /static}. A link names the content's hash and may be kept for ever; without the hash the file
 * is asked for again by its ETag. Read and packed when first asked for. Thread-safe.
 */
final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "reprise.css", "text/css; charset=utf-8",
            "reprise.js", "text/javascript; charset=utf-8",
            "pictures.js", "text/javascript; charset=utf-8",
            "world.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml",
            "vendor/world-atlas/countries-110m.json", "application/json",
            "vendor/echarts/echarts.min.js", "text/javascript; charset=utf-8",
            "vendor/htmx/htmx.min.js", "text/javascript; charset=utf-8",
            "vendor/htmx-ext-sse/sse.min.js", "text/javascript; charset=utf-8");
    private static final int HASH_CHARS = 16;
    private static final String KEPT_FOR_EVER = "public, max-age=31536000, immutable";

    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    private record Asset(String hash, byte[] plain, byte[] packed) {}

    /** Where a page finds this file; the name is one of those served. */
    String link(String name) {
        return "/static/" + name + "?v=" + asset(name).hash();
    }

    void open(JavalinDefaultRoutingApi routes) {
        TYPES.keySet().forEach(name -> routes.get("/static/" + name, context -> send(context, name)));
    }

    private void send(Context context, String name) {
        Asset asset = asset(name);
        String tag = '"' + asset.hash() + '"';
        boolean pinned = asset.hash().equals(context.queryParam("v"));
        context.header("Cache-Control", pinned ? KEPT_FOR_EVER : "no-cache");
        context.header("ETag", tag);
        context.header("Vary", "Accept-Encoding");
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        context.contentType(String.valueOf(TYPES.get(name)));
        String accepted = context.header("Accept-Encoding");
        if (accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip")) {
            context.header("Content-Encoding", "gzip").result(asset.packed());
        } else {
            context.result(asset.plain());
        }
    }

    private Asset asset(String name) {
        return read.computeIfAbsent(name, Assets::load);
    }

    private static Asset load(String name) {
        try (InputStream stream = Assets.class.getResourceAsStream("/static/" + name)) {
            if (stream == null) {
                throw Problem.notFound("There is no file " + name + " here.").raised();
            }
            byte[] plain = stream.readAllBytes();
            return new Asset(hash(plain), plain, packed(plain));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, HASH_CHARS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime knows SHA-256", e);
        }
    }
}
