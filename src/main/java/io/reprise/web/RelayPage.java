package io.reprise.web;

import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.http.Problem;
import io.reprise.relay.Introductions;
import io.reprise.relay.Letters;
import io.reprise.relay.Matter;
import io.reprise.relay.Outlet;
import io.reprise.relay.Target;
import io.reprise.relay.TargetOrder;
import io.reprise.relay.Targets;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is told of what happens here: added, tried, turned off, deleted; what was given up is sent again or dropped. */
final class RelayPage {
    private static final String PATH = "/relay";
    private static final String ONE = PATH + "/{number}";
    private static final int LETTERS_SHOWN = 20;

    private final Rooms.Relaying relaying;
    private final Reception reception;

    RelayPage(Rooms.Relaying relaying, Reception reception) {
        this.relaying = relaying;
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(visit -> send(visit, RelayView.Said.NOTHING)));
        routes.post(PATH, reception.signedIn(this::add));
        routes.post(ONE + "/turn", reception.signedIn(this::turn));
        routes.post(ONE + "/delete", reception.signedIn(this::delete));
        routes.post(ONE + "/test", reception.signedIn(this::test));
        routes.post(ONE + "/link", reception.signedIn(this::link));
        routes.post(ONE + "/approved", reception.signedIn(this::approved));
        routes.post(ONE + "/again", reception.signedIn(this::allAgain));
        routes.post(ONE + "/dead/{letter}/again", reception.signedIn(this::again));
        routes.post(ONE + "/dead/{letter}/drop", reception.signedIn(this::drop));
    }

    private Targets targets() {
        return relaying.targets();
    }

    private void add(Visit visit) {
        try {
            TargetOrder order = new TargetOrder(
                    given(visit, "party"),
                    null,
                    given(visit, "address"),
                    given(visit, "username"),
                    TargetOrder.keys(given(visit, "api_key"), given(visit, "secret"), given(visit, "token")),
                    chosen(visit),
                    true);
            Targets.Made made = targets().make(visit.user().id(), order);
            if (made.secret() == null) {
                visit.seeOther(PATH);
            } else {
                send(visit, new RelayView.Said("The webhook is made.", null, made.secret(), null, 0));
            }
        } catch (IllegalArgumentException e) {
            refuse(visit, String.valueOf(e.getMessage()));
        }
    }

    /** What was ticked; null where the form did not ask. */
    private static @Nullable Set<Matter> chosen(Visit visit) {
        if (given(visit, "chosen") == null) {
            return null;
        }
        return visit.context().formParams("events").stream()
                .map(Matter::ofWord)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private void turn(Visit visit) {
        Target found = found(visit);
        targets().change(found.user(), found.number(), TargetOrder.turn("on".equals(given(visit, "to"))));
        visit.seeOther(PATH);
    }

    private void delete(Visit visit) {
        Target found = found(visit);
        targets().delete(found.user(), found.number());
        visit.seeOther(PATH);
    }

    private void test(Visit visit) {
        Introductions.Tried tried = relaying.introductions().test(found(visit));
        send(visit, tried.ok() ? RelayView.Said.good(sentence(tried)) : RelayView.Said.wrong(sentence(tried)));
    }

    private void link(Visit visit) {
        Target found = found(visit);
        try {
            Introductions.Link link = relaying.introductions().link(found);
            String address = link.link().map(URI::toString).orElse(null);
            send(
                    visit,
                    address == null
                            ? RelayView.Said.wrong(sentence(link.tried()))
                            : new RelayView.Said(sentence(link.tried()), null, null, address, found.number()));
        } catch (IllegalArgumentException e) {
            refuse(visit, String.valueOf(e.getMessage()));
        }
    }

    private void approved(Visit visit) {
        try {
            Introductions.Tried tried = relaying.introductions().approved(found(visit));
            send(visit, tried.ok() ? RelayView.Said.good(sentence(tried)) : RelayView.Said.wrong(sentence(tried)));
        } catch (IllegalArgumentException e) {
            refuse(visit, String.valueOf(e.getMessage()));
        }
    }

    private static String sentence(Introductions.Tried tried) {
        String text = Words.capital(tried.message());
        return text.endsWith(".") ? text : text + ".";
    }

    private void allAgain(Visit visit) {
        relaying.letters().allAgain(found(visit));
        visit.seeOther(PATH);
    }

    private void again(Visit visit) {
        relaying.letters().again(found(visit), Addresses.number(visit.context(), "letter"));
        visit.seeOther(PATH);
    }

    private void drop(Visit visit) {
        relaying.letters().drop(found(visit), Addresses.number(visit.context(), "letter"));
        visit.seeOther(PATH);
    }

    private Target found(Visit visit) {
        int number = Addresses.number(visit.context(), "number");
        return targets()
                .find(visit.user().id(), number)
                .orElseThrow(() -> Problem.notFound("You have no relay number " + number + ".")
                        .raised());
    }

    private void refuse(Visit visit, String wrong) {
        visit.context().status(HttpStatus.BAD_REQUEST);
        send(visit, RelayView.Said.wrong(wrong));
    }

    private static @Nullable String given(Visit visit, String name) {
        String text = visit.context().formParam(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private void send(Visit visit, RelayView.Said said) {
        List<RelayView.Row> rows =
                targets().of(visit.user().id()).stream().map(this::row).toList();
        RelayView view = new RelayView(rows, forms(), said);
        visit.send((output, tags) -> JterelayGenerated.render(output, tags, visit.frame("Relay", PATH), view));
    }

    private List<RelayView.Form> forms() {
        List<Outlet> outlets = targets().outlets().all();
        return RelayForms.ALL.stream()
                .flatMap(form -> outlets.stream()
                        .filter(outlet -> outlet.word().equals(form.word()))
                        .map(outlet -> form.with(choices(outlet))))
                .toList();
    }

    private static List<RelayView.Choice> choices(Outlet outlet) {
        return outlet.carries().stream()
                .sorted()
                .map(matter -> new RelayView.Choice(
                        matter.word(),
                        Words.capital(label(matter)),
                        outlet.usually().contains(matter)))
                .toList();
    }

    private static String label(Matter matter) {
        return switch (matter) {
            case PLAYS -> "plays";
            case LOVES -> "love and hate";
            case RATINGS -> "ratings and tags";
            case NOW_PLAYING -> "what is playing";
            case JOBS -> "ends of jobs";
            case SYNC_FAILURES -> "trouble with connections";
            case DIGESTS -> "digests";
        };
    }

    private RelayView.Row row(Target target) {
        Targets.Load load = targets().load(target);
        String error = target.standing().lastError();
        String account = target.account().isEmpty() ? "" : ", " + target.account();
        String told = target.matters().stream().sorted().map(RelayPage::label).collect(Collectors.joining(", "));
        boolean approvable =
                targets().outlets().ofWord(target.party()).approval().isPresent() && !target.ready();
        return new RelayView.Row(
                target.number(),
                target.label() + account,
                "Told of " + told,
                target.state() + " · " + target.standing().sent() + " sent, " + load.waiting() + " waiting",
                error == null ? "" : error,
                error != null,
                target.enabled(),
                approvable,
                load.dead(),
                load.dead() == 0
                        ? List.of()
                        : relaying.letters().dead(target, LETTERS_SHOWN).stream()
                                .map(RelayPage::dead)
                                .toList());
    }

    private static RelayView.Dead dead(Letters.Letter letter) {
        String why = letter.why();
        return new RelayView.Dead(letter.number(), letter.about(), why == null ? "" : why);
    }
}
