package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.http.Door;
import io.reprise.http.Problem;
import io.reprise.imports.Imports;
import io.reprise.imports.Preview;
import io.reprise.imports.Refusal;
import io.reprise.job.JobId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /api/jobs/{id}/preview}: what a look at a file saw, and the import of that file. */
final class PreviewDoor implements Door {
    private final Desk desk;

    PreviewDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/jobs/{id}/preview", this::show);
        routes.post("/api/jobs/{id}/import", this::bring);
    }

    /** What would come of the file; as an import run counts it, with examples. */
    record Shown(
            String name,
            String format,
            long rowsRead,
            long rowsNew,
            long rowsKnown,
            long rowsRefused,
            long rowsLeftOut,
            long likelyDuplicates,
            @Nullable String firstAt,
            @Nullable String lastAt,
            List<Row> sample,
            List<Row> duplicates,
            List<Refusal> refusals,
            Map<String, Long> leftOut,
            Map<String, String> columns,
            List<String> remarks) {
        static Shown of(Preview preview) {
            var tally = preview.tally();
            return new Shown(
                    preview.name(),
                    preview.format(),
                    tally.read(),
                    tally.fresh(),
                    tally.known(),
                    tally.refused(),
                    tally.leftOut(),
                    preview.likelyDuplicates(),
                    Desk.time(preview.firstAt()),
                    Desk.time(preview.lastAt()),
                    preview.sample().stream().map(Row::of).toList(),
                    preview.duplicates().stream().map(Row::of).toList(),
                    preview.refusals(),
                    preview.leftOut(),
                    preview.columns(),
                    preview.remarks());
        }
    }

    /** One row of the file and what would become of it. */
    record Row(
            String place, @Nullable String at, String kind, String title, String credit, String fate, String because) {
        static Row of(Preview.Row row) {
            return new Row(
                    row.place(), Desk.time(row.at()), row.kind(), row.title(), row.credit(), row.fate(), row.because());
        }
    }

    private Imports imports() {
        return desk.rooms().work().imports();
    }

    private void show(Context context) {
        desk.answer(context, Shown.of(found(context, desk.user(context))));
    }

    private void bring(Context context) {
        UserId user = desk.user(context);
        found(context, user);
        JobId job = new JobId(context.pathParam("id"));
        ImportDoor.answerStarted(
                desk, context, Starting.job(() -> imports().importPreviewed(user, job)), "The import has begun");
    }

    private Preview found(Context context, UserId user) {
        String id = context.pathParam("id");
        return Asked.read("path", id, () -> imports().preview(user, new JobId(id)))
                .orElseThrow(() -> Problem.notFound("There is no preview of this job.")
                        .expected("a job of POST /api/import?preview=true that is done and not imported yet")
                        .got(id)
                        .where("path")
                        .raised());
    }
}
