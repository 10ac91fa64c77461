package io.reprise.adapters.pyscrobbler;

import io.reprise.imports.EpochSeconds;
import io.reprise.imports.JsonRow;
import io.reprise.media.MediaKind;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Position;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The body of a scrob of one kind of media; the kind stands in the path, so each has a format of its own. */
public final class ScrobFormat implements Format {
    private static final int CODES_FROM = 40;
    private final MediaKind kind;

    public ScrobFormat(MediaKind kind) {
        this.kind = kind;
    }

    /** One for each kind. */
    public static List<ScrobFormat> all() {
        return Arrays.stream(MediaKind.values()).map(ScrobFormat::new).toList();
    }

    @Override
    public int code() {
        return CODES_FROM + kind.code();
    }

    @Override
    public String word() {
        return "pyscrobbler." + kind.word();
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        JsonRow row = JsonRow.of(payload);
        try {
            Integer spent = seconds(row, "duration");
            Integer length = seconds(row, "item_duration");
            Verb verb = verb(row, spent, length);
            Position position = spent == null ? null : new Position(spent, positive(length), "seconds");
            return new Told(verb, ScrobMention.of(kind, row, length), times(row, verb), spent, position, null);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable Double positive(@Nullable Integer length) {
        return length == null || length <= 0 ? null : (Double) length.doubleValue();
    }

    private static @Nullable Integer seconds(JsonRow row, String field) throws Unreadable {
        Integer seconds = row.count(field);
        if (seconds != null && seconds < 0) {
            throw new Unreadable(field + ": expected seconds, 0 or more, got " + seconds);
        }
        return seconds;
    }

    /** Finished counts by itself; where both durations are told, the share taken in judges. */
    private static Verb verb(JsonRow row, @Nullable Integer spent, @Nullable Integer length) throws Unreadable {
        String state = row.text("state");
        return switch (state == null ? "finished" : state.toLowerCase(Locale.ROOT)) {
            case "finished" -> spent == null || length == null ? Verb.FINISH : Verb.STOP;
            case "started" -> Verb.START;
            case "progress" -> Verb.PROGRESS;
            case "skipped" -> Verb.SKIP;
            default ->
                throw new Unreadable("state: expected finished, started, progress or skipped, got \"" + state + '"');
        };
    }

    private static Times times(JsonRow row, Verb verb) throws Unreadable {
        String date = row.text("date");
        if (date == null) {
            return Times.NOW;
        }
        long second = second(date);
        return verb == Verb.START ? Times.started(second) : new Times(null, second, Precision.INSTANT, null);
    }

    private static long second(String date) throws Unreadable {
        String told = date.strip();
        if (told.matches("\\d{1,15}(\\.\\d{1,9})?")) {
            return EpochSeconds.check("date", (long) Math.floor(Double.parseDouble(told)));
        }
        boolean hasOffset = told.matches(".*([zZ]|[+-]\\d{2}:?\\d{2})");
        return EpochSeconds.second("date", hasOffset ? told : told + "Z");
    }
}
