package io.reprise.feed;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.http.AskedAddress;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /x/SECRET} and the files behind it: what a link shows, and nothing else. An address that is nobody's is a
 * problem 404, and so is a file that the link does not have, in the same words.
 */
public final class FeedDoor implements Door {
    private static final String ROOT = "/x/{secret}";
    private static final String ALLOWED = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
    private static final String SECRET_KEPT = "private, max-age=60";
    private static final String PUBLIC_KEPT = "public, max-age=300";
    private static final int TAG_CHARS = 24;

    private final Links links;
    private final Reading reading;
    private final JsonMapper mapper;

    public FeedDoor(Links links, Reading reading, JsonMapper mapper) {
        this.links = links;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get(ROOT, this::list);
        routes.get(ROOT + "/{file}", this::show);
    }

    @Override
    public List<String> openToOtherOrigins() {
        return List.of("/x/");
    }

    private Link found(Context context) {
        guard(context);
        return links.bySecret(context.pathParam("secret"))
                .orElseThrow(() -> nobodys().raised());
    }

    private static Problem nobodys() {
        return Problem.notFound("This is nobody's address. It was mistyped or taken back.")
                .where("path");
    }

    /** A secret address stays out of search engines and out of what browsers tell the next page. */
    private static void guard(Context context) {
        context.header("Referrer-Policy", "no-referrer");
        context.header("X-Robots-Tag", "noindex");
        context.header("Content-Security-Policy", ALLOWED);
    }

    /** For a person who tries the address in a browser. */
    private void list(Context context) {
        Link link = found(context);
        links.used(link);
        StringBuilder text = new StringBuilder("This address works. It shows: " + Escapes.line(link.title()) + "\n");
        link.show()
                .files()
                .forEach(file -> text.append(AskedAddress.of(context))
                        .append("/x/")
                        .append(context.pathParam("secret"))
                        .append('/')
                        .append(file)
                        .append('\n'));
        context.contentType("text/plain; charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(text.toString());
    }

    private void show(Context context) {
        Link link = found(context);
        String file = context.pathParam("file");
        if (!link.show().files().contains(file)) {
            throw nobodys().raised();
        }
        links.used(link);
        String self = AskedAddress.of(context) + "/x/" + context.pathParam("secret") + "/" + file;
        Shown shown = Shown.of(new Shown.Asked(link, file, self, theme(context)), reading, mapper)
                .orElseThrow(() -> nobodys().raised());
        send(context, link, shown);
    }

    private static void send(Context context, Link link, Shown shown) {
        byte[] body = shown.text().getBytes(StandardCharsets.UTF_8);
        String tag = "\"" + HexFormat.of().formatHex(LinkSecret.digest(body)).substring(0, TAG_CHARS) + "\"";
        context.header("ETag", tag);
        context.header("Cache-Control", link.publicName() == null ? SECRET_KEPT : PUBLIC_KEPT);
        Long changedAt = shown.changedAt();
        if (changedAt != null) {
            context.header(
                    "Last-Modified",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            Instant.ofEpochSecond(changedAt).atOffset(ZoneOffset.UTC)));
        }
        if (isKnown(context.header("If-None-Match"), tag)) {
            context.status(304);
            return;
        }
        context.contentType(shown.contentType()).result(body);
    }

    private static boolean isKnown(@Nullable String told, String tag) {
        return told != null
                && (told.strip().equals("*")
                        || List.of(told.split("\\s*,\\s*")).stream()
                                .anyMatch(each ->
                                        each.strip().replaceFirst("^W/", "").equals(tag)));
    }

    private static Svg.Theme theme(Context context) {
        String word = Parameter.text(context, "theme");
        return switch (word == null ? "auto" : word.toLowerCase(Locale.ROOT)) {
            case "auto" -> Svg.Theme.AUTO;
            case "light" -> Svg.Theme.LIGHT;
            case "dark" -> Svg.Theme.DARK;
            default ->
                throw Problem.badRequest("The parameter theme is not usable.")
                        .expected("one of auto, light, dark")
                        .got(word)
                        .where("query parameter theme")
                        .raised();
        };
    }
}
