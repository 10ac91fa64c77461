package io.reprise.web;

import io.javalin.http.Context;
import io.reprise.account.User;
import io.reprise.history.History;
import io.reprise.rating.Opinions;
import io.reprise.report.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** One request of somebody who is signed in: who, what they have played, and how they like numbers written. */
final class Visit {
    private final Context context;
    private final User user;
    private final History history;
    private final Voice voice;
    private final Faces faces;
    private final Assets assets;
    private final long now;
    private final Opinions opinions;

    /** Who came, and the second at which they did. */
    record Arrival(Context context, User user, long now) {}

    /** What is known of things beside the history: their pictures, and what the user thinks of them. */
    record Beside(Faces faces, Opinions opinions) {}

    Visit(Arrival arrival, History history, Beside beside, Assets assets) {
        this.faces = beside.faces();
        this.opinions = beside.opinions();
        this.context = arrival.context();
        this.user = arrival.user();
        this.now = arrival.now();
        this.history = history;
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

    /** Love ({@link io.reprise.rating.Loves#LOVED}) or hate of those of these items that have it. */
    Map<Integer, Integer> loves(Collection<Integer> items) {
        return opinions.loves(user.id(), items);
    }

    /** The user's local day. */
    LocalDate today() {
        return voice.today();
    }

    /** What "this week" means to the user at this moment. */
    Period.Now clock() {
        return new Period.Now(today(), history.weekStart());
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
