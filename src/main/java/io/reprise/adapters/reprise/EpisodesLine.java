package io.reprise.adapters.reprise;

import io.reprise.account.UserId;
import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.EpisodeRows;
import io.reprise.catalog.ToldEpisode;
import io.reprise.imports.Afterword;
import io.reprise.imports.JsonRow;
import io.reprise.media.ExternalId;
import io.reprise.play.Aggregator;
import io.reprise.scrobble.Unreadable;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of episodes that an authority told in another library, kept here unless it told a newer one. */
record EpisodesLine(JsonRow row) implements Afterword {
    private static final String MEMBER = "episodes";

    static boolean is(JsonRow row) {
        return row.has(MEMBER);
    }

    @Override
    public void apply(Tx tx, UserId user, Aggregator aggregator) throws SQLException, Unreadable {
        EpisodeRows.put(tx, user, list());
    }

    private EpisodeList list() throws Unreadable {
        List<ToldEpisode> episodes = new ArrayList<>();
        for (JsonRow each : row.objects("list")) {
            try {
                episodes.add(episode(each));
            } catch (IllegalArgumentException e) {
                throw new Unreadable(each.field("") + " " + e.getMessage(), e);
            }
        }
        try {
            return new EpisodeList(
                    ExternalId.parse(row.needText(MEMBER)), Brought.second(row, "at"), row.flag("ended"), episodes);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(MEMBER + ": " + e.getMessage(), e);
        }
    }

    private static ToldEpisode episode(JsonRow each) throws Unreadable {
        List<ToldEpisode.Place> elsewhere = new ArrayList<>();
        for (String place : each.texts("elsewhere")) {
            elsewhere.add(ToldEpisode.Place.parse(place));
        }
        String title = each.text("title");
        return new ToldEpisode(
                ExternalId.parse(each.needText("id")),
                ToldEpisode.Place.parse(each.needText("place")),
                title == null ? "" : title,
                new ToldEpisode.Airing(day(each), each.has("at") ? (Long) Brought.second(each, "at") : null),
                each.count("seconds"),
                elsewhere);
    }

    private static @Nullable LocalDate day(JsonRow each) throws Unreadable {
        String text = each.text("day");
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Unreadable(each.field("day") + ": expected a date such as 2024-05-01, got " + text, e);
        }
    }
}
