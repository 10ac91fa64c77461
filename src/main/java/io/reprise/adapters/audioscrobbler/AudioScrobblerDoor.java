package io.reprise.adapters.audioscrobbler;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.Accounts;
import io.reprise.account.User;
import io.reprise.http.Door;
import io.reprise.http.ErrorForm;
import io.reprise.http.FormFields;
import io.reprise.http.Problem;
import io.reprise.rating.Loves;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.NowPlaying;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Quarantine;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import io.reprise.store.Database;
import io.reprise.store.StoreFailure;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The protocol 1.2 of AudioScrobbler. Every answer is a line or four with HTTP status 200, since players read nothing
 * else. The handshake is answered at any path, the root with its web page among them. Thread-safe.
 */
public final class AudioScrobblerDoor implements Door {
    static final String PATH = "/apis/audioscrobbler_legacy";
    static final String NOW_PLAYING = "/nowplaying";
    static final String SUBMISSION = "/submission";
    private static final String PROTOCOL = "audioscrobbler";
    private static final List<String> HANDSHAKES = List.of(PATH, "/apis/audioscrobbler/1.2");
    private static final Logger LOG = LoggerFactory.getLogger("reprise.audioscrobbler");
    private static final SubmissionFormat FORMAT = new SubmissionFormat();

    private final Accounts accounts;
    private final Rooms rooms;
    private final Handshake handshake;
    private final Submitted submitted;

    /** What is submitted goes to. */
    public record Rooms(Database database, Intake intake, NowPlaying playing, Loves loves, Quarantine quarantine) {}

    public AudioScrobblerDoor(Accounts accounts, Rooms rooms, InstantSource clock) {
        this.accounts = accounts;
        this.rooms = rooms;
        this.handshake = new Handshake(accounts, clock);
        this.submitted = new Submitted(rooms, clock);
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.before(context -> {
            if (context.method().equals(HandlerType.GET) && Handshake.isOne(context)) {
                send(context, handshake.answer(context));
                context.skipRemainingHandlers();
            }
        });
        HANDSHAKES.forEach(path -> routes.get(path, context -> send(context, handshake.answer(context))));
        routes.post(PATH + NOW_PLAYING, context -> inSession(context, this::play));
        routes.post(PATH + SUBMISSION, context -> inSession(context, submitted::take));
    }

    @Override
    public List<ErrorForm> errorForms() {
        return List.of(new Line());
    }

    /** What a user's player says. */
    record Said(User user, Origin origin, FormFields fields) {}

    private interface Answer {
        String to(Said said);
    }

    private void inSession(Context context, Answer answer) {
        FormFields fields = FormFields.of(context);
        Optional<User> user = accounts.byToken(fields.text("s"));
        if (user.isEmpty()) {
            send(context, "BADSESSION\n");
            return;
        }
        Origin origin =
                new Origin(PROTOCOL, product(context.userAgent()), user.get().name());
        try {
            send(context, answer.to(new Said(user.get(), origin, fields)));
        } catch (StoreFailure e) {
            LOG.error("a submission of user {} could not be stored", user.get().id(), e);
            send(context, "FAILED temporarily unavailable\n");
        }
    }

    private static String product(@Nullable String agent) {
        return agent == null ? "" : agent.strip().split("[/\\s]", 2)[0];
    }

    /** What cannot be read is let go: it will not be right when the player tries again. */
    private String play(Said said) {
        try {
            byte[] payload =
                    Submitted.without(said.fields(), "s", "i").encoded().getBytes(StandardCharsets.UTF_8);
            rooms.playing().set(said.user().id(), said.origin(), Submission.read(FORMAT, payload));
        } catch (Unreadable e) {
            LOG.warn("what user {} plays cannot be read: {}", said.user().id(), e.getMessage());
        }
        return "OK\n";
    }

    private static void send(Context context, String lines) {
        context.status(200).contentType("text/plain; charset=utf-8").result(lines);
    }

    /** What is refused before a handler sees it, as a line. */
    private static final class Line implements ErrorForm {
        @Override
        public boolean fits(Context context) {
            String path = context.path().replaceAll("/{2,}", "/") + "/";
            return path.startsWith(PATH + "/") || path.startsWith(HANDSHAKES.getLast() + "/");
        }

        @Override
        public void write(Context context, Problem problem) {
            send(context, "FAILED " + problem.detail().replaceAll("\\s+", " ") + '\n');
        }
    }
}
