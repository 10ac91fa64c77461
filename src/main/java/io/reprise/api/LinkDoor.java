package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.feed.Link;
import io.reprise.feed.LinkOrder;
import io.reprise.feed.Links;
import io.reprise.feed.Show;
import io.reprise.http.AskedAddress;
import io.reprise.http.Door;
import io.reprise.media.MediaKind;
import io.reprise.playlist.Playlist;
import io.reprise.report.Subject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/links}: the addresses that show one thing to who knows them. A secret one is told once, when it is made.
 */
final class LinkDoor implements Door {
    private static final String PATH = "/api/links";
    private final Desk desk;

    LinkDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::make);
        routes.delete(PATH + "/{number}", this::revoke);
    }

    /** One link; {@code address} is null for a secret one. */
    record Row(
            int number,
            String shows,
            String name,
            List<String> kinds,
            String range,
            String subject,
            @Nullable String list,
            @Nullable String publicName,
            @Nullable String address,
            List<String> files,
            @Nullable String createdAt,
            @Nullable String lastUsedAt) {}

    /** A link as made, with its address, which is told this once. */
    record Made(Row link, String address, List<String> addresses) {}

    record Revoked(int revoked) {}

    private Links links() {
        return desk.rooms().out().links();
    }

    private static Row row(Context context, Link link) {
        String publicName = link.publicName();
        return new Row(
                link.number(),
                link.show().word(),
                link.name(),
                link.kinds().stream().sorted().map(MediaKind::word).toList(),
                link.period(),
                link.subject().word(),
                link.list() == null ? null : link.list().toString(),
                publicName,
                publicName == null ? null : AskedAddress.of(context) + "/x/" + publicName,
                link.show().files(),
                Desk.time(link.createdAt()),
                Desk.time(link.use().lastUsedAt()));
    }

    private void list(Context context) {
        UserId user = desk.user(context);
        desk.answer(
                context,
                links().of(user).stream().map(link -> row(context, link)).toList());
    }

    private void make(Context context) {
        UserId user = desk.user(context);
        Fields fields = desk.fields(context);
        Links.Made made = Asked.read("body", null, () -> links().make(user, order(user, fields)));
        String address = AskedAddress.of(context) + made.path();
        context.status(201);
        desk.answer(
                context,
                new Made(
                        row(context, made.link()),
                        address,
                        made.link().show().files().stream()
                                .map(file -> address + "/" + file)
                                .toList()));
    }

    private LinkOrder order(UserId user, Fields fields) {
        String word = fields.text("shows");
        Show show = Show.ofWord(word == null ? "" : word)
                .orElseThrow(() -> fields.refused("shows", "one of " + String.join(", ", Show.words())));
        String subject = fields.text("subject");
        Subject ranked = subject == null
                ? null
                : Subject.ofWord(subject).orElseThrow(() -> fields.refused("subject", "creators, containers or items"));
        Set<MediaKind> kinds = EnumSet.noneOf(MediaKind.class);
        fields.texts("kinds").forEach(kind -> kinds.add(Question.kind(kind)));
        String id = fields.text("list");
        Playlist list = id == null ? null : PlaylistDoor.find(desk, user, id);
        String name = fields.text("name");
        return new LinkOrder(
                show,
                name == null && list != null ? list.words().title() : name,
                kinds,
                fields.text("range"),
                ranked,
                list == null ? null : list.id(),
                fields.text("public_name"));
    }

    private void revoke(Context context) {
        UserId user = desk.user(context);
        int number = Asked.count(context, "number");
        if (!links().revoke(user, number)) {
            throw Asked.missing("link", number);
        }
        desk.answer(context, new Revoked(number));
    }
}
