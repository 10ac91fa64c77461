package io.reprise.web;

import io.reprise.report.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The episodes of a series by season, and which of them were seen; {@code source} is who told the list. */
record EpisodesView(String sentence, List<Season> seasons, String source) {
    /** {@code count} is how many of it were seen. */
    record Season(String title, String count, List<Box> boxes) {}

    /** {@code state} is seen, next, open (out, and not seen) or coming. */
    record Box(int number, String state, String words) {}

    static EpisodesView of(Visit visit, Series series, String source) {
        List<Season> seasons = new ArrayList<>();
        for (List<Integer> season : series.seasons()) {
            List<Box> boxes = season.stream().map(at -> box(visit, series, at)).toList();
            long seen = season.stream().filter(series::isSeen).count();
            seasons.add(new Season(
                    "Season " + series.episode(season.getFirst()).place().season(),
                    seen + " of " + season.size(),
                    boxes));
        }
        return new EpisodesView(sentence(visit, series), seasons, source);
    }

    private static Box box(Visit visit, Series series, int at) {
        String state = state(visit.today(), series, at);
        LocalDate seen = series.lastSeen(at);
        LocalDate day = series.day(at);
        String words = switch (state) {
            case "seen" -> seen == null ? "seen" : "seen " + visit.voice().ago(seen);
            case "coming" ->
                day == null ? "not out yet" : "comes out on " + visit.voice().date(day);
            default ->
                (state.equals("next") ? "next" : "not seen")
                        + (day == null ? "" : ", out since " + visit.voice().date(day));
        };
        return new Box(series.episode(at).place().number(), state, series.shown(at) + ": " + words);
    }

    private static String state(LocalDate today, Series series, int at) {
        if (series.isSeen(at)) {
            return "seen";
        }
        if (!series.isOut(at, today)) {
            return "coming";
        }
        return series.next().equals(OptionalInt.of(at)) ? "next" : "open";
    }

    /** "You have seen 12 of 24. Next is S2 E3 The Well." */
    private static String sentence(Visit visit, Series series) {
        Voice voice = visit.voice();
        int out = series.outCount(visit.today());
        String seen = "You have seen " + voice.number(series.seenCount()) + " of " + voice.number(out)
                + (out == series.list().episodes().size() ? "." : " that are out.");
        OptionalInt next = series.next();
        if (next.isEmpty()) {
            return seen + (series.list().ended() ? " The series has ended." : "");
        }
        int at = next.getAsInt();
        LocalDate day = series.day(at);
        String begin = seen + " Next is " + series.shown(at);
        return series.isOut(at, visit.today()) || day == null
                ? begin + "."
                : begin + ", which comes out on " + voice.date(day) + ".";
    }
}
