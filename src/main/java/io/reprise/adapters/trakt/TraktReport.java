package io.reprise.adapters.trakt;

import io.reprise.imports.JsonRow;
import io.reprise.inlet.Claim;
import io.reprise.inlet.ItemIds;
import io.reprise.inlet.JsonFormat;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.scrobble.Position;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a scrobble in Trakt's words. What was done stands in the path, so each verb has a format of its own; a
 * stop from 80 percent on finishes, as Trakt has it.
 */
final class TraktReport {
    static final JsonFormat START = new JsonFormat(52, "trakt.start", row -> told(row, Verb.START));
    static final JsonFormat PAUSE = new JsonFormat(53, "trakt.pause", row -> told(row, Verb.STOP));
    static final JsonFormat STOP = new JsonFormat(
            54,
            "trakt.stop",
            row -> told(row, progress(row) >= TraktReport.FINISHED_PERCENT ? Verb.FINISH : Verb.STOP));

    static final double FINISHED_PERCENT = 80;
    private static final double PERCENT = 100;
    private static final int MINUTE_SECONDS = 60;

    private TraktReport() {}

    private static Told told(JsonRow row, Verb verb) throws Unreadable {
        return new Told(
                verb, mention(row), Times.RECEIVED, null, new Position(progress(row), PERCENT, "percent"), null);
    }

    static double progress(JsonRow row) throws Unreadable {
        Double progress = row.number("progress");
        if (progress == null || progress < 0 || progress > PERCENT) {
            throw new Unreadable("progress: expected 0 to 100, got " + progress);
        }
        return progress;
    }

    static Mention mention(JsonRow row) throws Unreadable {
        JsonRow film = row.object("movie");
        if (film != null) {
            List<ExternalId> ids = ids(film, MediaKind.FILM);
            return new Claim(titled(film, "film", ids), null, null, numbers(film, null), ids).film();
        }
        JsonRow show = row.object("show");
        JsonRow episode = row.object("episode");
        if (episode == null) {
            throw new Unreadable("expected movie, or show and episode, got neither");
        }
        List<ExternalId> ids = ids(episode, MediaKind.EPISODE);
        List<ExternalId> named = show == null ? ids : ids(show, MediaKind.FILM);
        String title = show == null ? titled(episode, "episode", named) : titled(show, "show", named);
        return new Claim(episode.text("title"), title, null, numbers(episode, episode), ids).episode();
    }

    private static Claim.Numbers numbers(JsonRow item, @Nullable JsonRow episode) throws Unreadable {
        Integer minutes = item.count("runtime");
        Integer number = episode == null ? null : episode.count("number");
        return new Claim.Numbers(
                episode == null ? null : episode.count("season"),
                number,
                item.count("year"),
                minutes == null ? null : Math.multiplyExact(minutes, MINUTE_SECONDS));
    }

    /** Many players send ids alone; then the first of them stands for the title. */
    private static String titled(JsonRow item, String what, List<ExternalId> ids) throws Unreadable {
        String title = item.text("title");
        if (title != null) {
            return title;
        }
        JsonRow told = item.object("ids");
        String slug = told == null ? null : told.text("slug");
        String trakt = told == null ? null : told.text("trakt");
        if (ids.isEmpty() && slug == null && trakt == null) {
            throw new Unreadable(item.field("title") + ": expected a title or ids, got neither");
        }
        String id = !ids.isEmpty()
                ? ids.getFirst().scheme().replaceFirst(":.*", "") + " "
                        + ids.getFirst().value()
                : slug != null ? slug : String.valueOf(trakt);
        return what + " " + id;
    }

    private static List<ExternalId> ids(JsonRow item, MediaKind kind) throws Unreadable {
        JsonRow told = item.object("ids");
        List<ExternalId> ids = new ArrayList<>();
        if (told != null) {
            for (String issuer : List.of("imdb", "tmdb", "tvdb")) {
                ids.addAll(ItemIds.of(kind, issuer, told.text(issuer)));
            }
        }
        return ids;
    }
}
