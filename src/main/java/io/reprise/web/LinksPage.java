package io.reprise.web;

import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.digest.Every;
import io.reprise.digest.Order;
import io.reprise.digest.Told;
import io.reprise.feed.Link;
import io.reprise.feed.LinkOrder;
import io.reprise.feed.Links;
import io.reprise.feed.Show;
import io.reprise.http.Problem;
import io.reprise.media.MediaKind;
import io.reprise.playlist.Playlist;
import io.reprise.playlist.Playlists;
import io.reprise.relay.Target;
import io.reprise.report.Subject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses that show one thing to who knows them, made and taken back; and digests, ordered and looked at. */
final class LinksPage {
    private static final String PATH = "/links";
    private static final String DIGESTS = PATH + "/digests";

    private final Rooms.Showing showing;
    private final Playlists playlists;
    private final Reception reception;

    LinksPage(Rooms rooms, Reception reception) {
        this.showing = rooms.showing();
        this.playlists = rooms.lists().playlists();
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(visit -> send(visit, LinksView.Fresh.NOTHING, null)));
        routes.post(PATH, reception.signedIn(this::make));
        routes.post(PATH + "/{number}/revoke", reception.signedIn(this::revoke));
        routes.get(DIGESTS + "/preview", reception.signedIn(this::preview));
        routes.post(DIGESTS, reception.signedIn(this::order));
        routes.post(DIGESTS + "/{number}/turn", reception.signedIn(this::turn));
        routes.post(DIGESTS + "/{number}/delete", reception.signedIn(this::delete));
    }

    private void make(Visit visit) {
        try {
            Links.Made made = showing.links().make(visit.user().id(), asked(visit));
            String address = Addresses.server(visit.context()) + made.path();
            List<String> addresses = made.link().show().files().stream()
                    .map(file -> address + "/" + file)
                    .toList();
            String file = made.link().show().files().getFirst();
            String picture = file.endsWith(".svg") ? made.path() + "/" + file : null;
            send(visit, new LinksView.Fresh(made.link().title(), addresses, picture, null), null);
        } catch (IllegalArgumentException e) {
            visit.context().status(HttpStatus.BAD_REQUEST);
            send(visit, LinksView.Fresh.wrong(String.valueOf(e.getMessage())), null);
        }
    }

    private LinkOrder asked(Visit visit) {
        String word = given(visit, "shows");
        Show show = Show.ofWord(word == null ? "" : word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "shows: expected one of " + String.join(", ", Show.words()) + ", got " + word));
        Set<MediaKind> kinds = visit.context().formParams("kinds").stream()
                .map(MediaKind::ofWord)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        String subject = given(visit, "subject");
        Playlist list = show == Show.PLAYLIST ? list(visit) : null;
        String name = given(visit, "name");
        return new LinkOrder(
                show,
                name == null && list != null ? list.words().title() : name,
                kinds,
                given(visit, "range"),
                subject == null ? null : Subject.ofWord(subject).orElse(null),
                list == null ? null : list.id(),
                given(visit, "public_name"));
    }

    private Playlist list(Visit visit) {
        String id = given(visit, "list");
        try {
            return playlists
                    .find(visit.user().id(), UUID.fromString(String.valueOf(id)))
                    .orElseThrow(() -> PlaylistsPage.missing(String.valueOf(id)));
        } catch (IllegalArgumentException e) {
            throw PlaylistsPage.missing(String.valueOf(id));
        }
    }

    private void revoke(Visit visit) {
        int number = Addresses.number(visit.context(), "number");
        if (!showing.links().revoke(visit.user().id(), number)) {
            throw Problem.notFound("You have no link number " + number + ".").raised();
        }
        visit.seeOther(PATH);
    }

    private void preview(Visit visit) {
        String word = visit.context().queryParam("every");
        Every every = word == null
                ? Every.WEEK
                : Every.ofWord(word)
                        .orElseThrow(() -> Problem.badRequest("There is no such digest.")
                                .expected("one of " + String.join(", ", Every.words()))
                                .got(word)
                                .where("query parameter every")
                                .raised());
        var digest = showing.digests().preview(visit.user().id(), every, null);
        DigestView view = new DigestView(digest.title(), every.word(), new Told(digest).parts());
        visit.send((output, tags) -> JtedigestGenerated.render(output, tags, visit.frame(view.title(), PATH), view));
    }

    private void order(Visit visit) {
        String every = given(visit, "every");
        String target = given(visit, "target");
        try {
            if (target == null || !target.matches("[1-9][0-9]{0,8}")) {
                throw new IllegalArgumentException("Choose who is told.");
            }
            showing.digests()
                    .make(
                            visit.user().id(),
                            Every.ofWord(every == null ? "" : every)
                                    .orElseThrow(() -> new IllegalArgumentException("Choose week, month or year.")),
                            Integer.parseInt(target));
            visit.seeOther(PATH);
        } catch (IllegalArgumentException e) {
            visit.context().status(HttpStatus.BAD_REQUEST);
            send(visit, LinksView.Fresh.NOTHING, String.valueOf(e.getMessage()));
        }
    }

    private void turn(Visit visit) {
        int number = Addresses.number(visit.context(), "number");
        boolean on = "on".equals(given(visit, "to"));
        if (showing.digests().turn(visit.user().id(), number, on).isEmpty()) {
            throw missing(number);
        }
        visit.seeOther(PATH);
    }

    private void delete(Visit visit) {
        int number = Addresses.number(visit.context(), "number");
        if (!showing.digests().delete(visit.user().id(), number)) {
            throw missing(number);
        }
        visit.seeOther(PATH);
    }

    private static RuntimeException missing(int number) {
        return Problem.notFound("You have no digest number " + number + ".").raised();
    }

    private static @Nullable String given(Visit visit, String name) {
        String text = visit.context().formParam(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private void send(Visit visit, LinksView.Fresh fresh, @Nullable String wrongDigest) {
        List<LinksView.Row> rows = showing.links().of(visit.user().id()).stream()
                .map(link -> row(visit, link))
                .toList();
        List<Target> targets = showing.digests().targets(visit.user().id());
        LinksView view = new LinksView(
                fresh,
                rows,
                Arrays.stream(Show.values())
                        .filter(show -> show != Show.PLAYLIST)
                        .map(show -> new LinksView.Choice(show.word(), LinkWords.label(show)))
                        .toList(),
                Arrays.stream(MediaKind.values())
                        .map(kind -> new LinksView.Choice(kind.word(), Words.capital(kind.plural())))
                        .toList(),
                new LinksView.Digests(
                        showing.digests().of(visit.user().id()).stream()
                                .map(order -> order(visit, order, targets))
                                .toList(),
                        targets.stream()
                                .map(target -> new LinksView.Choice(Integer.toString(target.number()), target.label()))
                                .toList(),
                        wrongDigest));
        visit.send(
                (output, tags) -> JtelinksGenerated.render(output, tags, visit.frame("Links and feeds", PATH), view));
    }

    private static LinksView.Row row(Visit visit, Link link) {
        String publicName = link.publicName();
        Long last = link.use().lastUsedAt();
        return new LinksView.Row(
                link.number(),
                link.title(),
                LinkWords.what(link),
                publicName == null ? null : Addresses.server(visit.context()) + "/x/" + publicName,
                "Made " + date(visit, link.createdAt())
                        + (last == null ? ", never used" : ", last used " + date(visit, last)));
    }

    private static LinksView.Order order(Visit visit, Order order, List<Target> targets) {
        String label = targets.stream()
                .filter(target -> target.number() == order.target())
                .map(Target::label)
                .findFirst()
                .orElse("a target that is gone");
        Long due = order.nextDueAt();
        return new LinksView.Order(
                order.number(),
                "Each " + order.every().word() + " to " + label,
                due == null ? "Off" : "Next on " + date(visit, due),
                order.enabled());
    }

    private static String date(Visit visit, long second) {
        return visit.voice().date(LocalDate.ofEpochDay(visit.history().zones().dayAt(second)));
    }
}
