package io.reprise.web;

import io.javalin.http.Context;
import io.reprise.account.User;
import io.reprise.history.History;
import java.time.LocalDate;

/** One request of somebody who is signed in: who, what they have played, and how they like numbers written. */
final class Visit {
    private final Context context;
    private final User user;
    private final History history;
    private final Voice voice;
    private final Faces faces;
    private final Assets assets;
    private final long now;

    /** Who came, and the second at which they did. */
    record Arrival(Context context, User user, long now) {}

    Visit(Arrival arrival, History history, Faces faces, Assets assets) {
        this.context = arrival.context();
        this.user = arrival.user();
        this.now = arrival.now();
        this.history = history;
        this.faces = faces;
        this.assets = assets;
        LocalDate today = LocalDate.ofEpochDay(history.zones().dayAt(now));
        this.voice = new Voice(context.req().getLocale(), today);
    }

    Context context() {
        return context;
    }

    User user() {
        return user;
    }

    History history() {
        return history;
    }

    Voice voice() {
        return voice;
    }

    Faces faces() {
        return faces;
    }

    /** The moment of the request in epoch seconds. */
    long now() {
        return now;
    }

    /** The user's local day. */
    LocalDate today() {
        return voice.today();
    }

    /** The frame around the page with this title; {@code here} is the address of its tab. */
    Frame frame(String title, String here) {
        return new Frame(title, here, user.name(), assets);
    }

    void send(Html.Template template) {
        Html.send(context, template);
    }

    /** After something was changed: shows the page at this path. */
    void seeOther(String path) {
        context.redirect(path, io.javalin.http.HttpStatus.SEE_OTHER);
    }

    /** Whether htmx asks, and therefore wants a part and not a page. */
    boolean isPart() {
        return "true".equals(context.header("HX-Request"));
    }
}
