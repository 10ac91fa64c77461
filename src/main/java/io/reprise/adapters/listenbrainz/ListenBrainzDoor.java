package io.reprise.adapters.listenbrainz;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.Accounts;
import io.reprise.account.User;
import io.reprise.history.Histories;
import io.reprise.http.Door;
import io.reprise.http.ErrorForm;
import io.reprise.http.Json;
import io.reprise.http.Problem;
import io.reprise.play.Aggregator;
import io.reprise.play.Removal;
import io.reprise.playlist.Playlists;
import io.reprise.rating.Loves;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.NowPlaying;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API of ListenBrainz, version 1, for programs that submit listens and read them back. Thread-safe. What is spoken
 * of it and where it differs on purpose stands in the README beside this file.
 */
public final class ListenBrainzDoor implements Door {
    private final Mount mount;
    private final Caller caller;
    private final Accounts accounts;
    private final JsonMapper mapper = Json.mapper();
    private final SubmitRoute submit;
    private final ReadRoutes read;
    private final DeleteRoute delete;
    private final PlayingRoutes playing;
    private final LatestImportRoutes latestImport;
    private final FeedbackRoutes feedback;
    private final StatsRoutes stats;
    private final PinRoutes pins;
    private final MetadataRoutes metadata;
    private final PlaylistRoutes playlists;

    /** What the door needs of the rooms above. */
    public record Rooms(
            Database database,
            Intake intake,
            NowPlaying playing,
            Removal removal,
            ScrobbleLog log,
            Aggregator aggregator,
            Histories histories,
            Loves loves,
            Playlists playlists) {}

    public ListenBrainzDoor(Accounts accounts, Rooms rooms, InstantSource clock) {
        this.accounts = accounts;
        mount = new Mount(clock);
        caller = new Caller(accounts);
        Listens listens = new Listens(rooms, mapper);
        submit = new SubmitRoute(caller, rooms, clock, mapper);
        read = new ReadRoutes(caller, listens, mapper);
        delete = new DeleteRoute(caller, listens, rooms.removal(), mapper);
        playing = new PlayingRoutes(caller, rooms.playing(), mapper);
        latestImport = new LatestImportRoutes(caller, rooms.database(), mapper);
        Recordings recordings = new Recordings(rooms, listens);
        feedback = new FeedbackRoutes(caller, rooms.loves(), recordings, mapper);
        stats = new StatsRoutes(caller, listens, recordings, clock, mapper);
        pins = new PinRoutes(caller, rooms.database(), recordings, clock, mapper);
        metadata = new MetadataRoutes(caller, recordings, mapper);
        playlists = new PlaylistRoutes(caller, rooms.playlists(), recordings, mapper);
    }

    @Override
    public List<ErrorForm> errorForms() {
        return List.of(new ErrorBody(mapper));
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.before(mount::before);
        for (String prefix : Mount.PREFIXES) {
            routes.post(prefix + "/submit-listens", submit::submit);
            routes.post(prefix + "/delete-listen", delete::delete);
            routes.post(prefix + "/playing-now/delete", playing::clear);
            routes.get(prefix + "/validate-token", this::validateToken);
            routes.get(prefix + "/latest-import", latestImport::get);
            routes.post(prefix + "/latest-import", latestImport::post);
            routes.get(prefix + "/search/users", this::searchUsers);
            openUser(routes, prefix + "/user/{user}");
            openFeedback(routes, prefix + "/feedback");
            openStats(routes, prefix + "/stats/user/{user}");
            openPins(routes, prefix);
            openPlaylists(routes, prefix);
            routes.get(prefix + "/metadata/lookup", metadata::lookup);
            routes.get(prefix + "/metadata/recording", metadata::recordings);
            routes.post(prefix + "/metadata/recording", metadata::recordings);
        }
    }

    private void openFeedback(JavalinDefaultRoutingApi routes, String prefix) {
        routes.post(prefix + "/recording-feedback", feedback::give);
        routes.get(prefix + "/user/{user}/get-feedback", feedback::list);
        routes.get(prefix + "/user/{user}/get-feedback-for-recordings", feedback::ofRecordings);
        routes.post(prefix + "/user/{user}/get-feedback-for-recordings", feedback::ofRecordings);
        routes.get(prefix + "/recording/{msid}/get-feedback", feedback::ofMsid);
        routes.get(prefix + "/recording/{mbid}/get-feedback-mbid", feedback::ofMbid);
    }

    private void openStats(JavalinDefaultRoutingApi routes, String prefix) {
        routes.get(prefix + "/artists", stats::artists);
        routes.get(prefix + "/releases", stats::releases);
        routes.get(prefix + "/release-groups", stats::releaseGroups);
        routes.get(prefix + "/recordings", stats::recordings);
        routes.get(prefix + "/listening-activity", stats::listeningActivity);
        routes.get(prefix + "/daily-activity", stats::dailyActivity);
    }

    private void openPins(JavalinDefaultRoutingApi routes, String prefix) {
        routes.post(prefix + "/pin", pins::pin);
        routes.post(prefix + "/pin/unpin", pins::unpin);
        routes.post(prefix + "/pin/delete/{number}", pins::delete);
        routes.get(prefix + "/{user}/pins", pins::list);
        routes.get(prefix + "/{user}/pins/current", pins::current);
        routes.get(prefix + "/{user}/pins/following", pins::following);
    }

    private void openPlaylists(JavalinDefaultRoutingApi routes, String prefix) {
        routes.post(prefix + "/playlist/create", playlists::create);
        routes.get(prefix + "/playlist/search", playlists::search);
        routes.get(prefix + "/playlist/{id}", playlists::get);
        routes.post(prefix + "/playlist/edit/{id}", playlists::edit);
        routes.post(prefix + "/playlist/{id}/item/add", playlists::add);
        routes.post(prefix + "/playlist/{id}/item/add/{offset}", playlists::add);
        routes.post(prefix + "/playlist/{id}/item/move", playlists::move);
        routes.post(prefix + "/playlist/{id}/item/delete", playlists::remove);
        routes.post(prefix + "/playlist/{id}/delete", playlists::delete);
        routes.post(prefix + "/playlist/{id}/copy", playlists::copy);
        String lists = prefix + "/user/{user}/playlists";
        routes.get(lists, playlists::list);
        routes.get(lists + "/search", playlists::search);
        for (String kind : List.of("createdfor", "collaborator", "recommendations")) {
            routes.get(lists + "/" + kind, playlists::none);
        }
    }

    private void openUser(JavalinDefaultRoutingApi routes, String user) {
        routes.get(user + "/listens", read::listens);
        routes.get(user + "/listen-count", read::count);
        routes.get(user + "/playing-now", playing::get);
        routes.get(user + "/services", this::services);
        routes.get(user + "/similar-users", context -> {
            caller.requireNamed(context);
            ObjectNode body = mapper.createObjectNode();
            body.putArray("payload");
            answer(context, body);
        });
        routes.get(user + "/similar-to/{other}", context -> {
            caller.requireNamed(context);
            throw Problem.notFound("Similar-to user not found").raised();
        });
        routes.get(user + "/following", context -> nobody(context, "following"));
        routes.get(user + "/followers", context -> nobody(context, "followers"));
    }

    private void validateToken(Context context) {
        String header = context.header("Authorization");
        String token = header == null || header.isBlank() ? context.queryParam("token") : Caller.token(header);
        if (token == null || token.isBlank()) {
            throw Problem.badRequest("You need to provide an Authorization token.")
                    .raised();
        }
        Optional<User> user = accounts.byToken(token.strip());
        ObjectNode body = mapper.createObjectNode().put("code", 200);
        body.put("message", user.isPresent() ? "Token valid." : "Token invalid.");
        body.put("valid", user.isPresent());
        user.ifPresent(valid -> body.put("user_name", valid.name()));
        answer(context, body);
    }

    private void services(Context context) {
        User user = caller.require(context);
        if (!caller.isSame(user, context.pathParam("user"))) {
            throw Problem.of(403, "You don't have permissions to view this user's information.")
                    .raised();
        }
        ObjectNode body = mapper.createObjectNode().put("user_name", user.name());
        body.putArray("services");
        answer(context, body);
    }

    private void nobody(Context context, String relation) {
        User user = caller.requireNamed(context);
        ObjectNode body = mapper.createObjectNode();
        body.putArray(relation);
        body.put("user", user.name());
        answer(context, body);
    }

    /** Finds the caller alone: who else lives here is nobody's business. */
    private void searchUsers(Context context) {
        User user = caller.require(context);
        String term = context.queryParam("search_term");
        ObjectNode body = mapper.createObjectNode();
        var users = body.putArray("users");
        if (term != null && caller.isSame(user, term)) {
            users.addObject().put("user_name", user.name());
        }
        answer(context, body);
    }

    private void answer(Context context, ObjectNode body) {
        context.contentType("application/json").result(mapper.writeValueAsBytes(body));
    }
}
