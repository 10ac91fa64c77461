package io.reprise.adapters.listenbrainz;

import io.javalin.http.Context;
import io.reprise.account.User;
import io.reprise.history.History;
import io.reprise.report.Chart;
import io.reprise.report.Counts;
import io.reprise.report.Filter;
import io.reprise.report.Heatmap;
import io.reprise.report.Measure;
import io.reprise.report.Range;
import io.reprise.report.Subject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code stats/user/{user}/...}: the songs of a user ranked and counted. They are counted when they are asked for, so
 * there is always an answer: of a range without listens an empty list.
 */
final class StatsRoutes {
    private final Caller caller;
    private final Listens listens;
    private final Recordings recordings;
    private final InstantSource clock;
    private final JsonMapper mapper;

    StatsRoutes(Caller caller, Listens listens, Recordings recordings, InstantSource clock, JsonMapper mapper) {
        this.caller = caller;
        this.listens = listens;
        this.recordings = recordings;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** What is asked: whose history, for which range. */
    private record Asked(User user, History history, StatsRange range) {}

    private Asked asked(Context context) {
        User user = caller.requireNamed(context);
        History history = listens.history(user);
        LocalDate today = LocalDate.ofEpochDay(history.zones().dayAt(now()));
        return new Asked(user, history, StatsRange.parse(context.queryParam("range"), today));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    void artists(Context context) {
        Asked asked = asked(context);
        ObjectNode body = mapper.createObjectNode();
        ArrayNode rows = ranked(context, asked, Subject.CREATOR, body, "artist");
        for (Chart.Row row : chart(context, asked, Subject.CREATOR).rows()) {
            ObjectNode artist = rows.addObject();
            artist.put("artist_name", row.what().name());
            artist.putNull("artist_mbid");
            artist.put("listen_count", row.plays());
        }
        RequestJson.answer(mapper, context, body);
    }

    void releases(Context context) {
        containers(context, "release");
    }

    /** A release and its group are one here until an authority tells them apart. */
    void releaseGroups(Context context) {
        containers(context, "release_group");
    }

    private void containers(Context context, String word) {
        Asked asked = asked(context);
        ObjectNode body = mapper.createObjectNode();
        ArrayNode rows = ranked(context, asked, Subject.CONTAINER, body, word);
        for (Chart.Row row : chart(context, asked, Subject.CONTAINER).rows()) {
            ObjectNode release = rows.addObject();
            release.put(word + "_name", row.what().name());
            release.put("artist_name", row.what().credit());
            release.put("listen_count", row.plays());
            release.putNull(word + "_mbid");
            release.putArray("artist_mbids");
        }
        RequestJson.answer(mapper, context, body);
    }

    void recordings(Context context) {
        Asked asked = asked(context);
        ObjectNode body = mapper.createObjectNode();
        ArrayNode rows = ranked(context, asked, Subject.ITEM, body, "recording");
        Chart chart = chart(context, asked, Subject.ITEM);
        List<Integer> items =
                chart.rows().stream().map(row -> row.what().number()).toList();
        Map<Integer, String> mbids = recordings.mbids(asked.user(), items);
        Map<Integer, Long> keys = recordings.keys(asked.user(), items);
        Map<Integer, String> releases = Recordings.releases(asked.history(), items);
        for (Chart.Row row : chart.rows()) {
            int item = row.what().number();
            ObjectNode recording = rows.addObject();
            recording.put("track_name", row.what().name());
            recording.put("artist_name", row.what().credit());
            recording.put("release_name", releases.getOrDefault(item, ""));
            recording.put("listen_count", row.plays());
            recording.put("recording_mbid", mbids.get(item));
            Long key = keys.get(item);
            recording.put("recording_msid", key == null ? null : Msid.of(key).toString());
            recording.putNull("release_mbid");
            recording.putArray("artist_mbids");
        }
        RequestJson.answer(mapper, context, body);
    }

    private static Chart chart(Context context, Asked asked, Subject subject) {
        Slice slice = Slice.read(context);
        Chart.Ask ask = new Chart.Ask(subject, Measure.PLAYS, slice.limit(), slice.offset());
        Chart chart = Chart.of(asked.history(), asked.range().range(), Filter.SONGS, ask);
        List<Chart.Row> rows = chart.rows().stream().limit(slice.count()).toList();
        return new Chart(subject, chart.measure(), chart.plays(), chart.seconds(), chart.size(), rows);
    }

    /** The envelope of a ranking; what is given back is its list, to be filled. */
    private ArrayNode ranked(Context context, Asked asked, Subject subject, ObjectNode body, String word) {
        Chart chart = chart(context, asked, subject);
        ObjectNode payload = body.putObject("payload");
        ArrayNode rows = payload.putArray(word + "s");
        payload.put("count", chart.rows().size());
        payload.put("total_" + word + "_count", chart.size());
        payload.put("offset", Slice.read(context).offset());
        envelope(payload, asked, asked.range().range());
        return rows;
    }

    private void envelope(ObjectNode payload, Asked asked, Range range) {
        History history = asked.history();
        payload.put("range", asked.range().word());
        payload.put(
                "from_ts", range.from().map(day -> history.zones().startOf(day)).orElseGet(() -> first(history)));
        payload.put("to_ts", range.to().map(day -> end(history, day)).orElseGet(this::now));
        payload.put("last_updated", now());
        payload.put("user_id", asked.user().name());
    }

    private static long first(History history) {
        int dated = history.firstFrom(History.UNDATED + 1);
        return dated < history.size() ? history.at(dated) : 0;
    }

    /** The last second of a local day. */
    private static long end(History history, LocalDate day) {
        return history.zones().startOf(day.plusDays(1)) - 1;
    }

    void listeningActivity(Context context) {
        Asked asked = asked(context);
        StatsRange range = asked.range();
        ObjectNode body = mapper.createObjectNode();
        ObjectNode payload = body.putObject("payload");
        ArrayNode rows = payload.putArray("listening_activity");
        Counts counts = Counts.of(asked.history(), range.both(), Filter.SONGS, range.step());
        for (Counts.Bucket bucket : counts.buckets()) {
            if (bucket.plays() > 0 || !range.range().isAll()) {
                ObjectNode row = rows.addObject();
                row.put("from_ts", asked.history().zones().startOf(bucket.from()));
                row.put("to_ts", end(asked.history(), bucket.to()));
                row.put("time_range", range.label().format(bucket.from()));
                row.put("listen_count", bucket.plays());
            }
        }
        envelope(payload, asked, range.both());
        RequestJson.answer(mapper, context, body);
    }

    /** By weekday and hour in UTC, as ListenBrainz has it: programs shift it to their own clock. */
    void dailyActivity(Context context) {
        Asked asked = asked(context);
        ObjectNode body = mapper.createObjectNode();
        ObjectNode payload = body.putObject("payload");
        ObjectNode days = payload.putObject("daily_activity");
        Heatmap.Options utc = new Heatmap.Options(ZoneOffset.UTC, false);
        Heatmap map = Heatmap.of(asked.history(), asked.range().range(), Filter.SONGS, utc);
        for (int day = 0; day < map.grid().size(); day++) {
            ArrayNode hours = days.putArray(map.weekdayTotals().get(day).name());
            for (Heatmap.Hour hour : map.grid().get(day).hours()) {
                hours.addObject().put("hour", hour.hour()).put("listen_count", hour.count());
            }
        }
        envelope(payload, asked, asked.range().range());
        RequestJson.answer(mapper, context, body);
    }
}
