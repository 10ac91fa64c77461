package io.reprise.adapters.lastfm.server;

import io.reprise.account.User;
import io.reprise.history.History;
import io.reprise.report.Filter;
import io.reprise.report.Lookup;
import io.reprise.report.Range;
import io.reprise.report.Subject;
import io.reprise.report.Totals;
import java.util.List;
import java.util.Map;

/** One artist, album or track of the user's own library, with the user's own counts: nobody else is counted. */
final class ThingMethods {
    private static final long MILLIS = 1000;

    private final Who who;
    private final RecentMethod.Shelf shelf;

    ThingMethods(Who who, RecentMethod.Shelf shelf) {
        this.who = who;
        this.shelf = shelf;
    }

    Map<String, Method> methods() {
        return Map.of("artist.getinfo", this::artist, "album.getinfo", this::album, "track.getinfo", this::track);
    }

    private Element artist(Call call) {
        User user = who.requireNamed(call, "username");
        History history = shelf.songs().of(user);
        int number = Lookup.creator(history, Filter.SONGS, call.need("artist"))
                .orElseThrow(() -> Fault.missing("The artist you supplied could not be found"));
        String plays = plays(history, Subject.CREATOR, number);
        return Element.of("artist")
                .with("name", history.names().creatorName(number))
                .with("mbid", "")
                .with("url", ThingElement.address(call.server(), Subject.CREATOR, number))
                .list("image", Element.noPictures())
                .with("streamable", "0")
                .with("ontour", "0")
                .with(Element.of("stats")
                        .with("listeners", "1")
                        .with("playcount", plays)
                        .with("userplaycount", plays))
                .with(Element.of("similar").list("artist", List.of()))
                .with(Element.of("tags").list("tag", List.of()))
                .with(Element.of("bio").with("summary", "").with("content", ""));
    }

    private Element album(Call call) {
        User user = who.requireNamed(call, "username");
        History history = shelf.songs().of(user);
        int number = Lookup.container(history, Filter.SONGS, call.need("artist"), call.need("album"))
                .orElseThrow(() -> Fault.missing("Album not found"));
        String plays = plays(history, Subject.CONTAINER, number);
        return Element.of("album")
                .with("name", history.names().containerTitle(number))
                .with("artist", history.names().containerCredit(number))
                .with("mbid", "")
                .with("url", ThingElement.address(call.server(), Subject.CONTAINER, number))
                .list("image", Element.noPictures())
                .with("listeners", "1")
                .with("playcount", plays)
                .with("userplaycount", plays)
                .with(Element.of("tracks").list("track", List.of()))
                .with(Element.of("tags").list("tag", List.of()));
    }

    private Element track(Call call) {
        User user = who.requireNamed(call, "username");
        History history = shelf.songs().of(user);
        int number = Lookup.item(history, Filter.SONGS, call.need("artist"), call.need("track"))
                .orElseThrow(() -> Fault.missing("Track not found"));
        String plays = plays(history, Subject.ITEM, number);
        String artist = history.names().creditText(number);
        String title = history.names().title(number);
        boolean isLoved = shelf.loved().isLoved(user.id(), Loved.key(artist, title));
        return Element.of("track")
                .with("name", title)
                .with("mbid", "")
                .with("url", ThingElement.address(call.server(), Subject.ITEM, number))
                .with("duration", Long.toString(history.names().length(number) * MILLIS))
                .with(Element.text("streamable", "0").attribute("fulltrack", "0"))
                .with("listeners", "1")
                .with("playcount", plays)
                .with(ThingElement.artist(artist))
                .with("userplaycount", plays)
                .with("userloved", isLoved ? "1" : "0")
                .with(Element.of("toptags").list("tag", List.of()));
    }

    private static String plays(History history, Subject subject, int number) {
        return Long.toString(Totals.of(history, Range.ALL, Filter.SONGS.with(subject, number))
                .plays());
    }
}
