package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.catalog.Refusal;
import io.reprise.http.Problem;
import io.reprise.resolve.ResolveOrder;
import io.reprise.resolve.ResolveOrders;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The form on the page Review by which authorities on the network are asked regularly. */
final class ResolveOrderForm {
    private static final String PATH = "/review/order";
    private static final int NEVER = 0;
    private static final int DAY = 1;
    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final int HOUR_SECONDS = 3_600;

    private final ResolveOrders orders;
    private final Reception reception;

    ResolveOrderForm(ResolveOrders orders, Reception reception) {
        this.orders = orders;
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.post(PATH, reception.signedIn(this::order));
    }

    ReviewView.Order view(Visit visit) {
        ResolveOrder order = orders.of(visit.user().id()).orElse(null);
        int here = order == null ? NEVER : order.everyDays();
        boolean canAsk = orders.canAsk();
        TreeSet<Integer> days = new TreeSet<>(canAsk ? List.of(NEVER, DAY, WEEK, MONTH, here) : List.of(NEVER, here));
        return new ReviewView.Order(
                canAsk,
                canAsk || order != null
                        ? days.stream()
                                .map(each -> new ReviewView.Often(each, words(each), each == here))
                                .toList()
                        : List.of(),
                canAsk && order != null ? next(visit, order.nextDueAt()) : "");
    }

    private static String words(int days) {
        return switch (days) {
            case NEVER -> "never";
            case DAY -> "every day";
            case WEEK -> "every week";
            case MONTH -> "every month";
            default -> "every " + days + " days";
        };
    }

    /** One that just fell due is due again in an hour until its job has begun. */
    private static String next(Visit visit, long due) {
        if (due <= visit.now() + HOUR_SECONDS) {
            return "Next within the hour.";
        }
        int day = visit.history().zones().dayAt(due);
        return "Next on " + visit.voice().date(LocalDate.ofEpochDay(day)) + ".";
    }

    private void order(Visit visit) {
        int days = days(visit.context().formParam("every_days"));
        if (days == NEVER) {
            orders.end(visit.user().id());
        } else {
            set(visit, days);
        }
        visit.seeOther("/review");
    }

    private void set(Visit visit, int days) {
        try {
            orders.set(visit.user().id(), days);
        } catch (Refusal refusal) {
            throw Problem.of(409, Words.capital(String.valueOf(refusal.getMessage())) + ".")
                    .raised();
        }
    }

    private static int days(@Nullable String text) {
        int days = text != null && text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
        if (days > ResolveOrder.EVERY_DAYS_MAX) {
            throw Problem.badRequest("It was not said how often to ask.")
                    .expected("days from 0 (never) to " + ResolveOrder.EVERY_DAYS_MAX)
                    .got(text)
                    .where("every_days")
                    .raised();
        }
        return days;
    }
}
