package io.reprise.web;

import io.reprise.media.MediaKind;
import io.reprise.report.Counts;
import io.reprise.report.Filter;
import io.reprise.report.Moment;
import io.reprise.report.Range;
import io.reprise.report.Standing;
import io.reprise.report.Step;
import io.reprise.report.Subject;
import io.reprise.report.Totals;
import java.time.LocalDate;
import java.util.List;

/** What somebody has had with a thing: a sentence, and its plays over time. */
final class Story {
    private static final int MONTHS_MAX = 72;
    private static final int STEPS_MIN = 2;

    private Story() {}

    static ThingView.Story of(Visit visit, Standing standing, Filter filter, Totals totals) {
        Moment first = standing.first();
        LocalDate from = first == null ? null : first.day();
        String sentence = sentence(visit.voice(), standing, totals);
        if (from == null || from.isAfter(visit.today())) {
            return new ThingView.Story(sentence, "", "", List.of());
        }
        boolean isLong = from.plusMonths(MONTHS_MAX).isBefore(visit.today());
        Step step = isLong ? Step.YEAR : Step.MONTH;
        List<NumberRow> rows =
                Counts.of(visit.history(), Range.of(from, visit.today()), filter, step).buckets().stream()
                        .map(bucket -> new NumberRow(
                                label(visit.voice(), step, bucket.from()),
                                bucket.plays(),
                                visit.voice().number(bucket.plays())))
                        .toList();
        return new ThingView.Story(
                sentence,
                isLong ? "Year by year" : "Month by month",
                step.word(),
                rows.size() < STEPS_MIN ? List.of() : rows);
    }

    private static String label(Voice voice, Step step, LocalDate day) {
        return step == Step.YEAR ? Integer.toString(day.getYear()) : voice.shortMonth(day) + " " + day.getYear();
    }

    /** "You have heard it 61 times, first on 3 March 2014, last nine days ago." */
    private static String sentence(Voice voice, Standing standing, Totals totals) {
        if (standing.plays() == 0) {
            return "No play of it counts at the moment.";
        }
        Moment first = standing.first();
        Moment last = standing.last();
        String begin = "You have " + done(standing, totals) + " " + voice.times(standing.plays());
        if (first == null || last == null || first.day() == null || last.day() == null) {
            return begin + "; nobody told when.";
        }
        return first.day().equals(last.day())
                ? begin + ", " + voice.ago(last.day()) + "."
                : begin + ", first on " + voice.date(first.day()) + ", last " + voice.ago(last.day()) + ".";
    }

    private static String done(Standing standing, Totals totals) {
        List<Totals.OfKind> kinds = totals.kinds();
        MediaKind kind = kinds.size() == 1 ? kinds.getFirst().kind() : null;
        String verb = kind == null ? "met" : Words.done(kind);
        return standing.what().subject() == Subject.CREATOR
                ? verb + (kind == null || kind == MediaKind.SONG ? " them" : " their work")
                : verb + " it";
    }
}
