package io.reprise.adapters.trakt;

import io.reprise.http.Answer;
import io.reprise.http.HostRate;
import io.reprise.http.Outgoing;
import io.reprise.http.PoliteClient;
import io.reprise.imports.EpochSeconds;
import io.reprise.imports.HistorySource;
import io.reprise.imports.JsonRow;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.NewestFirst;
import io.reprise.imports.Opined;
import io.reprise.imports.OutsideAccount;
import io.reprise.imports.Questions;
import io.reprise.job.JobFailure;
import io.reprise.rating.Scale;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Histories at Trakt: with a token {@code /sync/history} and {@code /sync/ratings}, without one the public
 * {@code /users/{name}/...}. The API key is the client id of an API app. Pages are counted from the newest entry, and
 * headers tell how many there are.
 */
public final class TraktHistory implements HistorySource {
    private static final URI ADDRESS = URI.create("https://api.trakt.tv");
    /** The documentation of the API allows 1,000 questions in five minutes. */
    private static final int REQUESTS_PER_FIVE_MINUTES = 1_000;

    public static final HostRate RATE = HostRate.of("api.trakt.tv", REQUESTS_PER_FIVE_MINUTES, Duration.ofMinutes(5));

    private static final int PAGE_ROWS = 100;

    private final Questions questions;
    private final WatchedFormat format;
    private final int pageRows;

    public TraktHistory(PoliteClient client, WatchedFormat format) {
        this(client, format, PAGE_ROWS);
    }

    TraktHistory(PoliteClient client, WatchedFormat format, int pageRows) {
        this.questions = new Questions(
                "Trakt", client, "Enter the client id of your API app, and a token where your profile is private");
        this.format = format;
        this.pageRows = pageRows;
    }

    @Override
    public String word() {
        return "trakt";
    }

    @Override
    public String title() {
        return "Trakt";
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
        return new Origin("trakt", "Trakt", account.foldedName());
    }

    @Override
    public Page page(OutsideAccount account, Span span) throws JobFailure {
        return new NewestFirst(pageRows, number -> Optional.of(answer(account, span, number))).oldest(span);
    }

    private NewestFirst.Answer answer(OutsideAccount account, Span span, long number) throws JobFailure {
        // Its upper bound is left out by one second, so that the last second is asked for either way.
        String part = "?start_at=" + Instant.ofEpochSecond(span.from()) + "&end_at="
                + Instant.ofEpochSecond(span.until() + 1) + "&page=" + number + "&limit=" + pageRows;
        return questions.ask(request(account, "history", part), this::read);
    }

    private NewestFirst.Answer read(Answer answer) throws Unreadable {
        List<NewestFirst.Line> lines = new ArrayList<>();
        for (byte[] payload : JsonSlicer.elements(answer.body(), "[]")) {
            lines.add(new NewestFirst.Line(new Row(format, payload), second(payload, "watched_at")));
        }
        return new NewestFirst.Answer(
                lines, header(answer, "X-Pagination-Page-Count"), header(answer, "X-Pagination-Item-Count"));
    }

    private static long header(Answer answer, String name) throws Unreadable {
        String text = answer.header(name).orElse("");
        if (!text.matches("\\d{1,15}")) {
            throw new Unreadable(name + ": expected a number in the header, got \"" + text + '"');
        }
        return Long.parseLong(text);
    }

    private static @Nullable Long second(byte[] payload, String field) {
        try {
            String at = JsonRow.of(payload).text(field);
            return at == null ? null : (Long) EpochSeconds.second(field, at);
        } catch (Unreadable e) {
            // What is not stored for it says so: the format refuses the row with its own reason.
            return null;
        }
    }

    @Override
    public List<OpinionList> opinions(OutsideAccount account) {
        return List.of(number -> ratings(account, "movies"), number -> ratings(account, "episodes"));
    }

    /** One answer holds them all. */
    private Opinions ratings(OutsideAccount account, String kind) throws JobFailure {
        return questions.ask(request(account, "ratings/" + kind, ""), answer -> {
            List<Opined> opined = new ArrayList<>();
            int unreadable = 0;
            for (byte[] payload : JsonSlicer.elements(answer.body(), "[]")) {
                try {
                    opined.add(rating(payload));
                } catch (Unreadable | IllegalArgumentException e) {
                    unreadable++;
                }
            }
            return new Opinions(opined, unreadable, true);
        });
    }

    private static Opined rating(byte[] payload) throws Unreadable {
        JsonRow row = JsonRow.of(payload);
        Double rating = row.number("rating");
        if (rating == null) {
            throw new Unreadable("rating: expected 1 to 10, got nothing");
        }
        Long at = second(payload, "rated_at");
        return new Opined(TraktItem.mention(row), Scale.TEN.score(rating), at == null ? 0 : at);
    }

    private static Outgoing request(OutsideAccount account, String route, String part) {
        String token = account.token();
        String name =
                URLEncoder.encode(account.userName(), StandardCharsets.UTF_8).replace("+", "%20");
        String root = token == null ? "/users/" + name + "/" : "/sync/";
        Outgoing request = Outgoing.get(URI.create(account.address() + root + route + part))
                .with("trakt-api-version", "2")
                .with("trakt-api-key", String.valueOf(account.apiKey()));
        return token == null ? request : request.with("Authorization", "Bearer " + token);
    }
}
