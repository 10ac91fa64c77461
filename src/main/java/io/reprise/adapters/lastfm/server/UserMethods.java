package io.reprise.adapters.lastfm.server;

import io.reprise.account.Accounts;
import io.reprise.account.User;
import io.reprise.history.History;
import io.reprise.rating.RatingEvent;
import io.reprise.report.Filter;
import io.reprise.report.Range;
import io.reprise.report.Totals;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who the user is and what they love; friends are nobody's business, so there are none. */
final class UserMethods {
    private static final DateTimeFormatter REGISTERED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH);

    private final Who who;
    private final Accounts accounts;
    private final RecentMethod.Shelf shelf;

    UserMethods(Who who, Accounts accounts, RecentMethod.Shelf shelf) {
        this.who = who;
        this.accounts = accounts;
        this.shelf = shelf;
    }

    Map<String, Method> methods() {
        return Map.of(
                "user.getinfo", this::about,
                "user.getlovedtracks", this::loved,
                "user.getfriends", this::friends);
    }

    private Element about(Call call) {
        User user = who.requireNamed(call, "user");
        History history = shelf.songs().of(user);
        Totals totals = Totals.of(history, Range.ALL, Filter.SONGS);
        long made = accounts.createdAt(user.id());
        String inWords = REGISTERED.format(Instant.ofEpochSecond(made).atOffset(ZoneOffset.UTC));
        return Element.of("user")
                .with("id", Integer.toString(user.id().value()))
                .with("name", user.name())
                .with("realname", "")
                .with("url", call.server() + "/")
                .list("image", Element.noPictures())
                .with("country", "None")
                .with("age", "0")
                .with("gender", "n")
                .with("subscriber", "0")
                .with("playcount", Long.toString(totals.plays()))
                .with("artist_count", Integer.toString(totals.played().creators()))
                .with("track_count", Integer.toString(totals.played().items()))
                .with("album_count", Integer.toString(totals.played().containers()))
                .with("playlists", "0")
                .with("bootstrap", "0")
                .with(Element.text("registered", inWords, made).attribute("unixtime", Long.toString(made)))
                .with("type", "user");
    }

    private Element loved(Call call) {
        User user = who.requireNamed(call, "user");
        List<RatingEvent> songs = shelf.loved().songs(user.id());
        Paged paged = Paged.of(call);
        List<Element> tracks = songs.stream()
                .skip(paged.offset())
                .limit(paged.limit())
                .map(UserMethods::track)
                .toList();
        return paged.about(Element.of("lovedtracks"), user, songs.size()).list("track", tracks);
    }

    private static Element track(RatingEvent song) {
        return Element.of("track")
                .with("name", song.about().title())
                .with("mbid", "")
                .with("url", "")
                .with(Songs.date(song.at()))
                .with(Element.of("artist")
                        .with("name", song.about().credit())
                        .with("mbid", "")
                        .with("url", ""))
                .list("image", Element.noPictures())
                .with(Element.text("streamable", "0").attribute("fulltrack", "0"));
    }

    private Element friends(Call call) {
        User user = who.requireNamed(call, "user");
        return Paged.of(call).about(Element.of("friends"), user, 0).list("user", List.of());
    }
}
