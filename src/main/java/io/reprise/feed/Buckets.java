package io.reprise.feed;

import io.reprise.history.History;
import io.reprise.media.MediaKind;
import io.reprise.report.Filter;
import io.reprise.report.Named;
import io.reprise.report.Range;
import io.reprise.report.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays as ActivityWatch imports them: one bucket a kind, events in the order of time, each with when it began and for
 * how long. Plays whose time of day is not known are left out.
 */
public final class Buckets {
    private static final String TYPE = "currently-playing-track";
    private static final String CLIENT = "reprise";
    private final JsonMapper mapper;
    private final DailyForm.Asked asked;

    public Buckets(JsonMapper mapper, DailyForm.Asked asked) {
        this.mapper = mapper;
        this.asked = asked;
    }

    /** Writes them as they are found; an {@link UncheckedIOException} where the reader went away. */
    public void write(Writer out) {
        try {
            out.write("{\"buckets\":{");
            boolean first = true;
            for (MediaKind kind : MediaKind.values()) {
                boolean isAsked = asked.filter().kinds().isEmpty()
                        || asked.filter().kinds().contains(kind);
                Timeline.Line oldest = isAsked ? oldest(kind) : null;
                if (oldest != null) {
                    out.write(first ? "" : ",");
                    bucket(kind, oldest, out);
                    first = false;
                }
            }
            out.write("}}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Timeline page(MediaKind kind, @Nullable String after, int limit) {
        Filter filter = asked.filter().withKinds(java.util.Set.of(kind));
        History history = asked.history();
        Range range = asked.range();
        Timeline.Page page = new Timeline.Page(limit, after, Timeline.Direction.NEWER, 0);
        return Timeline.of(history, range, filter, page);
    }

    private Timeline.@Nullable Line oldest(MediaKind kind) {
        String after = null;
        do {
            Timeline page = page(kind, after, Timeline.PLAYS_MAX);
            for (Timeline.Line line : page.plays().reversed()) {
                if (line.when().time() != null) {
                    return line;
                }
            }
            after = page.newer();
        } while (after != null);
        return null;
    }

    private void bucket(MediaKind kind, Timeline.Line oldest, Writer out) throws IOException {
        String id = CLIENT + "-" + kind.word();
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("id", id);
        head.put("created", time(oldest));
        head.put("type", TYPE);
        head.put("client", CLIENT);
        head.put("hostname", CLIENT);
        String text = mapper.writeValueAsString(head);
        out.write(mapper.writeValueAsString(id) + ":" + text.substring(0, text.length() - 1) + ",\"events\":[");
        boolean first = true;
        String after = null;
        do {
            Timeline page = page(kind, after, Timeline.PLAYS_MAX);
            for (Timeline.Line line : page.plays().reversed()) {
                if (line.when().time() != null) {
                    out.write((first ? "\n" : ",\n") + mapper.writeValueAsString(event(line)));
                    first = false;
                }
            }
            after = page.newer();
        } while (after != null);
        out.write("]}");
    }

    private static ObjectNode event(Timeline.Line line) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("timestamp", time(line));
        event.put("duration", (double) line.seconds());
        ObjectNode told = event.putObject("data");
        told.put("title", line.item().name());
        told.put("artist", line.item().credit());
        Named container = line.container();
        told.put("album", container == null ? "" : container.name());
        told.put("kind", line.item().kind());
        return event;
    }

    private static String time(Timeline.Line line) {
        Long at = line.when().at();
        return Instant.ofEpochSecond(at == null ? 0 : at).toString();
    }
}
