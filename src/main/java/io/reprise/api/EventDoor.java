package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.relay.EventJson;
import io.reprise.relay.Feed;
import io.reprise.relay.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/events}: what happened after a place, as a page or, where {@code text/event-stream} is asked for, as a
 * stream that goes on with what happens. A stream ends after {@link #STREAM_MAX}; who reads comes again with the last
 * id.
 */
final class EventDoor implements Door {
    private static final Parameter.Bounds EVENTS = new Parameter.Bounds(1, Feed.EVENTS_MAX);
    private static final int EVENTS_OTHERWISE = 100;
    private static final String LATEST = "latest";
    private static final Duration STREAM_MAX = Duration.ofMinutes(10);
    private static final Duration BEAT = Duration.ofSeconds(15);

    private final Desk desk;

    EventDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/events", this::events);
    }

    /** {@code next} is where to go on; {@code more} says that there is more already. */
    record Answer(List<ObjectNode> events, String next, boolean more) {}

    private Feed feed() {
        return desk.rooms().out().feed();
    }

    private void events(Context context) {
        UserId user = desk.user(context);
        String accept = context.header("Accept");
        if (accept != null && accept.contains("text/event-stream")) {
            stream(context, user);
            return;
        }
        int limit = Math.toIntExact(Parameter.number(context, "limit", EVENTS_OTHERWISE, EVENTS));
        desk.readWhatIsNew(user);
        Feed.Page page = feed().after(user, place(user, Parameter.text(context, "after"), Place.START), limit);
        List<ObjectNode> events = page.events().stream().map(EventDoor::json).toList();
        desk.answer(context, new Answer(events, page.end().text(), page.more()));
    }

    private static ObjectNode json(Feed.Noted noted) {
        return EventJson.of(noted.event()).put("cursor", noted.place().text());
    }

    private Place place(UserId user, @Nullable String after, Place otherwise) {
        if (after == null) {
            return otherwise;
        }
        return after.equals(LATEST) ? feed().latest(user) : Place.read(after);
    }

    private void stream(Context context, UserId user) {
        String last = context.header("Last-Event-ID");
        desk.readWhatIsNew(user);
        Place place = place(
                user,
                last == null || last.isBlank() ? Parameter.text(context, "after") : last.strip(),
                feed().latest(user));
        Semaphore rings = new Semaphore(0);
        try (Feed.Watch watch = feed().watch(user, rings::release)
                .orElseThrow(() -> Problem.of(429, "Too many streams of events are open; close one first.")
                        .raised())) {
            context.contentType("text/event-stream");
            context.header("Cache-Control", "no-store");
            context.header("X-Accel-Buffering", "no");
            // The stream of Javalin keeps what is flushed back, for it might compress it.
            follow(context.res().getOutputStream(), user, place, rings);
        } catch (IOException e) {
            // The one who read has gone; nothing is lost by that.
            System.getLogger("reprise.api").log(System.Logger.Level.DEBUG, "a reader of events has gone");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(OutputStream out, UserId user, Place from, Semaphore rings)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + STREAM_MAX.toNanos();
        Place place = from;
        send(out, ": from here on\n\n");
        while (System.nanoTime() < end && !feed().isClosed()) {
            Feed.Page page = feed().after(user, place, EVENTS_OTHERWISE);
            for (Feed.Noted noted : page.events()) {
                send(
                        out,
                        "id: " + noted.place().text() + "\nevent: "
                                + noted.event().word() + "\ndata: " + json(noted) + "\n\n");
            }
            place = page.end();
            if (!page.more()) {
                if (!rings.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                    send(out, ": still there\n\n");
                }
                rings.drainPermits();
            }
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
