package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.history.History;
import io.reprise.http.Problem;
import io.reprise.media.MediaKind;
import io.reprise.report.Filter;
import io.reprise.report.Range;
import io.reprise.report.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays day by day, newest first, and the way to take one out and back in. */
final class TimelinePage {
    private static final String PATH = "/timeline";
    private static final int PAGE_PLAYS = 60;
    private static final int NUMBER_CHARS_MAX = 18;

    private final Rooms rooms;
    private final Reception reception;

    TimelinePage(Rooms rooms, Reception reception) {
        this.rooms = rooms;
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(this::show));
        routes.post(PATH + "/{number}/remove", reception.signedIn(this::remove));
        routes.post(PATH + "/{number}/restore", reception.signedIn(this::restore));
    }

    private void show(Visit visit) {
        MediaKind kind = Kinds.asked(visit.context());
        String dayText = visit.context().queryParam("day");
        LocalDate day =
                dayText == null || dayText.isBlank() ? null : AskedRange.date(visit.context(), "day", visit.today());
        Timeline timeline = timeline(visit, kind, day);
        List<RangeSwitch.Kept> kept = day == null ? List.of() : List.of(new RangeSwitch.Kept("day", day.toString()));
        String before = visit.context().queryParam("under");
        TimelineView view = new TimelineView(
                head(visit, kind, day),
                Kinds.choices(visit, PATH, kept, kind),
                Lines.days(visit, timeline.plays(), before == null ? "" : before),
                older(visit, timeline, kind, kept),
                undo(visit));
        visit.send((output, tags) -> JtetimelineGenerated.render(output, tags, visit.frame("Timeline", PATH), view));
    }

    private static Timeline timeline(Visit visit, @Nullable MediaKind kind, @Nullable LocalDate day) {
        Range range = day == null ? Range.ALL : Range.until(day);
        String cursor = visit.context().queryParam("before");
        Timeline.Page page =
                cursor == null ? Timeline.Page.newest(PAGE_PLAYS) : Timeline.Page.olderThan(cursor, PAGE_PLAYS);
        try {
            return Timeline.of(visit.history(), range, Kinds.filter(kind), page);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("The address of this part is not one that a page gave.")
                    .got(cursor)
                    .raised();
        }
    }

    private static TimelineView.Head head(Visit visit, @Nullable MediaKind kind, @Nullable LocalDate day) {
        boolean later = day != null || visit.context().queryParam("before") != null;
        return new TimelineView.Head(
                visit.voice().count(visit.history().size(), "play", "plays") + " in all",
                day == null ? "Timeline" : "Up to " + lowerFirst(visit.voice().day(day)),
                day == null ? null : day.toString(),
                kind == null ? null : kind.word(),
                later
                        ? Query.on(PATH, kind == null ? List.of() : List.of(new RangeSwitch.Kept("kind", kind.word())))
                        : null);
    }

    private static String lowerFirst(String text) {
        return text.equals("Today") || text.equals("Yesterday") ? text.toLowerCase(java.util.Locale.ROOT) : text;
    }

    private static @Nullable String older(
            Visit visit, Timeline timeline, @Nullable MediaKind kind, List<RangeSwitch.Kept> kept) {
        if (timeline.older() == null) {
            return null;
        }
        List<RangeSwitch.Kept> all = new ArrayList<>(kept);
        if (kind != null) {
            all.add(new RangeSwitch.Kept("kind", kind.word()));
        }
        all.add(new RangeSwitch.Kept("before", timeline.older()));
        all.add(new RangeSwitch.Kept("under", Lines.lastHeading(visit, timeline.plays())));
        return Query.on(PATH, all);
    }

    private static @Nullable UndoNotice undo(Visit visit) {
        String removed = visit.context().queryParam("removed");
        String decision = visit.context().queryParam("decision");
        return removed == null || decision == null
                ? null
                : new UndoNotice(number(visit, removed), number(visit, decision));
    }

    private void remove(Visit visit) {
        long number = number(visit, visit.context().pathParam("number"));
        String name = name(visit.history(), number);
        long decision =
                decided(() -> rooms.folding().removal().remove(visit.user().id(), number, author(visit)));
        if (visit.isPart()) {
            visit.send((output, tags) -> JteremovedGenerated.render(output, tags, name, number, decision));
        } else {
            visit.seeOther(PATH + "?removed=" + number + "&decision=" + decision);
        }
    }

    private void restore(Visit visit) {
        long number = number(visit, visit.context().pathParam("number"));
        String told = visit.context().formParam("decision");
        long decision = number(visit, told == null ? "" : told);
        decided(() -> {
            rooms.folding().removal().undo(visit.user().id(), decision, author(visit));
            return decision;
        });
        if (!visit.isPart()) {
            visit.seeOther(PATH);
            return;
        }
        Visit now = reception.visit(visit.context(), visit.user());
        Line line = Lines.line(now, play(now.history(), number));
        now.send((output, tags) -> JtelineGenerated.render(output, tags, line, true));
    }

    private static Ledger.Author author(Visit visit) {
        return new Ledger.Author(visit.user().name(), "on the timeline");
    }

    private interface Deciding {
        long decide();
    }

    private static long decided(Deciding step) {
        try {
            return step.decide();
        } catch (Refusal e) {
            throw Problem.of(409, String.valueOf(e.getMessage())).raised();
        }
    }

    private static String name(History history, long number) {
        int index = index(history, number);
        return index < 0 ? "play " + number : history.names().title(history.item(index));
    }

    private static Timeline.Line play(History history, long number) {
        int index = index(history, number);
        if (index < 0) {
            throw Problem.notFound("There is no counted play with the number " + number + ".")
                    .raised();
        }
        int day = history.day(index);
        Range range = day == History.NO_DAY ? Range.ALL : Range.until(LocalDate.ofEpochDay(day));
        Timeline.Page page = Timeline.Page.newest(Timeline.PLAYS_MAX);
        return Timeline.of(history, range, Filter.NONE.withItem(history.item(index)), page).plays().stream()
                .filter(play -> play.number() == number)
                .findFirst()
                .orElseThrow(
                        () -> Problem.notFound("This play is no longer there.").raised());
    }

    private static int index(History history, long number) {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.number(i) == number) {
                return i;
            }
        }
        return -1;
    }

    private static long number(Visit visit, String text) {
        if (!text.isEmpty() && text.length() <= NUMBER_CHARS_MAX && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Long.parseLong(text);
        }
        throw Problem.notFound("There is nothing at " + visit.context().path() + ".")
                .expected("a number")
                .got(text)
                .raised();
    }
}
