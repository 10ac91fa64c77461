package io.reprise.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * The last {@code plays} of an invented history up to {@code end}, as lines of our own NDJSON in the order of time, and
 * between them some that were broken off and do not count; {@value #PLAYS_MAX} plays go back ten years. The four say
 * all, with the zone being where the person lives; nothing lies after the end. Immutable.
 */
public record DemoHistory(long seed, Instant end, ZoneId zone, int plays) {
    public static final int PLAYS_MAX = 100_000;
    private static final int PLAYS_A_DAY = 27;
    /** More is lived through than is told, and the begin of it forgotten, so that the number is exact. */
    private static final double DAYS_FACTOR = 1.05;

    private static final int EXTRA_DAYS = 30;

    /** Who tells of artists and albums, and the scheme of its ids. */
    private static final String ALMANAC = "almanac";

    public DemoHistory {
        if (plays < 1 || plays > PLAYS_MAX) {
            throw new IllegalArgumentException("a demo has 1 to " + PLAYS_MAX + " plays, not " + plays);
        }
    }

    /** Writes all lines. */
    public void writeTo(Writer out) {
        lines(line -> {
            try {
                out.write(line);
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException("the invented history could not be written", e);
            }
        });
    }

    /** Hands all lines to {@code line}, one after another: the plays, then what is told of who and what was played. */
    public void lines(Consumer<String> line) {
        List<Entry> entries = entries();
        for (int i = 0; i < entries.size(); i++) {
            line.accept(line(entries.get(i)));
            BrokenOff.after(entries, i).ifPresent(broken -> line.accept(line(broken)));
        }
        List<Almanac.Told> told = Almanac.of(entries, zone);
        for (int i = 0; i < told.size(); i++) {
            line.accept(link(told.get(i), i + 1));
        }
        for (int i = 0; i < told.size(); i++) {
            line.accept(fact(told.get(i), i + 1));
        }
        new EpisodeGuide(seed, end, zone).lines(entries).forEach(line);
    }

    List<Entry> entries() {
        LocalDate last = LocalDate.ofInstant(end, zone);
        int days = (int) (DAYS_FACTOR * plays / PLAYS_A_DAY) + EXTRA_DAYS;
        LocalDate begin = last.minusDays(days);
        Random random = new Random(seed);
        Life life = new Life(new Invention(random, new WordLists(random), begin, days), zone);
        for (LocalDate day = begin; !day.isAfter(last); day = day.plusDays(1)) {
            life.live(day);
        }
        List<Entry> past = life.entries().stream()
                .filter(entry -> entry.end() <= end.getEpochSecond())
                .toList();
        return past.subList(past.size() - plays, past.size());
    }

    private String line(Entry entry) {
        return Line.of(json -> {
            json.writeStringProperty("kind", entry.thing().kind());
            json.writeStringProperty("verb", entry.verb());
            entry.thing().members().forEach((name, value) -> member(json, name, value));
            json.writeStringProperty("started_at", time(entry.at()));
            json.writeNumberProperty("duration", entry.seconds());
            if (isWhole(entry)) {
                json.writeNumberProperty("length", entry.length());
            }
            json.writeObjectPropertyStart("origin");
            json.writeStringProperty("protocol", "reprise");
            json.writeStringProperty("client", entry.client());
            json.writeEndObject();
        });
    }

    private String link(Almanac.Told told, int number) {
        Line.Subject thing = new Line.Subject(told.of(), told.identity(), told.name());
        return Line.link(number, end, ALMANAC, thing, ALMANAC + "=" + number);
    }

    private String fact(Almanac.Told told, int number) {
        return Line.of(json -> {
            json.writeStringProperty("fact", ALMANAC + "=" + number);
            json.writeStringProperty("source", ALMANAC);
            json.writeStringProperty("at", end.toString());
            json.writeStringProperty("name", told.name());
            if (!told.released().isEmpty()) {
                json.writeStringProperty("released", told.released());
            }
            if (!told.country().isEmpty()) {
                json.writeStringProperty("country", told.country());
            }
            if (!told.genres().isEmpty()) {
                json.writeArrayPropertyStart("genres");
                told.genres().forEach(json::writeString);
                json.writeEndArray();
            }
        });
    }

    private static void member(JsonGenerator json, String name, Object value) {
        if (value instanceof Integer number) {
            json.writeNumberProperty(name, number.intValue());
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }

    /** A sitting is not the length of the book, and a picture has none. */
    private static boolean isWhole(Entry entry) {
        return !entry.thing().kind().equals("book") && !entry.thing().kind().equals("picture");
    }

    private String time(long epochSecond) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochSecond(epochSecond).atZone(zone).toOffsetDateTime());
    }
}
