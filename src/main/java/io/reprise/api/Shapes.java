package io.reprise.api;

import io.reprise.report.Moment;
import io.reprise.report.Named;
import io.reprise.report.Timeline;
import io.reprise.scrobble.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON that several resources speak: a creator, container or item, and a play. */
final class Shapes {
    private Shapes() {}

    /** A creator, container or item by its number. */
    record Thing(int number, String name, String credit, String kind) {
        static Thing of(Named named) {
            return new Thing(named.number(), named.name(), named.credit(), named.kind());
        }

        static @Nullable Thing orNull(@Nullable Named named) {
            return named == null ? null : of(named);
        }
    }

    /** When: RFC 3339 in UTC, the user's local day and time of day, and how exact that is; nulls where unknown. */
    record When(
            @Nullable String at,
            @Nullable String day,
            @Nullable String time,
            String precision) {
        static When of(Moment moment) {
            return new When(
                    Desk.time(moment.at()),
                    moment.day() == null ? null : moment.day().toString(),
                    moment.time() == null ? null : moment.time().toString(),
                    moment.precision().word());
        }

        static @Nullable When orNull(@Nullable Moment moment) {
            return moment == null ? null : of(moment);
        }
    }

    /** Who told it. */
    record Source(String protocol, String client, String account) {
        static @Nullable Source orNull(@Nullable Origin origin) {
            return origin == null ? null : new Source(origin.protocol(), origin.client(), origin.account());
        }
    }

    /** A play: the seven members of old, then ours. {@code id} and {@code number} are the number of its scrobble. */
    record PlayRow(
            long id,
            String artist,
            @Nullable String album,
            String track,
            @Nullable String timestamp,
            String source,
            @Nullable String sourceId,
            long number,
            String kind,
            String title,
            Thing item,
            List<Thing> creators,
            @Nullable Thing container,
            int seconds,
            When when,
            @Nullable Source origin) {
        static PlayRow of(Timeline.Line line) {
            Named container = line.container();
            Origin origin = line.origin();
            return new PlayRow(
                    line.number(),
                    line.item().credit(),
                    container == null ? null : container.name(),
                    line.item().name(),
                    Desk.time(line.when().at()),
                    origin == null ? "" : origin.label(),
                    null,
                    line.number(),
                    line.item().kind(),
                    line.item().name(),
                    Thing.of(line.item()),
                    line.creators().stream().map(Thing::of).toList(),
                    Thing.orNull(container),
                    line.seconds(),
                    When.of(line.when()),
                    Source.orNull(origin));
        }
    }
}
