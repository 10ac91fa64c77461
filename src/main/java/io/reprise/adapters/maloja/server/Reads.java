package io.reprise.adapters.maloja.server;

import io.javalin.http.Context;
import io.reprise.account.User;
import io.reprise.history.Histories;
import io.reprise.history.History;
import io.reprise.play.Aggregator;
import io.reprise.report.Chart;
import io.reprise.report.Counts;
import io.reprise.report.Filter;
import io.reprise.report.Measure;
import io.reprise.report.Named;
import io.reprise.report.Range;
import io.reprise.report.Subject;
import io.reprise.report.Timeline;
import io.reprise.report.Totals;
import io.reprise.scrobble.Origin;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What clients read back: scrobbles, their number, charts, and counts over time. Songs alone. */
final class Reads {
    /** The latest steps; older ones are left out. */
    private static final int STEPS_MAX = 400;

    private final Keyholder keyholder;
    private final Aggregator aggregator;
    private final Histories histories;
    private final InstantSource clock;
    private final JsonMapper mapper;

    /** The readings that are asked. */
    record Readings(Aggregator aggregator, Histories histories, InstantSource clock) {}

    Reads(Keyholder keyholder, Readings readings, JsonMapper mapper) {
        this.keyholder = keyholder;
        this.aggregator = readings.aggregator();
        this.histories = readings.histories();
        this.clock = readings.clock();
        this.mapper = mapper;
    }

    private Asking asking(Context context) {
        User user = keyholder.require(context);
        aggregator.catchUp(user.id());
        return Asking.of(context, histories.of(user.id()), clock.instant().getEpochSecond());
    }

    void scrobbles(Context context) {
        Asking asking = asking(context);
        Range range = asking.range();
        Optional<Filter> filter = asking.filter();
        ObjectNode body = ok();
        ArrayNode list = body.putArray("list");
        int limit = asking.perPage();
        Timeline timeline = filter.isEmpty()
                ? new Timeline(List.of(), null, null)
                : Timeline.of(asking.history(), range, filter.get(), Timeline.Page.newest(limit, (int)
                        Math.min((long) asking.page() * limit, Integer.MAX_VALUE / 2)));
        for (Timeline.Line line : timeline.plays()) {
            scrobble(list.addObject(), asking.history(), line);
        }
        ObjectNode pagination = body.putObject("pagination");
        pagination.put("page", asking.page()).put("perpage", limit);
        pagination.put("next_page", timeline.older() == null ? null : context.path() + "?page=" + (asking.page() + 1));
        pagination.put("prev_page", asking.page() == 0 ? null : context.path() + "?page=" + (asking.page() - 1));
        answer(context, body);
    }

    private static void scrobble(ObjectNode into, History history, Timeline.Line line) {
        into.put("time", line.when().at() == null ? (Long) 0L : line.when().at());
        ObjectNode track = into.putObject("track");
        ArrayNode artists = track.putArray("artists");
        line.creators().stream().map(Named::name).forEach(artists::add);
        track.put("title", line.item().name());
        album(track, line.container());
        int length = history.names().length(line.item().number());
        track.put("length", length == 0 ? null : (Integer) length);
        into.put("duration", line.seconds() == 0 ? null : (Integer) line.seconds());
        Origin origin = line.origin();
        into.put("origin", "client:" + (origin == null ? "" : origin.label()));
    }

    private static void album(ObjectNode track, @Nullable Named album) {
        if (album == null) {
            track.putNull("album");
            return;
        }
        ObjectNode node = track.putObject("album");
        node.put("albumtitle", album.name());
        node.putArray("artists").add(album.credit());
    }

    void count(Context context) {
        Asking asking = asking(context);
        Range range = asking.range();
        long plays = asking.filter()
                .map(filter -> Totals.of(asking.history(), range, filter).plays())
                .orElse(0L);
        answer(context, ok().put("amount", plays));
    }

    void chart(Context context, Subject subject) {
        Asking asking = asking(context);
        Range range = asking.range();
        int limit = asking.perPage();
        int offset = (int) Math.min((long) asking.page() * limit, Integer.MAX_VALUE / 2);
        ObjectNode body = ok();
        ArrayNode list = body.putArray("list");
        asking.filter()
                .ifPresent(filter -> Chart.of(
                                asking.history(), range, filter, new Chart.Ask(subject, Measure.PLAYS, limit, offset))
                        .rows()
                        .forEach(row -> {
                            ObjectNode each = list.addObject().put("scrobbles", row.plays());
                            thing(each, asking.history(), row.what());
                            each.put("rank", row.rank());
                        }));
        answer(context, body);
    }

    private static void thing(ObjectNode into, History history, Named what) {
        switch (what.subject()) {
            case CREATOR -> into.put("artist", what.name()).put("artist_id", what.number());
            case CONTAINER -> {
                into.putObject("album")
                        .put("albumtitle", what.name())
                        .putArray("artists")
                        .add(what.credit());
                into.put("album_id", what.number());
            }
            case ITEM -> {
                ObjectNode track = into.putObject("track");
                ArrayNode artists = track.putArray("artists");
                for (int i = 0; i < history.names().creditCount(what.number()); i++) {
                    artists.add(history.names().creatorName(history.names().creator(what.number(), i)));
                }
                track.put("title", what.name());
                into.put("track_id", what.number());
            }
        }
    }

    /** The first of each step. */
    void tops(Context context, Subject subject) {
        Asking asking = asking(context);
        ObjectNode body = ok();
        ArrayNode list = body.putArray("list");
        for (Counts.Bucket bucket : latest(asking)) {
            ObjectNode each = list.addObject();
            range(each, bucket);
            Chart chart = Chart.of(
                    asking.history(), Range.of(bucket.from(), bucket.to()), Filter.SONGS, Chart.Ask.top(subject, 1));
            chart.rows().forEach(row -> thing(each, asking.history(), row.what()));
            each.put(
                    "scrobbles",
                    chart.rows().isEmpty() ? 0 : chart.rows().getFirst().plays());
        }
        answer(context, body);
    }

    void pulse(Context context) {
        Asking asking = asking(context);
        ObjectNode body = ok();
        ArrayNode list = body.putArray("list");
        for (Counts.Bucket bucket : latest(asking)) {
            ObjectNode each = list.addObject();
            range(each, bucket);
            each.put("scrobbles", bucket.plays());
        }
        answer(context, body);
    }

    private static List<Counts.Bucket> latest(Asking asking) {
        Range range = asking.range();
        List<Counts.Bucket> buckets = asking.filter()
                .map(filter -> Counts.of(asking.history(), range, filter, asking.step())
                        .buckets())
                .orElse(List.of());
        return buckets.subList(Math.max(0, buckets.size() - STEPS_MAX), buckets.size());
    }

    private static void range(ObjectNode into, Counts.Bucket bucket) {
        into.putObject("range")
                .put("fromstring", bucket.from().toString().replace('-', '/'))
                .put("tostring", bucket.to().toString().replace('-', '/'))
                .put("description", bucket.label());
    }

    private ObjectNode ok() {
        return mapper.createObjectNode().put("status", "ok");
    }

    private void answer(Context context, ObjectNode body) {
        context.contentType("application/json").result(mapper.writeValueAsBytes(body));
    }
}
