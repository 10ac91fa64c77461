package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.history.Names;
import io.reprise.http.Cursor;
import io.reprise.http.Door;
import io.reprise.http.Paging;
import io.reprise.http.Parameter;
import io.reprise.play.Pairs;
import io.reprise.play.Play;
import io.reprise.play.Removal;
import io.reprise.scrobble.Origin;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** {@code /api/duplicates}: the plays that were folded into those of other origins, why, and both taken apart again. */
final class DuplicateDoor implements Door {
    private static final Paging.Rules PAGES = new Paging.Rules("duplicates", 2, 50, Pairs.PAIRS_MAX - 1);
    private static final Parameter.Bounds ORIGINS = new Parameter.Bounds(0, Integer.MAX_VALUE);
    private final Desk desk;

    DuplicateDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/duplicates", this::list);
        routes.post("/api/duplicates/{number}/reverse", this::reverse);
        routes.post("/api/duplicates/{number}/fold", this::fold);
    }

    /** A pair: the folded play and the one that stands for it, the rule that joined them and the score. */
    record Row(Side folded, Side stands, String title, String credit, String rule, double score, String sentence) {}

    /** One of the two. */
    record Side(long number, @Nullable String at, int originNumber, Shapes.@Nullable Source origin) {
        static Side of(Play play, Map<Integer, Origin> origins) {
            return new Side(
                    play.number(),
                    Desk.time(play.at() == Play.UNDATED ? null : play.at()),
                    play.origin(),
                    Shapes.Source.orNull(origins.get(play.origin())));
        }
    }

    private void list(Context context) {
        UserId user = desk.user(context);
        Paging paging = Paging.read(context, PAGES);
        int origin = Math.toIntExact(Parameter.number(context, "origin", 0, ORIGINS));
        Pairs.After after = paging.after()
                .map(cursor -> new Pairs.After(cursor.number(0), cursor.number(1)))
                .orElse(Pairs.After.NEWEST);
        Names names = desk.history(user).names();
        OptionalInt only = origin == 0 ? OptionalInt.empty() : OptionalInt.of(origin);
        Pairs.Window window = new Pairs.Window(after, paging.limit() + 1);
        List<Pairs.Pair> found = removal().pairs().latest(user, only, window);
        Map<Integer, Origin> origins = removal().pairs().origins(user);
        List<Pairs.Pair> page = found.subList(0, Math.min(paging.limit(), found.size()));
        if (found.size() > page.size()) {
            Play last = page.getLast().folded();
            Pages.next(
                    context, Cursor.of(PAGES.kind(), last.at(), last.number()).text());
        }
        desk.answer(
                context, page.stream().map(pair -> row(pair, names, origins)).toList());
    }

    private static Row row(Pairs.Pair pair, Names names, Map<Integer, Origin> origins) {
        return new Row(
                Side.of(pair.folded(), origins),
                Side.of(pair.stands(), origins),
                names.title(pair.folded().item()),
                names.creditText(pair.folded().item()),
                pair.likeness().rule(),
                pair.likeness().score(),
                pair.likeness().sentence());
    }

    private Removal removal() {
        return desk.rooms().books().told().removal();
    }

    private void reverse(Context context) {
        User user = desk.caller(context);
        long number = Asked.number(context, "number");
        long decision =
                Asked.decide(() -> removal().keep(user.id(), number, Decisions.author(user, "not the same play")));
        desk.answer(context, new Decisions.Made(decision));
    }

    private void fold(Context context) {
        User user = desk.caller(context);
        long number = Asked.number(context, "number");
        long decision =
                Asked.decide(() -> removal().unkeep(user.id(), number, Decisions.author(user, "the same play")));
        desk.answer(context, new Decisions.Undone(decision, "keep play", "play", number));
    }
}
