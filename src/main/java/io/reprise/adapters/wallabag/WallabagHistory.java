package io.reprise.adapters.wallabag;

import io.reprise.http.GiveUp;
import io.reprise.http.NotAllowed;
import io.reprise.http.Outgoing;
import io.reprise.http.OutsideFailure;
import io.reprise.http.PoliteClient;
import io.reprise.http.TryLater;
import io.reprise.imports.HistorySource;
import io.reprise.imports.JsonRow;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.OutsideAccount;
import io.reprise.job.JobFailure;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was archived in wallabag, oldest first. The API key is the client's id and secret with a colon between them, the
 * token is the password of the user; both are asked for by wallabag's OAuth.
 */
public final class WallabagHistory implements HistorySource {
    private static final URI ADDRESS = URI.create("https://app.wallabag.it");
    private static final int PAGE_ROWS = 100;
    private static final int PAGES_MAX = 10_000;
    private static final int BAD_REQUEST = 400;

    private final PoliteClient client;
    private final ArchivedEntry format;
    private final int pageRows;

    public WallabagHistory(PoliteClient client, ArchivedEntry format) {
        this(client, format, PAGE_ROWS);
    }

    WallabagHistory(PoliteClient client, ArchivedEntry format, int pageRows) {
        this.client = client;
        this.format = format;
        this.pageRows = pageRows;
    }

    @Override
    public String word() {
        return "wallabag";
    }

    @Override
    public String title() {
        return "wallabag";
    }

    @Override
    public URI address() {
        return ADDRESS;
    }

    @Override
    public boolean needsApiKey() {
        return true;
    }

    @Override
    public Origin origin(OutsideAccount account) {
        String host = account.address().getHost();
        return new Origin("wallabag", account.address().equals(ADDRESS) ? title() : host, account.foldedName());
    }

    /** {@code since} means the last change, so older archived entries come along and are passed over. */
    @Override
    public Page page(OutsideAccount account, Span span) throws JobFailure {
        try {
            String token = token(account);
            List<Row> rows = new ArrayList<>();
            long through = span.from();
            for (int page = 1; page <= PAGES_MAX; page++) {
                byte[] body = client.send(
                                Outgoing.get(entries(account, span, page)).with("Authorization", "Bearer " + token))
                        .body();
                Long pages = JsonRow.of(body).whole("pages");
                for (byte[] payload : JsonSlicer.elements(body, "_embedded.items[]")) {
                    Long at = second(payload);
                    boolean undated = at == null && span.from() == 0;
                    if (undated || at != null && at >= span.from() && at <= span.until()) {
                        rows.add(new Row(format, payload));
                        through = at == null ? through : Math.max(through, at);
                    }
                }
                if (pages == null || page >= pages) {
                    return new Page(rows, through, true, 0L);
                }
                if (rows.size() >= pageRows && through - 1 > span.from()) {
                    // The newest second may go on behind this page.
                    return new Page(rows, through - 1, false, (pages - page) * pageRows);
                }
            }
            throw new JobFailure("wallabag lists more than " + PAGES_MAX + " pages", "Import an export of it instead");
        } catch (OutsideFailure failure) {
            throw refused(failure);
        } catch (Unreadable e) {
            throw new JobFailure(
                    "wallabag gave an answer that is none: " + e.getMessage(),
                    "Check the address; else it is tried again later");
        }
    }

    /** Null where it tells none, or none that can be read: then it is refused with the rest of its row. */
    private static @Nullable Long second(byte[] payload) {
        try {
            OffsetDateTime at = ArchivedEntry.archivedAt(JsonRow.of(payload));
            return at == null ? null : (Long) at.toEpochSecond();
        } catch (Unreadable e) {
            return null;
        }
    }

    private String token(OutsideAccount account) throws JobFailure, Unreadable {
        String key = account.apiKey();
        String password = account.token();
        int colon = key == null ? -1 : key.indexOf(':');
        if (key == null || colon < 1 || password == null) {
            throw new JobFailure(
                    "wallabag wants a client and a password",
                    "Enter CLIENT_ID:CLIENT_SECRET as the API key and your password there as the token");
        }
        String form = "grant_type=password&client_id=" + encoded(key.substring(0, colon)) + "&client_secret="
                + encoded(key.substring(colon + 1)) + "&username=" + encoded(account.userName()) + "&password="
                + encoded(password);
        byte[] answer = client.send(Outgoing.post(
                                URI.create(account.address() + "/oauth/v2/token"),
                                "application/x-www-form-urlencoded",
                                form.getBytes(StandardCharsets.UTF_8))
                        .harmlessTwice())
                .body();
        return JsonRow.of(answer).needText("access_token");
    }

    private URI entries(OutsideAccount account, Span span, int page) {
        return URI.create(account.address() + "/api/entries.json?archive=1&sort=archived&order=asc&detail=metadata"
                + "&since=" + span.from() + "&perPage=" + pageRows + "&page=" + page);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JobFailure refused(OutsideFailure failure) {
        String reason = String.valueOf(failure.getMessage());
        String credentials =
                "Check the client's id and secret (the API key), the user name and the password (the token)";
        return switch (failure) {
            case NotAllowed notAllowed -> new JobFailure(reason, credentials);
            case TryLater later -> new JobFailure(reason, "It is tried again later; nothing is lost");
            case GiveUp giveUp ->
                new JobFailure(
                        reason, giveUp.status() == BAD_REQUEST ? credentials : "Check the address of the server");
        };
    }
}
