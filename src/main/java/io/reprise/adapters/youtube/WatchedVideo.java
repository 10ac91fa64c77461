package io.reprise.adapters.youtube;

import io.reprise.imports.EpochSeconds;
import io.reprise.imports.JsonRow;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of the watch history: a video began at {@code time} (UTC). How long it was watched is never told. The title
 * holds a verb in the account's language, so the address says which video it is.
 */
final class WatchedVideo {
    private static final Pattern VIDEO =
            Pattern.compile("https?://(?:[\\w-]+\\.)?(?:youtube\\.com/(?:watch\\?(?:.*&)?v=|shorts/)|youtu\\.be/)"
                    + "([\\w-]{6,20}).*");
    private static final Pattern BEFORE = Pattern.compile(
            "^(?:Watched|Has visto|Vous avez regardé|Hai guardato|Você assistiu a|Assistiu a|Gekeken naar"
                    + "|Obejrzano|Du har sett på|Просмотрено видео)[\\s:]+");
    private static final Pattern AFTER = Pattern.compile("\\s+(?:angesehen|bekeken|を視聴しました|を再生しました)$");
    private static final String TOPIC = " - Topic";

    private WatchedVideo() {}

    static boolean isAdvert(JsonRow row) throws Unreadable {
        for (JsonRow detail : row.objects("details")) {
            if ("From Google Ads".equals(detail.text("name"))) {
                return true;
            }
        }
        return false;
    }

    static boolean isVideo(String url) {
        return VIDEO.matcher(url).matches();
    }

    static Told told(JsonRow row) throws Unreadable {
        String url = row.needText("titleUrl");
        Matcher video = VIDEO.matcher(url);
        if (!video.matches()) {
            throw new Unreadable("titleUrl: expected the address of a video, got " + url);
        }
        List<ExternalId> ids = List.of(new ExternalId("youtube", video.group(1)));
        String title = title(row.needText("title"));
        List<JsonRow> by = row.objects("subtitles");
        String channel = by.isEmpty() ? null : by.getFirst().text("name");
        boolean isMusic = "YouTube Music".equals(row.text("header")) || url.contains("music.youtube.com/");
        Mention mention = isMusic
                ? new Mention.Song(title, artist(channel), null, null, null, ids)
                : new Mention.Video(title, url, channel, null, ids);
        long start = EpochSeconds.second("time", row.needText("time"));
        return Told.played(mention, Times.started(start));
    }

    private static Credit artist(@Nullable String channel) {
        if (channel == null) {
            return Credit.NONE;
        }
        String name = channel.endsWith(TOPIC) ? channel.substring(0, channel.length() - TOPIC.length()) : channel;
        return Credit.of(name, "artist");
    }

    private static String title(String told) {
        String title = AFTER.matcher(BEFORE.matcher(told).replaceFirst(""))
                .replaceFirst("")
                .strip();
        boolean isQuoted = title.length() > 2 && title.startsWith("\u201E") && title.endsWith("\u201C");
        return isQuoted ? title.substring(1, title.length() - 1) : title;
    }
}
