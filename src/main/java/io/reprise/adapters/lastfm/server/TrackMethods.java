package io.reprise.adapters.lastfm.server;

import io.reprise.account.User;
import io.reprise.catalog.Ledger;
import io.reprise.history.History;
import io.reprise.imports.EpochSeconds;
import io.reprise.media.Fold;
import io.reprise.play.Removal;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a program says of a track: that it is loved, that it no longer is, and that a play of it never happened. */
final class TrackMethods {
    private final Who who;
    private final RecentMethod.Shelf shelf;
    private final Removal removal;

    TrackMethods(Who who, RecentMethod.Shelf shelf, Removal removal) {
        this.who = who;
        this.shelf = shelf;
        this.removal = removal;
    }

    Map<String, Method> methods() {
        return Map.of(
                "track.love", call -> judge(call, shelf.loved()::love),
                "track.unlove", call -> judge(call, shelf.loved()::unlove),
                "library.removescrobble", this::remove);
    }

    @FunctionalInterface
    private interface Judgement {
        void give(io.reprise.account.UserId user, String artist, String track);
    }

    /** A track that was never played may be loved as well. */
    private Element judge(Call call, Judgement judgement) {
        User user = who.requireKey(call);
        String artist = call.need("artist");
        String track = call.need("track");
        if (artist.indexOf('\0') >= 0 || track.indexOf('\0') >= 0) {
            throw FaultCode.PARAMETERS.raised("artist and track without NUL characters");
        }
        try {
            judgement.give(user.id(), artist, track);
        } catch (IllegalArgumentException e) {
            throw FaultCode.PARAMETERS.raised(String.valueOf(e.getMessage()));
        }
        return Element.of("");
    }

    /** The plays of this second and these names no longer count; one that is not there is a success as well. */
    private Element remove(Call call) {
        User user = who.requireKey(call);
        String artist = Fold.fold(call.need("artist"));
        String track = Fold.fold(call.need("track"));
        long second = second(call);
        Ledger.Author author = new Ledger.Author(user.name(), "removed by a program that speaks Last.fm");
        for (long number : numbers(shelf.songs().of(user), second, artist, track)) {
            removal.remove(user.id(), number, author);
        }
        return Element.of(Written.ROOT).with("status", "ok");
    }

    private static long second(Call call) {
        try {
            return EpochSeconds.told("timestamp", call.need("timestamp"));
        } catch (Unreadable e) {
            throw FaultCode.PARAMETERS.raised(String.valueOf(e.getMessage()));
        }
    }

    private static List<Long> numbers(History history, long second, String artist, String track) {
        List<Long> numbers = new ArrayList<>();
        for (int i = history.firstFrom(second); i < history.size() && history.at(i) == second; i++) {
            int item = history.item(i);
            if (Songs.isDated(history, i)
                    && Fold.fold(history.names().creditText(item)).equals(artist)
                    && Fold.fold(history.names().title(item)).equals(track)) {
                numbers.add(history.number(i));
            }
        }
        return numbers;
    }
}
