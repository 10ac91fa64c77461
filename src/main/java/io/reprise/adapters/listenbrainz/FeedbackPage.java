package io.reprise.adapters.listenbrainz;

import io.reprise.imports.HistorySource;
import io.reprise.imports.JsonRow;
import io.reprise.imports.Opined;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mbid;
import io.reprise.media.Mention;
import io.reprise.rating.Loves;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer to {@code GET /1/feedback/user/{name}/get-feedback?metadata=true}: newest first. A song that the server
 * tells without its names cannot be known again here and counts as unreadable.
 */
final class FeedbackPage {
    private FeedbackPage() {}

    static HistorySource.Opinions read(byte[] body) throws Unreadable {
        JsonRow page = JsonRow.of(body);
        Long total = page.whole("total_count");
        Long offset = page.whole("offset");
        List<JsonRow> feedback = page.objects("feedback");
        List<Opined> opined = new ArrayList<>();
        int unreadable = 0;
        for (JsonRow row : feedback) {
            try {
                opined.add(one(row));
            } catch (Unreadable | IllegalArgumentException e) {
                unreadable++;
            }
        }
        long until = (offset == null ? 0 : offset) + feedback.size();
        return new HistorySource.Opinions(opined, unreadable, feedback.isEmpty() || total == null || until >= total);
    }

    private static Opined one(JsonRow row) throws Unreadable {
        JsonRow told = row.object("track_metadata");
        if (told == null) {
            throw new Unreadable("track_metadata: expected the names of the song, got nothing");
        }
        Long score = row.whole("score");
        if (score == null || score != Loves.LOVED && score != Loves.HATED) {
            throw new Unreadable("score: expected 1 or -1, got " + score);
        }
        Long created = row.whole("created");
        Mention song = new Mention.Song(
                told.needText("track_name"),
                Credit.of(told.needText("artist_name"), "artist"),
                told.text("release_name"),
                null,
                null,
                ids(row.text("recording_mbid")));
        return Opined.loved(song, Math.toIntExact(score), created == null ? 0 : created);
    }

    private static List<ExternalId> ids(@Nullable String mbid) {
        return Mbid.find(mbid == null ? "" : mbid).map(id -> id.as("mb:recording")).stream()
                .toList();
    }
}
