package io.reprise.adapters.greader;

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
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is marked as read in a reader that speaks the API of Google Reader: FreshRSS and its like list items whole; for
 * those that list numbers alone, as Miniflux does, the items are asked for by number.
 */
public final class ReaderHistory implements HistorySource {
    private static final URI ADDRESS = URI.create("https://theoldreader.com");
    private static final String READ = "user/-/state/com.google/read";
    private static final int PAGE_ROWS = 1000;
    private static final Pattern AUTH = Pattern.compile("(?m)^Auth=(\\S+)");

    private final PoliteClient client;
    private final ReadItem format;
    private final int pageRows;

    public ReaderHistory(PoliteClient client, ReadItem format) {
        this(client, format, PAGE_ROWS);
    }

    ReaderHistory(PoliteClient client, ReadItem format, int pageRows) {
        this.client = client;
        this.format = format;
        this.pageRows = pageRows;
    }

    @Override
    public String word() {
        return "greader";
    }

    @Override
    public String title() {
        return "Google Reader API";
    }

    @Override
    public URI address() {
        return ADDRESS;
    }

    @Override
    public boolean needsApiKey() {
        return false;
    }

    @Override
    public Origin origin(OutsideAccount account) {
        return new Origin("greader", String.valueOf(account.address().getHost()), account.foldedName());
    }

    /** The span is of the times at which items arrived over there, for no reader tells when one was read. */
    @Override
    public Page page(OutsideAccount account, Span span) throws JobFailure {
        try {
            String token = token(account);
            byte[] body = whole(account, span, token);
            List<Row> rows = new ArrayList<>();
            long newest = Long.MIN_VALUE;
            boolean ascends = true;
            for (byte[] item : JsonSlicer.elements(body, "items[]")) {
                Long arrived = arrived(item);
                ascends &= arrived == null || arrived >= newest;
                newest = arrived == null ? newest : Math.max(newest, arrived);
                rows.add(new Row(format, seen(item, span.until())));
            }
            boolean isFull = rows.size() >= pageRows;
            if (isFull && (newest < span.from() || !ascends)) {
                throw new JobFailure(
                        "this reader does not list by the time of arrival, oldest first; a history fetched so would"
                                + " have holes",
                        "Nothing helps but another reader or an export");
            }
            long through = Math.max(span.from(), newest);
            // A full page may end in the midst of its newest second.
            return new Page(rows, isFull ? Math.max(span.from(), through - 1) : through, !isFull, null);
        } catch (OutsideFailure failure) {
            throw refused(failure);
        } catch (Unreadable e) {
            throw new JobFailure(
                    "the reader gave an answer that is none: " + e.getMessage(),
                    "Check the address (for FreshRSS it ends in /api/greader.php); else it is tried again later");
        }
    }

    private byte[] whole(OutsideAccount account, Span span, String token) throws Unreadable {
        String asked = "n=" + pageRows + "&r=o&ot=" + span.from() + "&output=json";
        String api = account.address() + "/reader/api/0/stream/";
        byte[] numbers;
        try {
            byte[] body = client.send(
                            authorized(Outgoing.get(URI.create(api + "contents/" + READ + "?" + asked)), token))
                    .body();
            if (new String(body, StandardCharsets.UTF_8).contains("\"items\"")) {
                return body;
            }
            numbers = client.send(
                            authorized(Outgoing.get(URI.create(api + "items/ids?s=" + READ + "&" + asked)), token))
                    .body();
        } catch (GiveUp notThere) {
            numbers = client.send(
                            authorized(Outgoing.get(URI.create(api + "items/ids?s=" + READ + "&" + asked)), token))
                    .body();
        }
        StringBuilder form = new StringBuilder("output=json");
        for (JsonRow reference : JsonRow.of(numbers).objects("itemRefs")) {
            form.append("&i=").append(encoded(reference.needText("id")));
        }
        return form.indexOf("&i=") < 0
                ? "{\"items\":[]}".getBytes(StandardCharsets.UTF_8)
                : client.send(authorized(
                                        Outgoing.post(
                                                URI.create(api + "items/contents"),
                                                "application/x-www-form-urlencoded",
                                                form.toString().getBytes(StandardCharsets.UTF_8)),
                                        token)
                                .harmlessTwice())
                        .body();
    }

    private static Outgoing authorized(Outgoing request, String token) {
        return request.with("Authorization", "GoogleLogin auth=" + token);
    }

    private String token(OutsideAccount account) throws JobFailure {
        String password = account.token();
        if (password == null) {
            throw new JobFailure("the reader wants a password", "Enter the password for its API as the token");
        }
        String form = "Email=" + encoded(account.userName()) + "&Passwd=" + encoded(password);
        String answer = client.send(Outgoing.post(
                                URI.create(account.address() + "/accounts/ClientLogin"),
                                "application/x-www-form-urlencoded",
                                form.getBytes(StandardCharsets.UTF_8))
                        .harmlessTwice())
                .text();
        Matcher auth = AUTH.matcher(answer);
        if (!auth.find()) {
            throw new JobFailure(
                    "the reader let nobody in at /accounts/ClientLogin",
                    "Check the address (for FreshRSS it ends in /api/greader.php), the user name and the token");
        }
        return auth.group(1);
    }

    private static @Nullable Long arrived(byte[] item) {
        try {
            return ReadItem.arrived(JsonRow.of(item));
        } catch (Unreadable e) {
            // The row is refused with its reason when it is read.
            return null;
        }
    }

    /** The item as it came, with our look in front of its members. */
    private static byte[] seen(byte[] item, long second) {
        int open = 0;
        while (open < item.length && item[open] != '{') {
            open++;
        }
        int first = open + 1;
        while (first < item.length && item[first] <= ' ') {
            first++;
        }
        if (first >= item.length || item[first] != '"') {
            return item;
        }
        ByteArrayOutputStream marked = new ByteArrayOutputStream(item.length + 32);
        marked.writeBytes(("{\"" + ReadItem.SEEN + "\":" + second + ",").getBytes(StandardCharsets.UTF_8));
        marked.write(item, first, item.length - first);
        return marked.toByteArray();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JobFailure refused(OutsideFailure failure) {
        String reason = String.valueOf(failure.getMessage());
        return switch (failure) {
            case NotAllowed notAllowed ->
                new JobFailure(reason, "Check the user name, and enter the password for the reader's API as the token");
            case TryLater later -> new JobFailure(reason, "It is tried again later; nothing is lost");
            case GiveUp giveUp ->
                new JobFailure(reason, "Check the address (for FreshRSS it ends in /api/greader.php)");
        };
    }
}
