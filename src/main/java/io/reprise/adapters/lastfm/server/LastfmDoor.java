package io.reprise.adapters.lastfm.server;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.Accounts;
import io.reprise.account.Callers;
import io.reprise.history.Histories;
import io.reprise.http.Door;
import io.reprise.http.ErrorForm;
import io.reprise.http.Json;
import io.reprise.http.Problem;
import io.reprise.http.ProblemException;
import io.reprise.play.Aggregator;
import io.reprise.play.Removal;
import io.reprise.rating.Loves;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.NowPlaying;
import io.reprise.store.StoreFailure;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Last.fm's API 2.0 for programs that scrobble and read back, at {@code /2.0/} and where Maloja has it. Thread-safe.
 * What is spoken of it and where it differs on purpose stands in the README of {@code adapters.lastfm}.
 */
public final class LastfmDoor implements Door {
    private static final Logger LOG = LoggerFactory.getLogger("reprise.lastfm");
    private static final List<String> PATHS = List.of("/2.0", "/apis/audioscrobbler/2.0");

    private final Written written = new Written(Json.mapper());
    private final Map<String, Method> methods = new HashMap<>();

    /** What the door needs of the rooms above. */
    public record Rooms(
            Intake intake,
            NowPlaying playing,
            Removal removal,
            Aggregator aggregator,
            Histories histories,
            Loves loves) {}

    public LastfmDoor(Accounts accounts, Rooms rooms, InstantSource clock) {
        Who who = new Who(accounts);
        RecentMethod.Shelf shelf =
                new RecentMethod.Shelf(new Songs(rooms.aggregator(), rooms.histories()), new Loved(rooms.loves()));
        methods.putAll(new AuthMethods(accounts, new Callers(accounts), who).methods());
        methods.put("track.scrobble", new ScrobbleMethod(who, rooms.intake(), clock));
        methods.put("track.updatenowplaying", new PlayingMethod(who, rooms.playing()));
        methods.put("user.getrecenttracks", new RecentMethod(who, shelf, rooms.playing(), clock));
        methods.putAll(new TrackMethods(who, shelf, rooms.removal()).methods());
        methods.putAll(new UserMethods(who, accounts, shelf).methods());
        methods.putAll(new ChartMethods(who, shelf.songs(), clock).methods());
        methods.putAll(new ThingMethods(who, shelf).methods());
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.before(LastfmDoor::before);
        for (String path : PATHS) {
            routes.get(path, this::answer);
            routes.post(path, this::answer);
        }
    }

    @Override
    public List<ErrorForm> errorForms() {
        return List.of(new Refused());
    }

    private static boolean covers(Context context) {
        String path = context.path().replaceAll("/{2,}", "/") + "/";
        return PATHS.stream().anyMatch(ours -> path.startsWith(ours + "/"));
    }

    /** Pages of any origin may call; OPTIONS is answered here. */
    private static void before(Context context) {
        if (!covers(context)) {
            return;
        }
        context.header("Access-Control-Allow-Origin", "*");
        if (context.method().equals(HandlerType.OPTIONS)) {
            context.header("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
            context.header("Access-Control-Allow-Headers", "Authorization, Content-Type");
            context.header("Access-Control-Max-Age", "86400");
            context.status(200).result("").skipRemainingHandlers();
        }
    }

    private void answer(Context context) {
        Call call = Call.of(context);
        try {
            call.demandKnownFormat();
            Method method = methods.get(call.method());
            if (method == null) {
                throw FaultCode.METHOD.raised();
            }
            send(call, method.answer(call));
        } catch (Fault e) {
            fail(context, e.code(), e.words());
        } catch (ProblemException e) {
            refuse(context, e.problem(), call.isJson());
        } catch (StoreFailure e) {
            LOG.error("{} failed", call.method(), e);
            fail(context, FaultCode.UNAVAILABLE, FaultCode.UNAVAILABLE.words());
        }
    }

    private void send(Call call, Element answer) {
        boolean json = call.isJson();
        type(call.context(), json).result(json ? written.json(answer) : written.xml(answer));
    }

    private void fail(Context context, FaultCode code, String words) {
        boolean json = Call.of(context).isJson();
        type(context.status(code.status()), json)
                .result(json ? written.jsonFault(code.code(), words) : written.xmlFault(code.code(), words));
    }

    private static Context type(Context context, boolean json) {
        return context.contentType(json ? "application/json; charset=utf-8" : "text/xml; charset=utf-8");
    }

    private void refuse(Context context, Problem problem, boolean json) {
        FaultCode code = switch (problem.status()) {
            case 404, 405 -> FaultCode.METHOD;
            case 429 -> FaultCode.RATE;
            case 503 -> FaultCode.UNAVAILABLE;
            default -> problem.status() >= 500 ? FaultCode.FAILED : FaultCode.PARAMETERS;
        };
        String words = code.words() + ": " + problem.detail();
        type(context.status(problem.status()), json)
                .result(json ? written.jsonFault(code.code(), words) : written.xmlFault(code.code(), words));
    }

    /** What was refused before a method was asked, in the form of Last.fm. */
    private final class Refused implements ErrorForm {
        @Override
        public boolean fits(Context context) {
            return covers(context);
        }

        @Override
        public void write(Context context, Problem problem) {
            refuse(context, problem, "json".equalsIgnoreCase(context.queryParam("format")));
        }
    }
}
