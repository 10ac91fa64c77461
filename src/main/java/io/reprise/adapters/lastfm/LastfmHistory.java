package io.reprise.adapters.lastfm;

import io.reprise.http.HostRate;
import io.reprise.http.PoliteClient;
import io.reprise.imports.HistorySource;
import io.reprise.imports.NewestFirst;
import io.reprise.imports.OutsideAccount;
import io.reprise.job.JobFailure;
import io.reprise.scrobble.Origin;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Histories at Last.fm, at Libre.fm, and at servers that answer {@code user.getRecentTracks} as they do. They count
 * their pages from the newest play ({@link NewestFirst}); Libre.fm takes no span and tells no total.
 */
public final class LastfmHistory implements HistorySource {
    /**
     * The terms of the API allow five requests a second from one address, averaged over five minutes; one less leaves
     * room for other programs there.
     */
    private static final int REQUESTS_PER_SECOND = 4;

    /** For pulls and for what is sent there alike. */
    public static final HostRate RATE =
            HostRate.of("ws.audioscrobbler.com", REQUESTS_PER_SECOND, Duration.ofSeconds(1));

    private static final int PAGE_ROWS = 200;

    private final Party party;
    private final LastfmQuestions questions;
    private final RecentTrackFormat format;
    private final int pageRows;

    /** One of those who speak so. */
    private record Party(String word, String title, URI address, boolean needsApiKey) {}

    private LastfmHistory(Party party, PoliteClient client, RecentTrackFormat format, int pageRows) {
        this.party = party;
        this.questions = new LastfmQuestions(party.title(), client);
        this.format = format;
        this.pageRows = pageRows;
    }

    public static LastfmHistory lastfm(PoliteClient client, RecentTrackFormat format) {
        return lastfm(client, format, PAGE_ROWS);
    }

    static LastfmHistory lastfm(PoliteClient client, RecentTrackFormat format, int pageRows) {
        URI address = URI.create("https://ws.audioscrobbler.com/2.0");
        return new LastfmHistory(new Party("lastfm", "Last.fm", address, true), client, format, pageRows);
    }

    /** It wants no key of one's own. */
    public static LastfmHistory librefm(PoliteClient client, RecentTrackFormat format) {
        return librefm(client, format, PAGE_ROWS);
    }

    static LastfmHistory librefm(PoliteClient client, RecentTrackFormat format, int pageRows) {
        URI address = URI.create("https://libre.fm/2.0");
        return new LastfmHistory(new Party("librefm", "Libre.fm", address, false), client, format, pageRows);
    }

    @Override
    public String word() {
        return party.word();
    }

    @Override
    public String title() {
        return party.title();
    }

    @Override
    public URI address() {
        return party.address();
    }

    @Override
    public boolean needsApiKey() {
        return party.needsApiKey();
    }

    @Override
    public Origin origin(OutsideAccount account) {
        boolean isTheirs = account.address().equals(address());
        String client = isTheirs ? title() : account.address().getHost();
        return new Origin("lastfm", client, account.foldedName());
    }

    @Override
    public Page page(OutsideAccount account, Span span) throws JobFailure {
        return new NewestFirst(pageRows, number -> answer(account, span, number)).oldest(span);
    }

    private Optional<NewestFirst.Answer> answer(OutsideAccount account, Span span, long number) throws JobFailure {
        String method = "user.getrecenttracks&extended=1&from=" + span.from() + "&to=" + span.until();
        return questions
                .ask(account, method, new LastfmQuestions.Part(number, pageRows), RecentTracks::read)
                .map(recent -> new NewestFirst.Answer(
                        recent.tracks().stream()
                                .map(track -> new NewestFirst.Line(new Row(format, track.payload()), track.second()))
                                .toList(),
                        recent.totalPages(),
                        recent.total()));
    }

    @Override
    public List<OpinionList> opinions(OutsideAccount account) {
        return List.of(number -> questions
                .ask(account, "user.getlovedtracks", new LastfmQuestions.Part(number, pageRows), LovedTracks::read)
                .orElse(Opinions.NONE));
    }
}
