package io.reprise.cli;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** How it was played and when, typed, in the words of the API. */
final class PlayWords {
    @Option(
            names = "--verb",
            paramLabel = "VERB",
            description = "played, or one piece of a play: start, progress, skip, stop, finish. Else: played.")
    private String verb = "played";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When it began: 20:15, yesterday 20:15, 2024-05-01 20:15, 2024-05-01, 2024. Else: now.")
    private @Nullable String at;

    @Option(names = "--until", paramLabel = "TIME", description = "When it ended.")
    private @Nullable String until;

    @Option(names = "--duration", paramLabel = "S", description = "The seconds spent on it.")
    private @Nullable Integer duration;

    @Option(names = "--position", paramLabel = "P", description = "How far into it, in seconds or in the --unit.")
    private @Nullable Double position;

    @Option(names = "--total", paramLabel = "P", description = "The end of it, in the same unit.")
    private @Nullable Double total;

    @Option(names = "--unit", paramLabel = "UNIT", description = "seconds, pages, percent or chapters. Else: seconds.")
    private @Nullable String unit;

    void into(ObjectNode scrobble, Instant now, Supplier<UserClock> clock) {
        scrobble.put("verb", verb);
        if (at != null || until != null) {
            times(scrobble, now, clock.get());
        }
        if (duration != null) {
            scrobble.put("duration", duration);
        }
        if (position != null) {
            scrobble.put("position", position);
        }
        if (total != null) {
            scrobble.put("total", total);
        }
        if (unit != null) {
            scrobble.put("unit", unit);
        }
    }

    private void times(ObjectNode scrobble, Instant now, UserClock clock) {
        if (at != null) {
            ToldTime begin = ToldTime.read(at, now, clock.zone());
            scrobble.put(begin.isDate() ? "date" : "started_at", begin.text());
        }
        if (until != null) {
            ToldTime end = ToldTime.read(until, now, clock.zone());
            if (end.isDate()) {
                throw new Misuse("--until " + until + " has no time of day. Expected one, such as 2024-05-01 20:15.");
            }
            scrobble.put("ended_at", end.text());
        }
    }
}
