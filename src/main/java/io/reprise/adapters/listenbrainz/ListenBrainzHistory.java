package io.reprise.adapters.listenbrainz;

import io.reprise.http.GiveUp;
import io.reprise.http.HostRate;
import io.reprise.http.NotAllowed;
import io.reprise.http.Outgoing;
import io.reprise.http.OutsideFailure;
import io.reprise.http.PoliteClient;
import io.reprise.http.TryLater;
import io.reprise.imports.HistorySource;
import io.reprise.imports.OutsideAccount;
import io.reprise.job.JobFailure;
import io.reprise.rating.Loves;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Histories at listenbrainz.org, and at servers that answer {@code GET /1/user/{name}/listens} as it does: with both
 * bounds given, the oldest listens between them. Whether a server keeps to that is seen at the first page, for another
 * order would leave holes.
 */
public final class ListenBrainzHistory implements HistorySource {
    private static final URI ADDRESS = URI.create("https://api.listenbrainz.org");
    /** What its server allows one address by default; the headers of its answers hold us back where it is less. */
    private static final int REQUESTS_PER_TEN_SECONDS = 30;

    public static final HostRate RATE =
            HostRate.of("api.listenbrainz.org", REQUESTS_PER_TEN_SECONDS, Duration.ofSeconds(10));

    private static final int PAGE_ROWS = 1000;
    private static final int FEEDBACK_ROWS = 100;
    private static final int NOT_FOUND = 404;

    private final PoliteClient client;
    private final ListenFormat format;
    private final int pageRows;

    public ListenBrainzHistory(PoliteClient client, ListenFormat format) {
        this(client, format, PAGE_ROWS);
    }

    ListenBrainzHistory(PoliteClient client, ListenFormat format, int pageRows) {
        this.client = client;
        this.format = format;
        this.pageRows = pageRows;
    }

    @Override
    public String word() {
        return "listenbrainz";
    }

    @Override
    public String title() {
        return "ListenBrainz";
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
        String client =
                account.address().equals(ADDRESS) ? title() : account.address().getHost();
        return new Origin(ListenOrigin.PROTOCOL, client, account.foldedName());
    }

    @Override
    public Page page(OutsideAccount account, Span span) throws JobFailure {
        ListensPage listens = ask(account, new Bounds(span.from(), span.until(), pageRows));
        if (listens.listens().isEmpty()) {
            return new Page(List.of(), span.from(), true, 0L);
        }
        long oldest = listens.listens().getFirst().second();
        if (span.isFirst() && oldest > span.from()) {
            demandOldestFirst(account, new Bounds(span.from(), oldest - 1, 1));
        }
        List<Row> rows = new ArrayList<>();
        for (ListensPage.Row row : listens.listens()) {
            rows.add(new Row(format, row.payload()));
        }
        long newest = listens.listens().getLast().second();
        boolean isFull = rows.size() >= pageRows;
        // A full page may end in the midst of its newest second.
        long through = isFull && newest > span.from() ? newest - 1 : newest;
        return new Page(rows, through, !isFull && newest >= listens.latest(), null);
    }

    private void demandOldestFirst(OutsideAccount account, Bounds before) throws JobFailure {
        if (!ask(account, before).listens().isEmpty()) {
            throw new JobFailure(
                    "this server does not list the oldest listens first where min_ts and max_ts are given, as"
                            + " ListenBrainz does; a history fetched from it would have holes",
                    "Import an export of it instead");
        }
    }

    /** The first and the last second asked for, and how many listens at most. */
    private record Bounds(long from, long until, int count) {}

    /** Both bounds of the party are exclusive, and a lower one of 0 counts as none. */
    private ListensPage ask(OutsideAccount account, Bounds bounds) throws JobFailure {
        String route = "listens?count=" + bounds.count() + "&min_ts=" + Math.max(1, bounds.from() - 1) + "&max_ts="
                + Math.max(bounds.until() + 1, 2);
        Outgoing request = Outgoing.get(URI.create(root(account) + "/user/" + name(account) + "/" + route));
        try {
            return ListensPage.read(client.send(signed(account, request)).body());
        } catch (OutsideFailure failure) {
            throw refused(account, failure);
        } catch (Unreadable e) {
            throw new JobFailure(
                    "the server gave an answer that is none: " + e.getMessage(),
                    "Check the address; else it is tried again later");
        }
    }

    private static JobFailure refused(OutsideAccount account, OutsideFailure failure) {
        String reason = String.valueOf(failure.getMessage());
        return switch (failure) {
            case NotAllowed notAllowed ->
                new JobFailure("the server does not let us read this history: " + reason, "Enter a token of this user");
            case TryLater later -> new JobFailure(reason, "It is tried again later; nothing is lost");
            case GiveUp giveUp ->
                giveUp.status() == NOT_FOUND
                        ? new JobFailure(
                                "there is no user " + account.userName() + " at " + account.address(),
                                "Check the user name and the address")
                        : new JobFailure(reason, "Check the address and the user name");
        };
    }

    private static Outgoing signed(OutsideAccount account, Outgoing request) {
        String token = account.token();
        return token == null ? request : request.with("Authorization", "Token " + token);
    }

    private static String root(OutsideAccount account) {
        String address = account.address().toString();
        return address.endsWith("/1") ? address : address + "/1";
    }

    private static String name(OutsideAccount account) {
        return URLEncoder.encode(account.userName(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public List<OpinionList> opinions(OutsideAccount account) {
        return List.of(
                number -> feedback(account, Loves.LOVED, number), number -> feedback(account, Loves.HATED, number));
    }

    private Opinions feedback(OutsideAccount account, int score, int number) throws JobFailure {
        Outgoing request = Outgoing.get(URI.create(root(account) + "/feedback/user/" + name(account)
                + "/get-feedback?score=" + score + "&metadata=true&count=" + FEEDBACK_ROWS + "&offset="
                + (number - 1) * FEEDBACK_ROWS));
        try {
            return FeedbackPage.read(client.send(signed(account, request)).body());
        } catch (GiveUp none) {
            // Servers that take listens alone have no such route; the listens were fetched, so the user is known.
            return Opinions.NONE;
        } catch (OutsideFailure failure) {
            throw refused(account, failure);
        } catch (Unreadable e) {
            throw new JobFailure(
                    "the server gave an answer that is none: " + e.getMessage(), "It is tried again later");
        }
    }
}
