package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.feed.Buckets;
import io.reprise.feed.DailyForm;
import io.reprise.feed.Metrics;
import io.reprise.history.History;
import io.reprise.http.Door;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * {@code /api/daily}, {@code /api/metrics} and {@code /api/activitywatch}: a history as programs that draw and count
 * want it, streamed.
 */
final class DailyDoor implements Door {
    private final Desk desk;

    DailyDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/daily", this::daily);
        routes.get("/api/metrics", this::metrics);
        routes.get("/api/activitywatch", this::activityWatch);
    }

    private void daily(Context context) {
        DailyForm form =
                Asked.word(context, "format", DailyForm::ofWord, new Asked.Choice<>(DailyForm.JSON, DailyForm.words()));
        DailyForm.Asked asked = asked(context);
        context.contentType(form.contentType());
        stream(context, out -> form.write(asked, out));
    }

    private DailyForm.Asked asked(Context context) {
        History history = desk.history(context);
        Question question = Question.read(context, history, desk.today(history));
        return new DailyForm.Asked(history, question.range(), question.filter());
    }

    private void metrics(Context context) {
        context.contentType(Metrics.CONTENT_TYPE).result(Metrics.of(desk.history(context), desk.now()));
    }

    private void activityWatch(Context context) {
        DailyForm.Asked asked = asked(context);
        LocalDate today = desk.today(asked.history());
        context.contentType("application/json")
                .header("Content-Disposition", "attachment; filename=\"reprise_activitywatch_" + today + ".json\"");
        stream(context, new Buckets(desk.mapper(), asked)::write);
    }

    private static void stream(Context context, Consumer<Writer> written) {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8))) {
            written.accept(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
