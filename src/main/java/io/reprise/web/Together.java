package io.reprise.web;

import io.reprise.media.MediaKind;
import io.reprise.report.Chart;
import io.reprise.report.Filter;
import io.reprise.report.Named;
import io.reprise.report.Range;
import io.reprise.report.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranks shows, podcasts and sites by their plays beside films and books by theirs, as one list. */
final class Together {
    private Together() {}

    private record Entry(MediaKind kind, Chart.Row row) {}

    static List<Ranked> rows(Visit visit, Range range, List<MediaKind> kinds, int limit) {
        List<Entry> all = new ArrayList<>();
        for (MediaKind kind : kinds) {
            Chart.Ask ask = Chart.Ask.top(subject(kind), limit);
            Chart.of(visit.history(), range, Filter.of(kind), ask).rows().forEach(row -> all.add(new Entry(kind, row)));
        }
        all.sort(Comparator.comparingLong((Entry entry) -> entry.row().plays()).reversed());
        long most = all.isEmpty() ? 1 : all.getFirst().row().plays();
        List<Ranked> rows = new ArrayList<>();
        for (Entry entry : all.subList(0, Math.min(limit, all.size()))) {
            long plays = entry.row().plays();
            boolean tied = !rows.isEmpty() && all.get(rows.size() - 1).row().plays() == plays;
            String rank = tied ? rows.getLast().rank() : visit.voice().number(rows.size() + 1);
            rows.add(new Ranked(
                    Rows.href(entry.row().what()),
                    rank,
                    name(visit, entry),
                    Rows.share(plays, most),
                    visit.voice().number(plays),
                    null));
        }
        return rows;
    }

    /** Films and books stand for themselves, the rest for what they are part of. */
    private static Subject subject(MediaKind kind) {
        return switch (kind) {
            case FILM, BOOK -> Subject.ITEM;
            case SONG, EPISODE, ARTICLE, PICTURE, PODCAST, VIDEO -> Subject.CONTAINER;
        };
    }

    private static Ranked.Name name(Visit visit, Entry entry) {
        Named what = entry.row().what();
        String word = what.subject() == Subject.CONTAINER ? Words.container(what.kind(), entry.kind()) : what.kind();
        return new Ranked.Name(
                visit.faces().of(what), what.name(), what.credit().isEmpty() ? word : word + " · " + what.credit());
    }
}
