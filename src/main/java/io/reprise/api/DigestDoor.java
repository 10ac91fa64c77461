package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.digest.Digest;
import io.reprise.digest.Digests;
import io.reprise.digest.Every;
import io.reprise.digest.Order;
import io.reprise.digest.Told;
import io.reprise.http.Door;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/digests}: a week, month or year told when it is over, and looked at before. */
final class DigestDoor implements Door {
    private static final String PATH = "/api/digests";
    private static final String ONE = PATH + "/{number}";
    private final Desk desk;

    DigestDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::make);
        routes.get(PATH + "/preview", this::preview);
        routes.post(ONE, this::turn);
        routes.post(ONE + "/send", this::send);
        routes.delete(ONE, this::delete);
    }

    /** One order; {@code nextDueAt} is null while it is off. */
    record Row(
            int number,
            String every,
            int target,
            boolean enabled,
            @Nullable String nextDueAt,
            @Nullable String createdAt) {
        static Row of(Order order) {
            return new Row(
                    order.number(),
                    order.every().word(),
                    order.target(),
                    order.enabled(),
                    Desk.time(order.nextDueAt()),
                    Desk.time(order.createdAt()));
        }
    }

    record Deleted(int deleted) {}

    record Sent(int sent, String title) {}

    private Digests digests() {
        return desk.rooms().out().digests();
    }

    private void list(Context context) {
        desk.answer(
                context, digests().of(desk.user(context)).stream().map(Row::of).toList());
    }

    private void make(Context context) {
        UserId user = desk.user(context);
        Fields fields = desk.fields(context);
        String word = fields.needText("every");
        Every every = Every.ofWord(word)
                .orElseThrow(() -> fields.refused("every", "one of " + String.join(", ", Every.words())));
        int target = fields.needCount("target");
        Order made = Asked.read("body", null, () -> digests().make(user, every, target));
        context.status(201);
        desk.answer(context, Row.of(made));
    }

    private void preview(Context context) {
        UserId user = desk.user(context);
        Every every = Asked.word(context, "every", Every::ofWord, new Asked.Choice<>(Every.WEEK, Every.words()));
        desk.readWhatIsNew(user);
        Digest digest = digests().preview(user, every, null);
        Told told = new Told(digest);
        if (Asked.word(context, "format", Form::ofWord, new Asked.Choice<>(Form.JSON, List.of("json", "text")))
                == Form.TEXT) {
            context.contentType("text/plain; charset=utf-8")
                    .result(digest.title() + "\n" + told.post().text());
        } else {
            desk.answer(context, told.json());
        }
    }

    private enum Form {
        JSON,
        TEXT;

        static Optional<Form> ofWord(String word) {
            return Arrays.stream(values())
                    .filter(form -> form.name().equalsIgnoreCase(word))
                    .findFirst();
        }
    }

    /** Sends the last period that is over at once, beside the times at which it comes. */
    private void send(Context context) {
        UserId user = desk.user(context);
        int number = Asked.count(context, "number");
        desk.readWhatIsNew(user);
        Digest sent = digests().sendNow(user, number).orElseThrow(() -> Asked.missing("digest", number));
        desk.answer(context, new Sent(number, sent.title()));
    }

    private void turn(Context context) {
        UserId user = desk.user(context);
        int number = Asked.count(context, "number");
        Optional<Order> turned =
                digests().turn(user, number, desk.fields(context).needFlag("enabled"));
        desk.answer(context, Row.of(turned.orElseThrow(() -> Asked.missing("digest", number))));
    }

    private void delete(Context context) {
        UserId user = desk.user(context);
        int number = Asked.count(context, "number");
        if (!digests().delete(user, number)) {
            throw Asked.missing("digest", number);
        }
        desk.answer(context, new Deleted(number));
    }
}
