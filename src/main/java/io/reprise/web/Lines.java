package io.reprise.web;

import io.reprise.media.MediaKind;
import io.reprise.rating.Loves;
import io.reprise.report.Moment;
import io.reprise.report.Timeline;
import io.reprise.scrobble.Precision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Turns plays of a timeline into lines under their days. */
final class Lines {
    private Lines() {}

    /** Days with their lines; {@code before} is the heading that the part before ended with, empty at the start. */
    static List<DayOfLines> days(Visit visit, List<Timeline.Line> plays, String before) {
        List<DayOfLines> days = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        Map<Integer, Integer> loves =
                visit.loves(plays.stream().map(play -> play.item().number()).toList());
        String heading =
                plays.isEmpty() ? "" : heading(visit.voice(), plays.getFirst().when());
        String shown = heading.equals(before) ? "" : heading;
        for (Timeline.Line play : plays) {
            String next = heading(visit.voice(), play.when());
            if (!Objects.equals(next, heading)) {
                days.add(new DayOfLines(shown, List.copyOf(lines)));
                lines.clear();
                heading = next;
                shown = next;
            }
            lines.add(line(visit, play, loves));
        }
        if (!lines.isEmpty()) {
            days.add(new DayOfLines(shown, List.copyOf(lines)));
        }
        return days;
    }

    /** The heading of the last of these plays, for the next part to go on with. */
    static String lastHeading(Visit visit, List<Timeline.Line> plays) {
        return plays.isEmpty() ? "" : heading(visit.voice(), plays.getLast().when());
    }

    static String heading(Voice voice, Moment when) {
        LocalDate day = when.day();
        if (day == null) {
            return "Without a date";
        }
        return switch (when.precision()) {
            case INSTANT, MINUTE, DAY -> voice.day(day);
            case MONTH -> voice.month(day) + " " + day.getYear() + ", day unknown";
            case YEAR -> day.getYear() + ", day unknown";
            case UNKNOWN -> "Without a date";
        };
    }

    static Line line(Visit visit, Timeline.Line play) {
        return line(visit, play, visit.loves(List.of(play.item().number())));
    }

    private static Line line(Visit visit, Timeline.Line play, Map<Integer, Integer> loves) {
        int item = play.item().number();
        boolean loved = loves.getOrDefault(item, Loves.NONE) == Loves.LOVED;
        MediaKind kind = MediaKind.ofWord(play.item().kind()).orElseThrow();
        String container = play.container() == null ? "" : play.container().name();
        return new Line(
                play.number(),
                clock(visit, play.when()),
                new Ranked.Name(
                        visit.faces().of(play.item(), container), play.item().name(), by(play, container)),
                "/items/" + play.item().number(),
                kind.word(),
                kind.verb(),
                Heart.of(item, loved, play.item().name()));
    }

    /** Plays of one item under each other: when, from what it was played, and who told of it. */
    static List<DayOfLines> dated(Visit visit, List<Timeline.Line> plays) {
        List<Line> lines = plays.stream().map(play -> datedLine(visit, play)).toList();
        return lines.isEmpty() ? List.of() : List.of(new DayOfLines("", lines));
    }

    private static Line datedLine(Visit visit, Timeline.Line play) {
        MediaKind kind = MediaKind.ofWord(play.item().kind()).orElseThrow();
        LocalDate day = play.when().day();
        boolean toTheDay = play.when().precision().code() <= Precision.DAY.code();
        String date = day != null && toTheDay ? visit.voice().date(day) : heading(visit.voice(), play.when());
        String time = clock(visit, play.when());
        String from =
                play.container() == null ? play.item().name() : play.container().name();
        String teller = play.origin() == null ? "" : "told by " + play.origin().label();
        return new Line(
                play.number(),
                time.isEmpty() ? date : date + ", " + time,
                new Ranked.Name(visit.faces().of(play.item(), from), from, teller),
                play.container() == null ? "/items/" + play.item().number() : Rows.href(play.container()),
                kind.word(),
                kind.verb(),
                null);
    }

    private static String by(Timeline.Line play, String container) {
        Set<String> parts = new LinkedHashSet<>();
        parts.add(play.item().credit());
        parts.add(container);
        parts.remove("");
        return String.join(" · ", parts);
    }

    private static String clock(Visit visit, Moment when) {
        Long at = when.at();
        return at == null || when.time() == null
                ? ""
                : visit.voice().clock(at, visit.history().zones().offsetAt(at));
    }
}
