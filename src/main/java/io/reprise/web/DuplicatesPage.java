package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.history.Names;
import io.reprise.http.Cursor;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.play.Pairs;
import io.reprise.play.Play;
import io.reprise.scrobble.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The plays that were folded into those of other sources, with the reason; each pair can be taken apart and back. */
final class DuplicatesPage {
    private static final String PATH = "/duplicates";
    private static final int PAIRS = 50;
    private static final String CURSOR = "duplicates";
    private static final Parameter.Bounds NUMBERS = new Parameter.Bounds(0, Integer.MAX_VALUE);

    private final Rooms rooms;
    private final Reception reception;

    DuplicatesPage(Rooms rooms, Reception reception) {
        this.rooms = rooms;
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(this::show));
        routes.post(PATH + "/{number}/reverse", reception.signedIn(this::reverse));
        routes.post(PATH + "/{number}/fold", reception.signedIn(this::fold));
    }

    private void show(Visit visit) {
        OptionalInt origin = number(visit, "origin");
        String before = visit.context().queryParam("before");
        Pairs.After after = Pairs.After.NEWEST;
        if (before != null) {
            Cursor cursor = Cursor.read(CURSOR, 2, before);
            after = new Pairs.After(cursor.number(0), cursor.number(1));
        }
        OptionalInt reversed = number(visit, "reversed");
        UserId user = visit.user().id();
        List<Pairs.Pair> found =
                rooms.folding().removal().pairs().latest(user, origin, new Pairs.Window(after, PAIRS + 1));
        List<Pairs.Pair> page = found.subList(0, Math.min(PAIRS, found.size()));
        Map<Integer, Origin> origins = rooms.folding().removal().pairs().origins(user);
        List<DuplicatesView.Row> rows =
                page.stream().map(pair -> row(visit, pair, origins)).toList();
        List<DuplicatesView.Choice> choices = origins.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().label()))
                .map(entry -> new DuplicatesView.Choice(
                        entry.getKey(), entry.getValue().label(), origin.equals(OptionalInt.of(entry.getKey()))))
                .toList();
        DuplicatesView view = new DuplicatesView(
                choices,
                rows,
                found.size() > page.size() ? older(page.getLast().folded(), origin) : null,
                reversed.isPresent() ? (Integer) reversed.getAsInt() : null);
        visit.send(
                (output, tags) -> JteduplicatesGenerated.render(output, tags, visit.frame("Duplicates", PATH), view));
    }

    /** A number from 1 that a parameter gives; none where it gives none. */
    private static OptionalInt number(Visit visit, String name) {
        long number = Parameter.number(visit.context(), name, 0, NUMBERS);
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(number));
    }

    private static String older(Play last, OptionalInt origin) {
        return PATH + "?before="
                + Query.encoded(Cursor.of(CURSOR, last.at(), last.number()).text())
                + (origin.isPresent() ? "&origin=" + origin.getAsInt() : "");
    }

    private static DuplicatesView.Row row(Visit visit, Pairs.Pair pair, Map<Integer, Origin> origins) {
        Names names = visit.history().names();
        int item = pair.folded().item();
        return new DuplicatesView.Row(
                pair.folded().number(),
                "/items/" + names.canonicalItem(item),
                names.title(item),
                names.creditText(item),
                side(visit, pair.folded(), origins),
                side(visit, pair.stands(), origins),
                Words.capital(pair.likeness().sentence()) + ".");
    }

    private static String side(Visit visit, Play play, Map<Integer, Origin> origins) {
        Origin origin = origins.get(play.origin());
        String source = origin == null ? "a source" : origin.label();
        return source + ", " + (play.at() == Play.UNDATED ? "no date" : ImportWords.moment(visit, play.at()));
    }

    private void reverse(Visit visit) {
        int number = Addresses.number(visit.context(), "number");
        decide(() -> rooms.folding().removal().keep(visit.user().id(), number, author(visit, "not the same play")));
        visit.seeOther(PATH + "?reversed=" + number);
    }

    private void fold(Visit visit) {
        int number = Addresses.number(visit.context(), "number");
        decide(() -> rooms.folding().removal().unkeep(visit.user().id(), number, author(visit, "the same play")));
        visit.seeOther(PATH);
    }

    private static Ledger.Author author(Visit visit, String because) {
        return new Ledger.Author(visit.user().name(), because);
    }

    private static void decide(Runnable decision) {
        try {
            decision.run();
        } catch (Refusal refusal) {
            throw Problem.of(409, Words.capital(String.valueOf(refusal.getMessage())) + ".")
                    .raised();
        }
    }
}
