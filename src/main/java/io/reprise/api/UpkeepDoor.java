package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.http.Door;
import io.reprise.http.Problem;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.upkeep.Diagnosis;
import io.reprise.upkeep.Finding;
import java.util.List;

/** {@code GET /api/doctor} examines the caller's library; {@code POST /api/rebuild} starts the job that mends it. */
final class UpkeepDoor implements Door {
    private final Desk desk;

    UpkeepDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/doctor", this::examine);
        routes.post("/api/rebuild", this::rebuild);
    }

    record Examined(String user, boolean healthy, List<Finding> findings) {}

    /** What was told a moment ago is read first, as before every question; a cursor that is wrong is left as it is. */
    private void examine(Context context) {
        User user = desk.caller(context);
        var doctor = desk.rooms().care().doctor();
        if (doctor.isMerelyBehind(user.id())) {
            desk.readWhatIsNew(user.id());
        }
        Diagnosis diagnosis = doctor.examine(user);
        desk.answer(context, new Examined(user.name(), diagnosis.isHealthy(), diagnosis.findings()));
    }

    private void rebuild(Context context) {
        Job job = started(desk, desk.user(context));
        context.status(202);
        context.header("Location", "/api/jobs/" + job.id());
        String message = "The rebuild has begun; /api/jobs/" + job.id() + " tells how far it is.";
        desk.answer(context, new ImportDoor.Started(true, 0, message, JobDoor.Row.of(job)));
    }

    static Job started(Desk desk, UserId user) {
        try {
            return desk.rooms().care().upkeep().rebuild(user);
        } catch (JobFailure e) {
            throw Problem.of(409, e.reason() + ". " + e.whatToDo()).raised();
        }
    }
}
