package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.http.Door;
import io.reprise.resolve.ResolveOrder;
import io.reprise.resolve.ResolveOrders;
import org.jspecify.annotations.Nullable;

/** {@code /api/resolve/order}: that authorities on the network are asked regularly. Each answer is what holds then. */
final class ResolveOrderDoor implements Door {
    private static final String PATH = "/api/resolve/order";
    private static final String EVERY = "every_days";
    private final Desk desk;

    ResolveOrderDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, context -> answer(context, desk.user(context)));
        routes.put(PATH, this::set);
        routes.delete(PATH, this::end);
    }

    /** Both are null where nothing is ordered. */
    record Row(@Nullable Integer everyDays, @Nullable String nextAt) {
        static final Row NONE = new Row(null, null);

        static Row of(ResolveOrder order) {
            return new Row(order.everyDays(), Desk.time(order.nextDueAt()));
        }
    }

    private ResolveOrders orders() {
        return desk.rooms().identity().orders();
    }

    private void set(Context context) {
        UserId user = desk.user(context);
        Fields fields = desk.fields(context);
        int days = fields.count(EVERY, 0, 1, ResolveOrder.EVERY_DAYS_MAX);
        if (days == 0) {
            throw fields.refused(EVERY, "a whole number from 1 to " + ResolveOrder.EVERY_DAYS_MAX);
        }
        Asked.decide(() -> orders().set(user, days));
        answer(context, user);
    }

    private void end(Context context) {
        UserId user = desk.user(context);
        orders().end(user);
        answer(context, user);
    }

    private void answer(Context context, UserId user) {
        desk.answer(context, orders().of(user).map(Row::of).orElse(Row.NONE));
    }
}
