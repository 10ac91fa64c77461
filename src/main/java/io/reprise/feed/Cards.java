package io.reprise.feed;

import io.reprise.history.History;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.report.Chart;
import io.reprise.report.Counts;
import io.reprise.report.Filter;
import io.reprise.report.Period;
import io.reprise.report.Range;
import io.reprise.report.Step;
import io.reprise.report.Totals;
import io.reprise.scrobble.Playing;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** The pictures that a link can show. */
final class Cards {
    private static final int ROWS_MAX = 10;
    private static final int WEEKS = 53;
    private static final int DAYS_OF_WEEK = 7;
    private static final double PITCH = (Svg.WIDTH - 2.0 * Svg.EDGE) / WEEKS;
    private static final double ROOM = Svg.WIDTH - 2.0 * Svg.EDGE;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final Link link;
    private final History history;
    private final Svg.Theme theme;
    private final LocalDate today;

    Cards(Link link, History history, Svg.Theme theme, long now) {
        this.link = link;
        this.history = history;
        this.theme = theme;
        this.today = LocalDate.ofEpochDay(history.zones().dayAt(now));
    }

    private Filter filter() {
        return Filter.NONE.withKinds(link.kinds());
    }

    private Range range() {
        return Period.parse(link.period(), new Period.Now(today, history.weekStart()))
                .range();
    }

    private String heading() {
        return link.name().isEmpty() && !link.period().equals("all")
                ? link.title() + ", " + link.period()
                : link.title();
    }

    private static Svg.Cut head(String text) {
        return new Svg.Cut(text, ROOM, 13);
    }

    private static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    /** What is played now, else what was last. */
    String playing(List<Playing> playing) {
        List<Mention> now = playing.stream()
                .map(each -> each.told().mention())
                .filter(mention -> link.kinds().isEmpty() || link.kinds().contains(mention.kind()))
                .toList();
        if (!now.isEmpty()) {
            Mention mention = now.getFirst();
            return one(new One(
                    "Now playing",
                    mention.kind(),
                    mention.title(),
                    mention.credit().text(),
                    mention.container().map(container -> container.title()).orElse("")));
        }
        List<Entry> last = Entry.plays(history, link.kinds(), 1);
        if (last.isEmpty()) {
            Svg svg = new Svg(theme, "Nothing was played yet");
            return svg.text("soft", Svg.EDGE, 62, head("Nothing was played yet."))
                    .done(112);
        }
        Entry entry = last.getFirst();
        MediaKind kind = MediaKind.ofWord(entry.line().item().kind()).orElseThrow();
        var container = entry.line().container();
        return one(new One(
                "Last " + kind.verb() + ", " + when(entry),
                kind,
                entry.line().item().name(),
                entry.line().item().credit(),
                container == null ? "" : container.name()));
    }

    private static String when(Entry entry) {
        LocalDate day = entry.line().when().day();
        var time = entry.line().when().time();
        return day == null
                ? ""
                : time == null
                        ? DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
                                .format(day)
                        : WHEN.format(day.atTime(time));
    }

    private record One(String head, MediaKind kind, String title, String credit, String container) {}

    private String one(One one) {
        String by = one.credit().isEmpty() ? one.container() : one.credit();
        String from = one.credit().isEmpty() ? "" : one.container();
        Svg svg = new Svg(theme, one.head() + ": " + one.title() + (by.isEmpty() ? "" : ", " + by));
        svg.dot(one.kind().word(), Svg.EDGE + 4, 25)
                .text("head", Svg.EDGE + 16, 30, new Svg.Cut(one.head(), ROOM - 16, 13))
                .text("title", Svg.EDGE, 58, new Svg.Cut(one.title(), ROOM, 19));
        if (!by.isEmpty()) {
            svg.text("", Svg.EDGE, 80, new Svg.Cut(by, ROOM, 14));
        }
        if (!from.isEmpty()) {
            svg.text("soft", Svg.EDGE, 100, new Svg.Cut(from, ROOM, 13));
        }
        return svg.done(from.isEmpty() ? 98 : 118);
    }

    /** The most played of a period, with a bar each. */
    String top() {
        Chart chart = Chart.of(history, range(), filter(), Chart.Ask.top(link.subject(), ROWS_MAX));
        Svg svg = new Svg(theme, heading()).text("head", Svg.EDGE, 31, head(heading()));
        double most = chart.rows().isEmpty() ? 1 : chart.rows().getFirst().plays();
        double y = 58;
        for (Chart.Row row : chart.rows()) {
            double bar = Math.max(2, ROOM * row.plays() / most);
            svg.text("soft", Svg.EDGE, y, new Svg.Cut(Integer.toString(row.rank()), 24, 13));
            String name = row.what().name();
            String credit = row.what().credit();
            svg.text(
                    "name",
                    Svg.EDGE + 26,
                    y,
                    new Svg.Cut(credit.isEmpty() ? name : name + " – " + credit, ROOM - 100, 14.5));
            svg.text("soft end", Svg.WIDTH - Svg.EDGE, y, new Svg.Cut(number(row.plays()), 70, 13));
            svg.box("line", new Svg.Place(Svg.EDGE, y + 8, ROOM, 3), 1.5)
                    .box("accent", new Svg.Place(Svg.EDGE, y + 8, bar, 3), 1.5);
            y += 34;
        }
        if (chart.rows().isEmpty()) {
            svg.text("soft", Svg.EDGE, y, head("Nothing was played."));
            y += 28;
        }
        return svg.done((int) y - 8);
    }

    /** The last year, one square a day. */
    String year() {
        LocalDate first = history.weekStart().startOf(today).minusWeeks(WEEKS - 1L);
        List<Counts.Bucket> days =
                Counts.of(history, Range.of(first, today), filter(), Step.DAY).buckets();
        long sum = days.stream().mapToLong(Counts.Bucket::plays).sum();
        String total = number(sum) + (sum == 1 ? " play" : " plays");
        Svg svg = new Svg(theme, link.title() + ": " + total)
                .text("head", Svg.EDGE, 31, head(link.title()))
                .text("soft end", Svg.WIDTH - Svg.EDGE, 31, new Svg.Cut(total, 200, 13));
        long[] steps = steps(days);
        for (int i = 0; i < days.size(); i++) {
            double x = Svg.EDGE + PITCH * (i / DAYS_OF_WEEK);
            double y = 46 + PITCH * (i % DAYS_OF_WEEK);
            svg.box("heat-" + shade(days.get(i).plays(), steps), new Svg.Place(x, y, PITCH - 1.6, PITCH - 1.6), 1.4);
        }
        double below = 46 + PITCH * DAYS_OF_WEEK + 15;
        for (int week = 0; week < WEEKS - 2; week++) {
            LocalDate begin = first.plusWeeks(week);
            if (begin.getDayOfMonth() <= DAYS_OF_WEEK) {
                svg.text("soft", Svg.EDGE + PITCH * week, below, new Svg.Cut(month(begin), 60, 13));
            }
        }
        return svg.done((int) below + 16);
    }

    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    /** The bounds between the four shades, as on the first page: a quarter, a half, nine tenths of the days. */
    private static long[] steps(List<Counts.Bucket> days) {
        long[] plays = days.stream()
                .mapToLong(Counts.Bucket::plays)
                .filter(each -> each > 0)
                .sorted()
                .toArray();
        return plays.length == 0
                ? new long[] {1, 1, 1}
                : new long[] {plays[plays.length / 4], plays[plays.length / 2], plays[plays.length * 9 / 10]};
    }

    private static int shade(long plays, long[] steps) {
        return plays == 0 ? 0 : plays > steps[2] ? 4 : plays > steps[1] ? 3 : plays > steps[0] ? 2 : 1;
    }

    /** Plays, time, days and the kinds as parts of one bar. */
    String totals() {
        Totals totals = Totals.of(history, range(), filter());
        Svg svg = new Svg(theme, heading() + ": " + number(totals.plays()) + " plays")
                .text("head", Svg.EDGE, 31, head(heading()));
        figure(svg, 0, number(totals.plays()), "plays");
        figure(svg, 1, number(Math.round(totals.seconds() / 3600.0)) + " h", "known time");
        figure(svg, 2, number(totals.days().active()), "days");
        double x = Svg.EDGE;
        svg.box("heat-0", new Svg.Place(Svg.EDGE, 108, ROOM, 8), 4);
        for (Totals.OfKind kind : totals.kinds()) {
            double part = ROOM * kind.plays() / Math.max(1, totals.plays());
            svg.box(kind.kind().word(), new Svg.Place(x, 108, Math.max(1, part - 1.5), 8), 2);
            x += part;
        }
        int place = 0;
        for (Totals.OfKind kind : totals.kinds()) {
            double left = Svg.EDGE + ROOM / 4 * (place % 4);
            double y = 140 + 20.0 * (place / 4);
            String word = kind.plays() == 1 ? kind.kind().word() : kind.kind().plural();
            svg.dot(kind.kind().word(), left + 4, y - 5)
                    .text("soft", left + 13, y, new Svg.Cut(number(kind.plays()) + " " + word, ROOM / 4 - 16, 12.5));
            place++;
        }
        return svg.done(132 + 20 * ((place + 3) / 4) + (place == 0 ? 0 : 6));
    }

    private static void figure(Svg svg, int place, String number, String word) {
        double x = Svg.EDGE + ROOM / 3 * place;
        svg.text("big", x, 72, new Svg.Cut(number, ROOM / 3 - 8, 26)).text("soft", x, 92, new Svg.Cut(word, 100, 13));
    }
}
