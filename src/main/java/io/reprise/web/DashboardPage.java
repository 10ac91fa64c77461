package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.history.History;
import io.reprise.media.MediaKind;
import io.reprise.report.Chart;
import io.reprise.report.Filter;
import io.reprise.report.Range;
import io.reprise.report.Subject;
import io.reprise.report.Totals;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Home: a range in sum, what is playing, the last year, what one returns to most, and the latest plays. */
final class DashboardPage {
    private static final int TOP_ROWS = 6;
    private static final int OTHER_ROWS = 8;

    private final Live live;
    private final Reception reception;

    DashboardPage(Live live, Reception reception) {
        this.live = live;
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get("/", reception.signedIn(this::show));
    }

    private void show(Visit visit) {
        AskedRange asked = AskedRange.read(visit.context(), visit.clock(), AskedRange.Length.MONTH);
        Totals ever = Totals.of(visit.history(), Range.ALL, Filter.NONE);
        DashboardView view = new DashboardView(
                hello(visit),
                asked.switchOn("/", List.of()),
                sums(visit, asked, ever),
                charts(visit, asked, ever),
                live.playing(visit),
                CalendarCard.of(visit.voice(), visit.history()),
                live.latest(visit),
                other(visit, ever),
                ComingUp.of(visit));
        visit.send((output, tags) -> JtedashboardGenerated.render(output, tags, visit.frame("Home", "/"), view));
    }

    private static DashboardView.Greeting hello(Visit visit) {
        History history = visit.history();
        int hour = LocalTime.ofSecondOfDay(
                        Math.floorMod(visit.now() + history.zones().offsetAt(visit.now()), 86_400L))
                .getHour();
        String greeting =
                hour < 5 ? "Good night" : hour < 12 ? "Good morning" : hour < 18 ? "Good afternoon" : "Good evening";
        return new DashboardView.Greeting(
                visit.voice().weekday(visit.today()),
                greeting + ", " + visit.user().name(),
                history.size() == 0);
    }

    private static DashboardView.Sums sums(Visit visit, AskedRange asked, Totals ever) {
        Totals now = Totals.of(visit.history(), asked.range(), Filter.NONE);
        Optional<Totals> before = asked.before().map(range -> Totals.of(visit.history(), range, Filter.NONE));
        Voice voice = visit.voice();
        List<Figure> figures = new ArrayList<>();
        figures.add(compared(voice, now.plays(), before.map(Totals::plays), now.plays() == 1 ? "play" : "plays"));
        if (now.seconds() > 0) {
            figures.add(new Figure(voice.span(now.seconds()), "of your time"));
        }
        figures.add(new Figure(
                voice.number(now.played().items()), now.played().items() == 1 ? "thing" : "different things"));
        if (asked.length() != AskedRange.Length.ALL) {
            figures.add(new Figure(voice.number(now.firstMet().items()), "met for the first time"));
        }
        figures.add(days(visit, now.days(), ever.days()));
        String more = asked.range()
                .from()
                .map(LocalDate::toString)
                .map(day -> "/timeline?day=" + asked.range().to().orElseThrow())
                .orElse("/timeline");
        return new DashboardView.Sums(asked.title(voice), figures, KindShare.of(voice, now.kinds()), more);
    }

    private static Figure compared(Voice voice, long now, Optional<Long> before, String word) {
        if (before.isEmpty() || before.get() == 0) {
            return new Figure(voice.number(now), word);
        }
        String against = voice.number(before.get()) + " in the period before, as far as this one has come";
        return new Figure(voice.number(now), word, voice.change(now, before.get()), now >= before.get(), against);
    }

    /** The days in a row where they still run, else the days that had a play. */
    private static Figure days(Visit visit, Totals.Days days, Totals.Days ever) {
        LocalDate last = ever.last();
        boolean runs = last != null && !last.isBefore(visit.today().minusDays(1)) && ever.streak() > 1;
        return runs
                ? new Figure(visit.voice().number(ever.streak()), "days in a row")
                : new Figure(visit.voice().number(days.active()), days.active() == 1 ? "day" : "days with plays");
    }

    private static List<RankedCard> charts(Visit visit, AskedRange asked, Totals ever) {
        boolean hearsSongs = ever.kinds().stream().anyMatch(each -> each.kind() == MediaKind.SONG);
        MediaKind kind = hearsSongs ? MediaKind.SONG : null;
        return List.of(
                chart(visit, asked, Subject.CREATOR, kind),
                chart(visit, asked, Subject.CONTAINER, kind),
                chart(visit, asked, Subject.ITEM, kind));
    }

    private static RankedCard chart(Visit visit, AskedRange asked, Subject subject, @Nullable MediaKind kind) {
        Filter filter = kind == null ? Filter.NONE : Filter.of(kind);
        Chart chart = Chart.of(visit.history(), asked.range(), filter, Chart.Ask.top(subject, TOP_ROWS));
        Chart before = asked.length() == AskedRange.Length.ALL
                ? null
                : asked.before()
                        .map(range ->
                                Chart.of(visit.history(), range, filter, Chart.Ask.top(subject, Rows.MOVES_ROWS_MAX)))
                        .orElse(null);
        long most = chart.rows().isEmpty() ? 1 : chart.rows().getFirst().plays();
        List<RangeSwitch.Kept> kept = new ArrayList<>(asked.kept());
        if (kind != null) {
            kept.add(new RangeSwitch.Kept("kind", kind.word()));
        }
        return new RankedCard(
                "top-" + subject.word() + "s",
                Words.plural(subject, kind),
                new RankedCard.More(
                        "all " + visit.voice().number(chart.size()) + " →",
                        Query.on("/charts/" + subject.word() + "s", kept)),
                Rows.of(visit, chart, most, before),
                "None in this range.");
    }

    /** What is not music: shows, books, films and the rest, told by what they are part of. */
    private static RankedCard other(Visit visit, Totals ever) {
        List<MediaKind> kinds = ever.kinds().stream()
                .map(Totals.OfKind::kind)
                .filter(kind -> kind != MediaKind.SONG)
                .toList();
        Range year = Range.of(visit.today().minusDays(364), visit.today());
        return new RankedCard(
                "other",
                "Watched and read",
                new RankedCard.More(
                        "the past year →",
                        "/charts/containers?range=custom&from=" + visit.today().minusDays(364)),
                Together.rows(visit, year, kinds, OTHER_ROWS),
                "Films, episodes, books and articles show here.");
    }
}
