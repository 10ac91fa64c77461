package io.reprise.adapters.lastfm;

import io.reprise.http.Answer;
import io.reprise.http.GiveUp;
import io.reprise.http.NotAllowed;
import io.reprise.http.Outgoing;
import io.reprise.http.OutsideFailure;
import io.reprise.http.PoliteClient;
import io.reprise.http.TryLater;
import io.reprise.imports.HistorySource;
import io.reprise.imports.OutsideAccount;
import io.reprise.job.JobFailure;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Histories at Last.fm, and at servers that answer {@code user.getRecentTracks} as it does. Last.fm counts its pages
 * from the newest play, so pages shift while new plays come; therefore the oldest plays of a span are the page whose
 * number is the count of pages in the very same answer, and any other answer is asked again.
 */
public final class LastfmHistory implements HistorySource {
    private static final URI ADDRESS = URI.create("https://ws.audioscrobbler.com/2.0");
    private static final int PAGE_ROWS = 200;
    private static final int SHIFTS_MAX = 8;

    private final PoliteClient client;
    private final RecentTrackFormat format;
    private final int pageRows;

    public LastfmHistory(PoliteClient client, RecentTrackFormat format) {
        this(client, format, PAGE_ROWS);
    }

    LastfmHistory(PoliteClient client, RecentTrackFormat format, int pageRows) {
        this.client = client;
        this.format = format;
        this.pageRows = pageRows;
    }

    @Override
    public String word() {
        return "lastfm";
    }

    @Override
    public String title() {
        return "Last.fm";
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
        String client =
                account.address().equals(ADDRESS) ? title() : account.address().getHost();
        return new Origin("lastfm", client, account.foldedName());
    }

    @Override
    public Page page(OutsideAccount account, Span span) throws JobFailure {
        Long rows = span.rows();
        long page = rows == null ? 1 : Math.max(1, (rows + pageRows - 1) / pageRows);
        long empty = Long.MAX_VALUE;
        for (int shift = 0; shift < SHIFTS_MAX; shift++) {
            Optional<RecentTracks> answer = ask(account, span, page);
            if (answer.isEmpty()) {
                page = 1;
                continue;
            }
            RecentTracks recent = answer.get();
            if (recent.tracks().isEmpty()) {
                empty = Math.min(empty, page);
            }
            long oldest = Math.min(recent.totalPages(), empty - 1);
            if (oldest < 1) {
                return new Page(List.of(), span.from(), true, 0L);
            }
            if (oldest == page) {
                return page(span, recent, oldest == 1);
            }
            page = oldest;
        }
        throw new JobFailure(
                title() + " counted its pages anew " + SHIFTS_MAX + " times while the oldest one was asked for",
                "It is tried again later; nothing is lost");
    }

    private Page page(Span span, RecentTracks recent, boolean isLast) {
        List<Row> rows = new ArrayList<>();
        long through = span.from();
        for (RecentTracks.Track track : recent.tracks().reversed()) {
            rows.add(new Row(format, track.payload()));
            Long second = track.second();
            through = second == null ? through : Math.max(through, second);
        }
        // The newest second of this page is asked for again, hence one more.
        return new Page(rows, through, isLast, Math.max(0, recent.total() - rows.size()) + 1);
    }

    /** Empty where a page is not there, which some servers answer with the error for wrong parameters. */
    private Optional<RecentTracks> ask(OutsideAccount account, Span span, long page) throws JobFailure {
        byte[] body;
        try {
            Answer answer = client.send(Outgoing.get(address(account, span, page)));
            body = answer.body();
        } catch (OutsideFailure failure) {
            return refused(account, page, failure);
        }
        RecentTracks.Fault fault = RecentTracks.fault(body);
        if (fault != null) {
            return refused(account, page, fault);
        }
        try {
            return Optional.of(RecentTracks.read(body));
        } catch (Unreadable e) {
            throw new JobFailure(
                    title() + " gave an answer that is none: " + e.getMessage(),
                    "Check the address; else it is tried again later");
        }
    }

    private Optional<RecentTracks> refused(OutsideAccount account, long page, OutsideFailure failure)
            throws JobFailure {
        RecentTracks.Fault fault = RecentTracks.fault(failure.answer().getBytes(StandardCharsets.UTF_8));
        if (fault != null) {
            return refused(account, page, fault);
        }
        String reason = String.valueOf(failure.getMessage());
        throw switch (failure) {
            case NotAllowed notAllowed -> new JobFailure(reason, "Check the API key and the privacy settings there");
            case TryLater later -> new JobFailure(reason, "It is tried again later; nothing is lost");
            case GiveUp giveUp -> new JobFailure(reason, "Check the address and the user name");
        };
    }

    private static Optional<RecentTracks> refused(OutsideAccount account, long page, RecentTracks.Fault fault)
            throws JobFailure {
        if (fault.code() == LastfmFailure.INVALID_PARAMETERS && page > 1) {
            return Optional.empty();
        }
        throw LastfmFailure.of(fault, account.userName());
    }

    private URI address(OutsideAccount account, Span span, long page) {
        String key = account.apiKey();
        return URI.create(account.address() + "/?method=user.getrecenttracks&format=json&extended=1"
                + "&user=" + encoded(account.userName())
                + (key == null ? "" : "&api_key=" + encoded(key))
                + "&limit=" + pageRows + "&page=" + page + "&from=" + span.from() + "&to=" + span.until());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
