package io.reprise.adapters.lastfm.server;

import io.reprise.account.User;
import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.ContainerMention;
import io.reprise.media.Mention;
import io.reprise.scrobble.NowPlaying;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code user.getRecentTracks}: plays, newest first, between two seconds that both belong to it. What plays now stands
 * before them on the first page of a list that reaches up to now, and is not counted.
 */
final class RecentMethod implements Method {
    private final Who who;
    private final Songs songs;
    private final Loved loved;
    private final NowPlaying playing;
    private final InstantSource clock;

    RecentMethod(Who who, Shelf shelf, NowPlaying playing, InstantSource clock) {
        this.who = who;
        this.songs = shelf.songs();
        this.loved = shelf.loved();
        this.playing = playing;
        this.clock = clock;
    }

    /** What the reading methods read. */
    record Shelf(Songs songs, Loved loved) {}

    /** How one track is written. */
    private record Style(boolean extended, Set<Long> loved, String server) {}

    @Override
    public Element answer(Call call) {
        User user = who.requireNamed(call, "user");
        History history = songs.of(user);
        Long from = call.second("from");
        Long to = call.second("to");
        Paged paged = Paged.of(call);
        int first = history.firstFrom(from == null ? History.UNDATED + 1 : from);
        int end = to == null ? history.size() : history.firstFrom(to + 1);
        boolean extended = call.flag("extended");
        Style style = new Style(extended, extended ? loved.keys(user.id()) : Set.of(), call.server());
        List<Element> tracks = new ArrayList<>();
        if (paged.page() == 1 && (to == null || to >= clock.instant().getEpochSecond())) {
            playing(user, style).ifPresent(tracks::add);
        }
        int total = 0;
        for (int i = end - 1; i >= first; i--) {
            if (Songs.isDated(history, i)) {
                if (total >= paged.offset() && total < paged.offset() + paged.limit()) {
                    tracks.add(played(history, i, style));
                }
                total++;
            }
        }
        return paged.about(Element.of("recenttracks"), user, total).list("track", tracks);
    }

    private Optional<Element> playing(User user, Style style) {
        return playing.of(user.id()).stream()
                .filter(each -> each.told().mention() instanceof Mention.Song)
                .findFirst()
                .map(each -> {
                    Mention song = each.told().mention();
                    String album = song.container().map(ContainerMention::title).orElse("");
                    return track(new Track(song.credit().text(), song.title(), album, 0), style)
                            .attribute("nowplaying", "true");
                });
    }

    private static Element played(History history, int index, Style style) {
        Names names = history.names();
        int item = history.item(index);
        int container = history.container(index);
        String album = container == 0 ? "" : names.containerTitle(container);
        return track(new Track(names.creditText(item), names.title(item), album, item), style)
                .with(Songs.date(history.at(index)));
    }

    /** What is shown of a track; {@code item} is its number in the library, 0 where it is not known. */
    private record Track(String artist, String title, String album, int item) {}

    private static Element track(Track track, Style style) {
        Element element = Element.of("track");
        if (style.extended()) {
            element.with(Element.of("artist")
                    .with("name", track.artist())
                    .with("mbid", "")
                    .with("url", "")
                    .list("image", Element.noPictures()));
        } else {
            element.with(Element.text("artist", track.artist()).attribute("mbid", ""));
        }
        element.with("name", track.title())
                .with("streamable", "0")
                .with("mbid", "")
                .with(Element.text("album", track.album()).attribute("mbid", ""))
                .with("url", track.item() == 0 ? style.server() + "/" : style.server() + "/items/" + track.item())
                .list("image", Element.noPictures());
        if (style.extended()) {
            element.with("loved", isLoved(track, style) ? "1" : "0");
        }
        return element;
    }

    private static boolean isLoved(Track track, Style style) {
        Set<Long> keys = style.loved();
        return !keys.isEmpty() && keys.contains(Loved.key(track.artist(), track.title()));
    }
}
