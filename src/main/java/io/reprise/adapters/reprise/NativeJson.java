package io.reprise.adapters.reprise;

import io.reprise.media.ContainerMention;
import io.reprise.media.Credit;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.scrobble.Position;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Scrobble;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what a scrobble says in the words that {@link NativeFormat} reads: read again it says the same. A time that
 * was not told is written as the one that stands for it in the log.
 */
public final class NativeJson {
    private static final int DAY_CHARS = 10;
    private static final int MONTH_CHARS = 7;
    private static final int YEAR_CHARS = 4;

    private NativeJson() {}

    /** Writes the members of one scrobble into the object that is open. */
    public static void members(JsonGenerator json, Scrobble scrobble, Told told) {
        text(json, "id", told.eventId());
        json.writeStringProperty("kind", told.mention().kind().word());
        json.writeStringProperty("verb", told.verb().word());
        mention(json, told.mention());
        times(json, scrobble, told.times());
        whole(json, "duration", told.activeSeconds());
        position(json, told.position());
    }

    /** The same for what is not in the log: no more of the time than was told. */
    static void members(JsonGenerator json, Told told) {
        json.writeStringProperty("kind", told.mention().kind().word());
        mention(json, told.mention());
    }

    private static void mention(JsonGenerator json, Mention mention) {
        switch (mention) {
            case Mention.Song song -> {
                text(json, "title", song.title());
                credit(json, song.credit(), "artist");
                text(json, "release", song.release());
                song.container().map(ContainerMention::credit).ifPresent(credit -> {
                    if (!credit.text().equals(song.credit().text())) {
                        text(json, "release_artist", credit.text());
                    }
                });
            }
            case Mention.Episode episode -> {
                text(json, "show", episode.show());
                whole(json, "season", episode.season());
                whole(json, "episode", episode.number());
                text(json, "title", episode.name());
            }
            case Mention.Film film -> {
                text(json, "title", film.title());
                whole(json, "year", film.year());
                credit(json, film.credit(), "director");
            }
            case Mention.Article article -> {
                text(json, "title", article.title());
                text(json, "url", article.url());
                text(json, "site", article.site());
                credit(json, article.credit(), "author");
            }
            case Mention.Book book -> {
                text(json, "title", book.title());
                text(json, "series", book.series());
                credit(json, book.credit(), "author");
            }
            case Mention.Picture picture -> {
                text(json, "title", picture.title());
                text(json, "album", picture.album());
                credit(json, picture.credit(), "artist");
            }
            case Mention.Podcast podcast -> {
                text(json, "title", podcast.title());
                text(json, "feed", podcast.feed());
                credit(json, podcast.credit(), "author");
            }
            case Mention.Video video -> {
                text(json, "title", video.title());
                text(json, "url", video.url());
                text(json, "channel", video.channel());
            }
        }
        whole(json, "length", mention.length());
        ids(json, mention.ids());
    }

    private static void credit(JsonGenerator json, Credit credit, String role) {
        if (credit.isNone()) {
            return;
        }
        CreditedName first = credit.names().getFirst();
        boolean plain = credit.names().size() == 1
                && first.join().isEmpty()
                && first.role().equals(role);
        if (plain && first.name().equals(credit.text())) {
            json.writeStringProperty(role, credit.text());
            return;
        }
        json.writeStringProperty("credit", credit.text());
        json.writeArrayPropertyStart("creators");
        for (CreditedName name : credit.names()) {
            json.writeStartObject();
            json.writeStringProperty("name", name.name());
            json.writeStringProperty("join", name.join());
            json.writeStringProperty("role", name.role());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void ids(JsonGenerator json, List<ExternalId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Map<String, List<String>> byScheme = new LinkedHashMap<>();
        ids.forEach(id -> byScheme.computeIfAbsent(id.scheme(), none -> new java.util.ArrayList<>())
                .add(id.value()));
        json.writeObjectPropertyStart("ids");
        byScheme.forEach((scheme, values) -> {
            json.writeName(scheme);
            if (values.size() == 1) {
                json.writeString(values.getFirst());
            } else {
                json.writeStartArray();
                values.forEach(json::writeString);
                json.writeEndArray();
            }
        });
        json.writeEndObject();
    }

    private static void times(JsonGenerator json, Scrobble scrobble, Times times) {
        Precision precision = times.precision();
        if (precision == Precision.UNKNOWN) {
            json.writeStringProperty("precision", precision.word());
            return;
        }
        if (!precision.hasTime()) {
            Long day = times.start() != null ? times.start() : times.end() != null ? times.end() : scrobble.at();
            json.writeStringProperty("date", date(day == null ? scrobble.receivedAt() : day, precision));
            json.writeStringProperty("precision", precision.word());
            return;
        }
        Long start = times.isNow() ? scrobble.at() : times.start();
        text(json, "started_at", time(start, times.offsetMinutes()));
        text(json, "ended_at", time(times.end(), times.offsetMinutes()));
        if (precision != Precision.INSTANT) {
            json.writeStringProperty("precision", precision.word());
        }
    }

    private static String date(long epochSecond, Precision precision) {
        String day = LocalDate.ofInstant(Instant.ofEpochSecond(epochSecond), ZoneOffset.UTC)
                .toString();
        return switch (precision) {
            case YEAR -> day.substring(0, YEAR_CHARS);
            case MONTH -> day.substring(0, MONTH_CHARS);
            case INSTANT, MINUTE, DAY, UNKNOWN -> day.substring(0, DAY_CHARS);
        };
    }

    private static @Nullable String time(@Nullable Long epochSecond, @Nullable Integer offsetMinutes) {
        if (epochSecond == null) {
            return null;
        }
        Instant instant = Instant.ofEpochSecond(epochSecond);
        return offsetMinutes == null || offsetMinutes == 0
                ? instant.toString()
                : instant.atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60))
                        .toString();
    }

    private static void position(JsonGenerator json, @Nullable Position position) {
        if (position != null) {
            json.writeNumberProperty("position", position.at());
            if (position.total() != null) {
                json.writeNumberProperty("total", position.total().doubleValue());
            }
            json.writeStringProperty("unit", position.unit());
        }
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            json.writeStringProperty(name, value);
        }
    }

    private static void whole(JsonGenerator json, String name, @Nullable Integer value) {
        if (value != null) {
            json.writeNumberProperty(name, value.intValue());
        }
    }
}
