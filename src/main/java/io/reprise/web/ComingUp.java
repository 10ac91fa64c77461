package io.reprise.web;

import io.reprise.report.Filter;
import io.reprise.report.Upcoming;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An episode that comes out within two weeks, of a series one watches, as a line of the dashboard. */
record ComingUp(String href, Face face, String series, String episode, String when) {
    private static final int DAYS = 14;
    private static final int LINES_MAX = 4;
    private static final int WEEK_DAYS = 7;

    /** The soonest of each series that were not seen. */
    static List<ComingUp> of(Visit visit) {
        Set<Integer> met = new HashSet<>();
        return Upcoming.of(
                        visit.history(),
                        Filter.NONE,
                        visit.today(),
                        visit.today().plusDays(DAYS))
                .stream()
                .filter(each -> !each.isSeen() && met.add(each.series().container()))
                .limit(LINES_MAX)
                .map(each -> new ComingUp(
                        "/containers/" + each.series().container(),
                        visit.faces().of(each.series().what()),
                        each.series().what().name(),
                        each.series().shown(each.at()),
                        when(visit, each.day())))
                .toList();
    }

    private static String when(Visit visit, LocalDate day) {
        long days = ChronoUnit.DAYS.between(visit.today(), day);
        if (days < 2) {
            return days == 0 ? "today" : "tomorrow";
        }
        return days < WEEK_DAYS
                ? visit.voice().weekdayName(day)
                : day.getDayOfMonth() + " " + visit.voice().shortMonth(day);
    }
}
