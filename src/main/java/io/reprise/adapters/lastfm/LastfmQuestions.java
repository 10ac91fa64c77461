package io.reprise.adapters.lastfm;

import io.reprise.http.Answer;
import io.reprise.http.GiveUp;
import io.reprise.http.NotAllowed;
import io.reprise.http.Outgoing;
import io.reprise.http.OutsideFailure;
import io.reprise.http.PoliteClient;
import io.reprise.http.TryLater;
import io.reprise.imports.OutsideAccount;
import io.reprise.job.JobFailure;
import io.reprise.scrobble.Unreadable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks a server that speaks Last.fm's API 2.0, and says in words of ours what its errors mean. Thread-safe. */
final class LastfmQuestions {
    private final String title;
    private final PoliteClient client;

    LastfmQuestions(String title, PoliteClient client) {
        this.title = title;
        this.client = client;
    }

    /** A page of a list, counted from 1, and how many rows a page has. */
    record Part(long page, int rows) {}

    /** Reads an answer's body. */
    @FunctionalInterface
    interface Reading<T> {
        T read(byte[] body) throws Unreadable;
    }

    /** Empty where a page is not there, which some servers answer with the error for wrong parameters. */
    <T> Optional<T> ask(OutsideAccount account, String method, Part part, Reading<T> reading) throws JobFailure {
        byte[] body;
        try {
            Answer answer = client.send(Outgoing.get(address(account, method, part)));
            body = answer.body();
        } catch (OutsideFailure failure) {
            return refused(account, part.page(), failure);
        }
        RecentTracks.Fault fault = RecentTracks.fault(body);
        if (fault != null) {
            return refused(account, part.page(), fault);
        }
        try {
            return Optional.of(reading.read(body));
        } catch (Unreadable e) {
            throw new JobFailure(
                    title + " gave an answer that is none: " + e.getMessage(),
                    "Check the address; else it is tried again later");
        }
    }

    private <T> Optional<T> refused(OutsideAccount account, long page, OutsideFailure failure) throws JobFailure {
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

    private <T> Optional<T> refused(OutsideAccount account, long page, RecentTracks.Fault fault) throws JobFailure {
        boolean noPage =
                fault.code() == LastfmFailure.INVALID_PARAMETERS || fault.code() == LastfmFailure.INVALID_RESOURCE;
        if (noPage && page > 1) {
            return Optional.empty();
        }
        throw LastfmFailure.of(title, fault, account.userName());
    }

    private static URI address(OutsideAccount account, String method, Part part) {
        String key = account.apiKey();
        return URI.create(account.address() + "/?method=" + method + "&format=json&user=" + encoded(account.userName())
                + (key == null ? "" : "&api_key=" + encoded(key))
                + "&limit=" + part.rows() + "&page=" + part.page());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
