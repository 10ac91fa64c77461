package io.reprise.adapters.maloja.server;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.Accounts;
import io.reprise.history.Histories;
import io.reprise.http.Door;
import io.reprise.http.ErrorForm;
import io.reprise.http.Json;
import io.reprise.http.Problem;
import io.reprise.play.Aggregator;
import io.reprise.report.Subject;
import io.reprise.scrobble.Intake;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Maloja's API, for the programs that scrobble to it and read back. Thread-safe. */
public final class MalojaDoor implements Door {
    private static final String PATH = "/apis/mlj_1";
    /** The one whose API this is; clients ask for at least 3.0.0. */
    private static final List<String> VERSION = List.of("3", "2", "4");

    private final JsonMapper mapper = Json.mapper();
    private final Keyholder keyholder;
    private final NewScrobble newScrobble;
    private final Reads reads;

    /** What the door needs of the rooms above. */
    public record Rooms(Intake intake, Aggregator aggregator, Histories histories) {}

    public MalojaDoor(Accounts accounts, Rooms rooms, InstantSource clock) {
        keyholder = new Keyholder(accounts);
        newScrobble = new NewScrobble(keyholder, rooms.intake(), mapper);
        reads = new Reads(keyholder, new Reads.Readings(rooms.aggregator(), rooms.histories(), clock), mapper);
    }

    @Override
    public List<String> openToOtherOrigins() {
        return List.of(PATH + "/");
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.post(PATH + "/newscrobble", newScrobble::take);
        routes.get(PATH + "/test", this::test);
        routes.get(PATH + "/serverinfo", this::about);
        routes.get(PATH + "/scrobbles", reads::scrobbles);
        routes.get(PATH + "/numscrobbles", reads::count);
        routes.get(PATH + "/pulse", reads::pulse);
        routes.get(PATH + "/charts/artists", context -> reads.chart(context, Subject.CREATOR));
        routes.get(PATH + "/charts/tracks", context -> reads.chart(context, Subject.ITEM));
        routes.get(PATH + "/charts/albums", context -> reads.chart(context, Subject.CONTAINER));
        routes.get(PATH + "/top/artists", context -> reads.tops(context, Subject.CREATOR));
        routes.get(PATH + "/top/tracks", context -> reads.tops(context, Subject.ITEM));
        routes.get(PATH + "/top/albums", context -> reads.tops(context, Subject.CONTAINER));
    }

    @Override
    public List<ErrorForm> errorForms() {
        return List.of(new Failure());
    }

    private void test(Context context) {
        boolean valid = keyholder.find(context).isPresent();
        ObjectNode body = mapper.createObjectNode().put("status", valid ? "ok" : "error");
        if (!valid) {
            body.put("error", "Wrong API key");
        }
        answer(context.status(valid ? 200 : 403), body);
    }

    private void about(Context context) {
        ObjectNode body = mapper.createObjectNode().put("name", "Reprise");
        VERSION.forEach(body.putArray("version")::add);
        body.put("versionstring", String.join(".", VERSION));
        body.putObject("db_status")
                .put("healthy", true)
                .put("rebuildinprogress", false)
                .put("complete", true);
        answer(context, body);
    }

    private void answer(Context context, ObjectNode body) {
        context.contentType("application/json").result(mapper.writeValueAsBytes(body));
    }

    /** Errors as Maloja's clients know them. */
    private final class Failure implements ErrorForm {
        @Override
        public boolean fits(Context context) {
            return (context.path().replaceAll("/{2,}", "/") + "/").startsWith(PATH + "/");
        }

        @Override
        public void write(Context context, Problem problem) {
            ObjectNode body = mapper.createObjectNode().put("status", problem.status() == 403 ? "error" : "failure");
            if (problem.status() == 403) {
                body.put("error", problem.detail());
            } else {
                String type = problem.status() == 400 ? "missing_scrobble_data" : "error_" + problem.status();
                body.putObject("error").put("type", type).put("desc", problem.line());
            }
            answer(context, body);
        }
    }
}
