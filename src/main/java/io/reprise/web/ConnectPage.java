package io.reprise.web;

import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.http.Problem;
import io.reprise.inlet.Inlet;
import io.reprise.inlet.InletOrder;
import io.reprise.inlet.InletParty;
import io.reprise.inlet.InletRetry;
import io.reprise.inlet.Inlets;
import io.reprise.media.MediaKind;
import io.reprise.scrobble.Quarantine;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Connects what calls by itself: choose a party, see what to paste where, see how its last call went. */
final class ConnectPage {
    private static final String PATH = "/connect";
    private static final String ONE = PATH + "/{number}";
    private static final int WAITING_MAX = 50;
    private static final int TEXT_CHARS_MAX = 2_000;

    private final Rooms rooms;
    private final Reception reception;

    ConnectPage(Rooms rooms, Reception reception) {
        this.rooms = rooms;
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(visit -> send(visit, null)));
        routes.post(PATH, reception.signedIn(this::make));
        routes.get(ONE, reception.signedIn(visit -> sendOne(visit, found(visit), null)));
        routes.post(ONE, reception.signedIn(this::change));
        routes.post(ONE + "/turn", reception.signedIn(this::turn));
        routes.post(ONE + "/secret", reception.signedIn(this::renew));
        routes.post(ONE + "/delete", reception.signedIn(this::delete));
        routes.post(ONE + "/retry", reception.signedIn(this::retry));
    }

    private Inlets inlets() {
        return rooms.connect().inlets();
    }

    private Inlet found(Visit visit) {
        int number = Addresses.number(visit.context(), "number");
        return inlets().find(visit.user().id(), number)
                .orElseThrow(() -> Problem.notFound("You have no inlet number " + number + ".")
                        .raised());
    }

    private void make(Visit visit) {
        try {
            Inlet made = inlets().make(
                            visit.user().id(),
                            visit.context().formParam("party"),
                            new InletOrder(visit.context().formParam("name"), null, null, null));
            visit.seeOther(PATH + "/" + made.number());
        } catch (IllegalArgumentException e) {
            visit.context().status(HttpStatus.BAD_REQUEST);
            send(visit, String.valueOf(e.getMessage()));
        }
    }

    private void change(Visit visit) {
        Inlet known = found(visit);
        String key = visit.context().formParam("key");
        try {
            InletOrder order = new InletOrder(
                    visit.context().formParam("name"),
                    visit.context().formParam("account"),
                    key == null || key.isBlank() ? null : key,
                    null);
            inlets().change(known.user(), known.number(), order);
            visit.seeOther(PATH + "/" + known.number());
        } catch (IllegalArgumentException e) {
            visit.context().status(HttpStatus.BAD_REQUEST);
            sendOne(visit, known, String.valueOf(e.getMessage()));
        }
    }

    private void turn(Visit visit) {
        Inlet known = found(visit);
        boolean on = "on".equals(visit.context().formParam("to"));
        inlets().change(known.user(), known.number(), InletOrder.turn(on));
        visit.seeOther(PATH + "/" + known.number());
    }

    private void renew(Visit visit) {
        Inlet known = found(visit);
        inlets().renew(known.user(), known.number());
        visit.seeOther(PATH + "/" + known.number());
    }

    private void delete(Visit visit) {
        Inlet known = found(visit);
        inlets().delete(known.user(), known.number());
        visit.seeOther(PATH);
    }

    private void retry(Visit visit) {
        Inlet known = found(visit);
        List<InletRetry.Tried> tried = rooms.connect().retry().retryAll(known, WAITING_MAX);
        long stay = tried.stream()
                .filter(each -> each.outcome().equals("quarantined"))
                .count();
        sendOne(
                visit,
                known,
                tried.size() - stay + " of " + tried.size() + " were understood now; " + stay + " stay here.");
    }

    private void send(Visit visit, @Nullable String wrong) {
        List<ConnectView.Party> parties = inlets().parties().all().stream()
                .map(party -> new ConnectView.Party(party.word(), party.title(), kinds(party)))
                .toList();
        List<ConnectView.Row> rows = inlets().of(visit.user().id()).stream()
                .map(inlet -> new ConnectView.Row(
                        inlet.number(), inlet.name(), last(visit, inlet), inlet.enabled() ? "on" : "off", bad(inlet)))
                .toList();
        ConnectView view = new ConnectView(parties, rows, wrong);
        visit.send((output, tags) -> JteconnectGenerated.render(output, tags, visit.frame("Connect", PATH), view));
    }

    private static String kinds(InletParty party) {
        return party.kinds().stream().map(MediaKind::plural).collect(Collectors.joining(", "));
    }

    private void sendOne(Visit visit, Inlet inlet, @Nullable String told) {
        InletParty party = inlets().parties().need(inlet.party());
        Optional<String> address = inlets().path(inlet).map(path -> Addresses.server(visit.context()) + path);
        Inlet.Counts counts = inlet.counts();
        String counted = visit.voice().number(counts.calls()) + " calls: "
                + visit.voice().number(counts.stored()) + " stored, "
                + visit.voice().number(counts.leftOut()) + " left out, "
                + visit.voice().number(counts.refused()) + " not understood";
        ConnectView.One view = new ConnectView.One(
                inlet.number(),
                inlet.name(),
                party.title(),
                address.orElse(null),
                address.map(party::steps).orElse(List.of()),
                inlet.account() == null ? "" : inlet.account(),
                new ConnectView.Facts(
                        inlet.enabled(),
                        party.signing() != InletParty.Signing.NONE,
                        inlet.hasKey(),
                        counted,
                        last(visit, inlet),
                        bad(inlet)),
                rooms.connect().retry().waiting(inlet, WAITING_MAX).stream()
                        .map(ConnectPage::waiting)
                        .toList(),
                told);
        visit.send((output, tags) -> JteinletGenerated.render(output, tags, visit.frame(inlet.name(), PATH), view));
    }

    private static ConnectView.Waiting waiting(Quarantine.Kept kept) {
        String text = new String(kept.row().bytes(), StandardCharsets.UTF_8);
        return new ConnectView.Waiting(
                kept.number(),
                kept.row().error(),
                text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX) + "…");
    }

    private static boolean bad(Inlet inlet) {
        Inlet.Last last = inlet.last();
        return last != null && last.outcome().matches("(quarantined|refused|turned away).*");
    }

    private static String last(Visit visit, Inlet inlet) {
        Inlet.Last last = inlet.last();
        if (last == null) {
            return "Nobody has called yet.";
        }
        String account = last.account().isEmpty() ? "" : " by " + last.account();
        LocalDate day = LocalDate.ofEpochDay(visit.history().zones().dayAt(last.at()));
        String time = visit.voice().clock(last.at(), visit.history().zones().offsetAt(last.at()));
        String when = (day.equals(visit.today()) ? "Today" : visit.voice().date(day)) + ", " + time;
        return when + account + ": " + last.outcome();
    }
}
