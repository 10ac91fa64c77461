package io.reprise.adapters.listenbrainz;

import io.javalin.http.Context;
import io.reprise.account.User;
import io.reprise.http.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET user/{user}/listens} and {@code listen-count}. */
final class ReadRoutes {
    private static final int COUNT_OTHERWISE = 25;
    private static final int COUNT_MAX = 1000;

    private final Caller caller;
    private final Listens listens;
    private final JsonMapper mapper;

    ReadRoutes(Caller caller, Listens listens, JsonMapper mapper) {
        this.caller = caller;
        this.listens = listens;
        this.mapper = mapper;
    }

    void listens(Context context) {
        User user = caller.requireNamed(context);
        Listens.Page page = listens.page(user, window(context));
        ObjectNode body = mapper.createObjectNode();
        ObjectNode payload = body.putObject("payload");
        payload.put("count", page.listens().size());
        payload.put("latest_listen_ts", page.latest());
        payload.put("oldest_listen_ts", page.oldest());
        payload.put("user_id", user.name());
        ArrayNode list = payload.putArray("listens");
        page.listens().forEach(list::add);
        answer(context, body);
    }

    void count(Context context) {
        User user = caller.requireNamed(context);
        ObjectNode body = mapper.createObjectNode();
        body.putObject("payload").put("count", listens.count(user));
        answer(context, body);
    }

    private static Listens.Window window(Context context) {
        Long max = number(context, "max_ts", "Incorrect max_ts timestamp argument: ");
        Long min = number(context, "min_ts", "Incorrect min_ts timestamp argument: ");
        if (max != null && min != null && max <= min) {
            throw Problem.badRequest("max_ts should be greater than min_ts").raised();
        }
        Long told = number(context, "count", "Invalid count argument: ");
        long count = told == null ? COUNT_OTHERWISE : Math.min(told, COUNT_MAX);
        if (count < 0) {
            throw Problem.badRequest("Number of items requested should be positive")
                    .raised();
        }
        return new Listens.Window(min, max, (int) count);
    }

    private static @Nullable Long number(Context context, String name, String otherwise) {
        String text = context.queryParam(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.badRequest(otherwise + text).raised();
        }
    }

    private void answer(Context context, ObjectNode body) {
        context.contentType("application/json").result(mapper.writeValueAsBytes(body));
    }
}
