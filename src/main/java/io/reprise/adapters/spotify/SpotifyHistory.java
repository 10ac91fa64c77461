package io.reprise.adapters.spotify;

import io.reprise.http.Outgoing;
import io.reprise.http.PoliteClient;
import io.reprise.imports.EpochSeconds;
import io.reprise.imports.HistorySource;
import io.reprise.imports.JsonRow;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.OutsideAccount;
import io.reprise.imports.Questions;
import io.reprise.job.JobFailure;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Spotify played last: {@code GET /v1/me/player/recently-played}. Spotify gives the last 50 plays and no more, so
 * this catches what is new when it runs often enough; the whole history comes with an export file. The API key is
 * {@code CLIENT-ID:CLIENT-SECRET} of an app of the user's own, the token is a refresh token of it with the scope
 * {@code user-read-recently-played}; where Spotify answers with a new one, that replaces it.
 */
public final class SpotifyHistory implements HistorySource {
    private static final URI ADDRESS = URI.create("https://api.spotify.com");
    private static final URI ACCOUNTS = URI.create("https://accounts.spotify.com");
    private static final int PAGE_ROWS = 50;
    private static final int PAGES_MAX = 20;

    private final Questions questions;
    private final RecentlyPlayedFormat format;

    /** A part of the list, oldest first: its second and the cursor of what lies before it, null at the end. */
    private record Part(
            List<Row> rows,
            long oldest,
            long newest,
            @Nullable String before) {}

    public SpotifyHistory(PoliteClient client, RecentlyPlayedFormat format) {
        this.questions = new Questions(
                "Spotify", client, "Enter CLIENT-ID:CLIENT-SECRET as the API key and a refresh token as the token");
        this.format = format;
    }

    @Override
    public String word() {
        return "spotify";
    }

    @Override
    public String title() {
        return "Spotify (the last 50 plays)";
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
    public boolean needsToken() {
        return true;
    }

    @Override
    public Origin origin(OutsideAccount account) {
        return new Origin("spotify", "Spotify", account.foldedName());
    }

    @Override
    public Page page(OutsideAccount account, Span span) throws JobFailure {
        String access = access(account);
        List<Row> rows = new ArrayList<>();
        long through = span.from();
        String before = null;
        for (int number = 0; number < PAGES_MAX; number++) {
            Part part = part(account, access, before);
            rows.addAll(0, part.rows());
            through = Math.max(through, part.newest());
            before = part.before();
            if (before == null || part.oldest() < span.from()) {
                break;
            }
        }
        return new Page(rows, through, true, 0L);
    }

    private String access(OutsideAccount account) throws JobFailure {
        String app = String.valueOf(account.apiKey());
        if (app.indexOf(':') < 1) {
            throw new JobFailure(
                    "the API key for Spotify is CLIENT-ID:CLIENT-SECRET, and this one has no colon",
                    "Enter both, joined by a colon");
        }
        byte[] form = ("grant_type=refresh_token&refresh_token="
                        + URLEncoder.encode(String.valueOf(account.token()), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        URI accounts = account.address().equals(ADDRESS) ? ACCOUNTS : account.address();
        Outgoing request = Outgoing.post(URI.create(accounts + "/api/token"), "application/x-www-form-urlencoded", form)
                .with(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(app.getBytes(StandardCharsets.UTF_8)))
                .harmlessTwice();
        Tokens tokens = questions.ask(request, answer -> Tokens.of(JsonRow.of(answer.body())));
        if (tokens.refresh() != null) {
            account.renewed(tokens.refresh());
        }
        return tokens.access();
    }

    /** What asks for plays, and, where Spotify gives one, what asks for the next of these. */
    private record Tokens(String access, @Nullable String refresh) {
        static Tokens of(JsonRow row) throws Unreadable {
            return new Tokens(row.needText("access_token"), row.text("refresh_token"));
        }
    }

    private Part part(OutsideAccount account, String access, @Nullable String before) throws JobFailure {
        Outgoing request = Outgoing.get(URI.create(account.address() + "/v1/me/player/recently-played?limit="
                        + PAGE_ROWS
                        + (before == null ? "" : "&before=" + URLEncoder.encode(before, StandardCharsets.UTF_8))))
                .with("Authorization", "Bearer " + access);
        return questions.ask(request, answer -> read(answer.body()));
    }

    private Part read(byte[] body) throws Unreadable {
        JsonRow page = JsonRow.of(body);
        if (!page.has("items")) {
            throw new Unreadable("items: expected a list, got nothing");
        }
        JsonRow cursors = page.object("cursors");
        List<Row> rows = new ArrayList<>();
        long oldest = Long.MAX_VALUE;
        long newest = 0;
        for (byte[] payload : JsonSlicer.elements(body, "items[]").reversed()) {
            rows.add(new Row(format, payload));
            String at = JsonRow.of(payload).needText("played_at");
            long second = EpochSeconds.second("played_at", at);
            oldest = Math.min(oldest, second);
            newest = Math.max(newest, second);
        }
        String before = cursors == null || rows.isEmpty() ? null : cursors.text("before");
        return new Part(rows, oldest, newest, before);
    }
}
