package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.catalog.DecisionKind;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.LedgerDesk;
import io.reprise.catalog.Refusal;
import io.reprise.catalog.Ruling;
import io.reprise.catalog.Thing;
import io.reprise.history.Names;
import io.reprise.http.Problem;
import io.reprise.media.MediaKind;
import io.reprise.report.Chart;
import io.reprise.report.Filter;
import io.reprise.report.Range;
import io.reprise.report.SeriesBook;
import io.reprise.report.Standing;
import io.reprise.report.Subject;
import io.reprise.report.Timeline;
import io.reprise.report.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pages of one creator, one container and one item. */
final class ThingPages {
    private static final int TOP_ROWS = 10;
    private static final int PAGE_PLAYS = 40;
    private static final int HOMES_MAX = 50;

    private final Rooms rooms;
    private final Reception reception;
    private final OpinionSection opinions;

    ThingPages(Rooms rooms, Reception reception, OpinionSection opinions) {
        this.rooms = rooms;
        this.opinions = opinions;
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        for (Subject subject : Subject.values()) {
            routes.get("/" + subject.word() + "s/{number}", reception.signedIn(visit -> show(visit, subject)));
            routes.post(
                    "/" + subject.word() + "s/{number}/correct", reception.signedIn(visit -> correct(visit, subject)));
        }
    }

    private void show(Visit visit, Subject subject) {
        int number = Addresses.number(visit.context(), "number");
        Standing standing = Standing.of(visit.history(), subject, number)
                .orElseThrow(() -> Problem.notFound(
                                "There is no " + subject.word() + " with the number " + number + " in your history.")
                        .raised());
        Filter filter = Filter.NONE.with(subject, standing.what().number());
        Totals totals = Totals.of(visit.history(), Range.ALL, filter);
        ThingView view = new ThingView(
                head(visit, standing, totals),
                figures(visit, standing, totals),
                Story.of(visit, standing, filter, totals),
                charts(visit, subject, filter, totals),
                plays(visit, standing, filter),
                told(visit, standing),
                known(visit, standing),
                Portrait.of(visit, standing.what(), rooms.pictured()),
                opinions.view(visit, subject, standing.what().number()),
                episodes(visit, standing));
        visit.send((output, tags) -> JtethingGenerated.render(output, tags, visit.frame(view.title(), ""), view));
    }

    private AsTold told(Visit visit, Standing standing) {
        Thing thing = Faces.thing(standing.what().subject(), standing.what().number());
        return AsTold.of(
                visit.history().names().facts(),
                thing,
                standing.what().name(),
                rooms.deciding().ledger().facts(visit.user().id(), thing),
                rooms.deciding().review());
    }

    /** Only series have them, where an authority told. */
    private @Nullable EpisodesView episodes(Visit visit, Standing standing) {
        return standing.what().subject() != Subject.CONTAINER
                ? null
                : SeriesBook.series(visit.history(), standing.what().number())
                        .map(series -> EpisodesView.of(
                                visit,
                                series,
                                AsTold.source(series.source(), rooms.deciding().review())))
                        .orElse(null);
    }

    private KnownAs known(Visit visit, Standing standing) {
        Subject subject = standing.what().subject();
        int number = standing.what().number();
        MediaKind kind = subject == Subject.ITEM ? visit.history().names().kind(number) : null;
        Thing thing = Faces.thing(subject, number);
        UserId user = visit.user().id();
        LedgerDesk ledger = rooms.deciding().ledger();
        DecisionWords words = new DecisionWords(visit.history().names());
        List<KnownAs.Decided> decided = ledger.about(user, thing).stream()
                .map(line -> new KnownAs.Decided(
                        line.decision().number(),
                        line.decision().by(),
                        words.of(line),
                        line.decision().because(),
                        line.decision().kind() == DecisionKind.IGNORE))
                .toList();
        String before = visit.context().queryParam("decided");
        boolean isNew =
                decided.stream().anyMatch(one -> String.valueOf(one.number()).equals(before));
        return new KnownAs(
                KnownAs.taken(ledger.identity(user, thing)),
                "/" + subject.word() + "s/" + number,
                subject,
                kind == null ? null : KnownAs.home(kind),
                subject == Subject.ITEM ? ledger.credit(user, number) : List.of(),
                subject == Subject.ITEM ? homes(visit, number) : List.of(),
                decided,
                isNew ? before : null);
    }

    /** Titles of containers by the same creators, for who wants to move the item to one of them. */
    private static List<String> homes(Visit visit, int item) {
        Names names = visit.history().names();
        if (names.creditCount(item) == 0) {
            return List.of();
        }
        Filter filter = Filter.NONE.with(Subject.CREATOR, names.creator(item, 0));
        return Chart.of(visit.history(), Range.ALL, filter, Chart.Ask.top(Subject.CONTAINER, HOMES_MAX)).rows().stream()
                .map(row -> row.what().name())
                .distinct()
                .toList();
    }

    /** Says something of it, which is a line in the ledger; what is ignored has no page to go back to. */
    private void correct(Visit visit, Subject subject) {
        int number = Addresses.number(visit.context(), "number");
        Names names = visit.history().names();
        boolean isKnownItem = subject == Subject.ITEM && number <= names.lastItem();
        Ruling ruling = decided(() -> Correction.read(visit.context(), isKnownItem ? names.kind(number) : null));
        Ledger.Author author = new Ledger.Author(visit.user().name(), Correction.because(visit.context()));
        Thing thing = Faces.thing(subject, number);
        LedgerDesk ledger = rooms.deciding().ledger();
        long decision = decided(() -> ledger.decide(visit.user().id(), thing, ruling, author));
        visit.seeOther("/" + subject.word() + "s/" + number + "?decided=" + decision);
    }

    static <T> T decided(Supplier<T> decision) {
        try {
            return decision.get();
        } catch (Refusal refusal) {
            throw Problem.of(409, Words.capital(String.valueOf(refusal.getMessage())) + ".")
                    .raised();
        }
    }

    private static ThingView.Head head(Visit visit, Standing standing, Totals totals) {
        String name = standing.what().name();
        Names names = visit.history().names();
        int number = standing.what().number();
        MediaKind main = mainKind(totals);
        String from = standing.what().subject() == Subject.ITEM ? containerOf(visit, number) : "";
        Face face = visit.faces().of(standing.what(), from);
        return switch (standing.what().subject()) {
            case CREATOR -> new ThingView.Head(face, word(main), creatorWord(main), name, List.of());
            case CONTAINER ->
                new ThingView.Head(
                        face,
                        word(main),
                        Words.container(standing.what().kind(), main),
                        name,
                        credit(standing.what().credit()));
            case ITEM -> {
                String kind = names.kind(number).word();
                yield new ThingView.Head(face, kind, kindLine(names, number), name, itemLinks(visit, number));
            }
        };
    }

    private static String kindLine(Names names, int item) {
        String word = names.kind(item).word();
        int length = names.length(item);
        return length == 0
                ? word
                : word + " · " + new Voice(java.util.Locale.ROOT, java.time.LocalDate.EPOCH).length(length);
    }

    private static @Nullable String word(@Nullable MediaKind kind) {
        return kind == null ? null : kind.word();
    }

    private static String creatorWord(@Nullable MediaKind kind) {
        return switch (kind) {
            case null -> "creator";
            case SONG -> "artist";
            case ARTICLE, BOOK -> "author";
            case FILM -> "director";
            case VIDEO -> "channel";
            case EPISODE, PICTURE, PODCAST -> "maker";
        };
    }

    /** The kind that most of the plays are of. */
    private static @Nullable MediaKind mainKind(Totals totals) {
        return totals.mainKind().orElse(null);
    }

    private static List<ThingView.Link> credit(String text) {
        return text.isEmpty() ? List.of() : List.of(new ThingView.Link("by ", text, null));
    }

    private static String containerOf(Visit visit, int item) {
        List<Chart.Row> rows = containers(visit, item);
        return rows.isEmpty() ? "" : rows.getFirst().what().name();
    }

    private static List<Chart.Row> containers(Visit visit, int item) {
        return Chart.of(visit.history(), Range.ALL, Filter.NONE.withItem(item), Chart.Ask.top(Subject.CONTAINER, 3))
                .rows();
    }

    /** Its creators, then what it was played from. */
    private static List<ThingView.Link> itemLinks(Visit visit, int item) {
        Names names = visit.history().names();
        List<ThingView.Link> links = new ArrayList<>();
        for (int i = 0; i < names.creditCount(item); i++) {
            int creator = names.creator(item, i);
            links.add(new ThingView.Link(i == 0 ? "by " : ", ", names.creatorName(creator), "/creators/" + creator));
        }
        String before = links.isEmpty() ? "from " : " · from ";
        for (Chart.Row row : containers(visit, item)) {
            links.add(new ThingView.Link(before, row.what().name(), Rows.href(row.what())));
            before = ", ";
        }
        return links;
    }

    private static List<Figure> figures(Visit visit, Standing standing, Totals totals) {
        Voice voice = visit.voice();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(voice.number(standing.plays()), standing.plays() == 1 ? "play" : "plays"));
        if (standing.rank() > 0) {
            figures.add(new Figure(
                    "№ " + voice.number(standing.rank()),
                    "of all your " + of(standing.what().subject(), mainKind(totals))));
        }
        if (standing.seconds() > 0) {
            figures.add(new Figure(voice.span(standing.seconds()), "of your time"));
        }
        if (standing.what().subject() != Subject.ITEM) {
            figures.add(new Figure(
                    voice.number(totals.played().items()),
                    totals.played().items() == 1 ? "thing" : "different things"));
        }
        if (totals.days().active() > 0) {
            figures.add(new Figure(
                    voice.number(totals.days().active()), totals.days().active() == 1 ? "day" : "different days"));
        }
        return figures;
    }

    private static String of(Subject subject, @Nullable MediaKind kind) {
        return switch (subject) {
            case CREATOR -> "creators";
            case CONTAINER -> "collections";
            case ITEM -> "items";
        };
    }

    private static List<RankedCard> charts(Visit visit, Subject subject, Filter filter, Totals totals) {
        MediaKind main = totals.kinds().size() == 1 ? mainKind(totals) : null;
        List<Subject> within = switch (subject) {
            case CREATOR -> List.of(Subject.ITEM, Subject.CONTAINER);
            case CONTAINER -> List.of(Subject.ITEM, Subject.CREATOR);
            case ITEM -> List.of();
        };
        List<RankedCard> cards = new ArrayList<>();
        for (Subject each : within) {
            Chart chart = Chart.of(visit.history(), Range.ALL, filter, Chart.Ask.top(each, TOP_ROWS));
            if (!chart.rows().isEmpty() && !isItself(subject, each, chart)) {
                long most = chart.rows().getFirst().plays();
                String title = Words.plural(each, main);
                cards.add(new RankedCard(
                        "top-" + each.word() + "s",
                        title,
                        RankedCard.More.NONE,
                        Rows.of(visit, chart, most, null),
                        ""));
            }
        }
        return cards;
    }

    /** A container of one creator need not list that one. */
    private static boolean isItself(Subject subject, Subject within, Chart chart) {
        return Set.of(Subject.CONTAINER).contains(subject) && within == Subject.CREATOR && chart.size() == 1;
    }

    private static ThingView.Plays plays(Visit visit, Standing standing, Filter filter) {
        String cursor = visit.context().queryParam("before");
        Timeline.Page page =
                cursor == null ? Timeline.Page.newest(PAGE_PLAYS) : Timeline.Page.olderThan(cursor, PAGE_PLAYS);
        Timeline timeline;
        try {
            timeline = Timeline.of(visit.history(), Range.ALL, filter, page);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("The address of this part is not one that a page gave.")
                    .got(cursor)
                    .raised();
        }
        boolean isItem = standing.what().subject() == Subject.ITEM;
        String under = visit.context().queryParam("under");
        String older = timeline.older() == null
                ? null
                : Query.on(
                        Rows.href(standing.what()),
                        List.of(
                                new RangeSwitch.Kept("before", timeline.older()),
                                new RangeSwitch.Kept("under", Lines.lastHeading(visit, timeline.plays()))));
        return new ThingView.Plays(
                "Plays",
                isItem
                        ? Lines.dated(visit, timeline.plays())
                        : Lines.days(visit, timeline.plays(), under == null ? "" : under),
                isItem,
                older);
    }
}
