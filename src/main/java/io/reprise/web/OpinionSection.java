package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.catalog.Thing;
import io.reprise.http.Problem;
import io.reprise.media.MediaKind;
import io.reprise.rating.Loves;
import io.reprise.rating.Opinions;
import io.reprise.rating.Ratings;
import io.reprise.report.Filter;
import io.reprise.report.Named;
import io.reprise.report.Range;
import io.reprise.report.Standing;
import io.reprise.report.Subject;
import io.reprise.report.Totals;

/** The part of a thing's page that says what one thinks of it, and the hearts beside plays. */
final class OpinionSection {
    private final Opinions opinions;
    private final Reception reception;

    OpinionSection(Rooms rooms, Reception reception) {
        this.opinions = rooms.deciding().opinions();
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        for (Subject subject : Subject.values()) {
            routes.post(path(subject, "{number}"), reception.signedIn(visit -> say(visit, subject)));
        }
        routes.post("/items/{number}/love", reception.signedIn(this::love));
    }

    private static String path(Subject subject, String number) {
        return "/" + subject.word() + "s/" + number + "/opinion";
    }

    OpinionView view(Visit visit, Subject subject, int number) {
        UserId user = visit.user().id();
        return Feelings.view(
                visit,
                path(subject, String.valueOf(number)),
                opinions.held(user, thing(subject, number)),
                opinions.ratings().scale(user));
    }

    private static Thing thing(Subject subject, int number) {
        return Faces.thing(subject, number);
    }

    private static Opinions.Called called(Visit visit, Subject subject) {
        int asked = Addresses.number(visit.context(), "number");
        Named named = Standing.of(visit.history(), subject, asked)
                .orElseThrow(() -> Problem.notFound(
                                "There is no " + subject.word() + " with the number " + asked + " in your history.")
                        .raised())
                .what();
        MediaKind kind = Totals.of(visit.history(), Range.ALL, Filter.NONE.with(subject, named.number()))
                .mainKind()
                .orElse(subject == Subject.ITEM ? visit.history().names().kind(named.number()) : MediaKind.SONG);
        return new Opinions.Called(thing(subject, named.number()), kind, named.name(), named.credit());
    }

    private void love(Visit visit) {
        Opinions.Called called = called(visit, Subject.ITEM);
        boolean loved = "love".equals(visit.context().formParam("love"));
        opinions.love(visit.user().id(), called, loved ? Loves.LOVED : Loves.NONE);
        if (visit.isPart()) {
            Heart heart = Heart.of(called.thing().number(), loved, called.title());
            visit.send((output, tags) -> JteheartGenerated.render(output, tags, heart));
        } else {
            visit.seeOther("/items/" + called.thing().number());
        }
    }

    private void say(Visit visit, Subject subject) {
        Opinions.Called called = called(visit, subject);
        try {
            said(visit, called);
        } catch (IllegalArgumentException refused) {
            throw Problem.badRequest(Words.capital(String.valueOf(refused.getMessage())) + ".")
                    .raised();
        }
        int number = called.thing().number();
        if (visit.isPart()) {
            OpinionView view = view(visit, subject, number);
            visit.send((output, tags) -> JteopinionGenerated.render(output, tags, view));
        } else {
            visit.seeOther("/" + subject.word() + "s/" + number + "#opinion");
        }
    }

    private void said(Visit visit, Opinions.Called called) {
        UserId user = visit.user().id();
        Ratings ratings = opinions.ratings();
        String what = given(visit, "what");
        switch (what) {
            case "love" -> opinions.love(user, called, Loves.LOVED);
            case "hate" -> opinions.love(user, called, Loves.HATED);
            case "unlove" -> opinions.love(user, called, Loves.NONE);
            case "rate" -> opinions.rate(user, called, ratings.scale(user).read(given(visit, "rating")));
            case "tag" -> opinions.tag(user, called, given(visit, "text"));
            case "untag" -> opinions.untag(user, called.thing(), given(visit, "text"));
            case "note" -> opinions.note(user, called, given(visit, "text"));
            case "undo" -> ratings.undo(user, number(visit));
            default ->
                throw Problem.badRequest("It was not said what you think of it.")
                        .expected("love, hate, unlove, rate, tag, untag, note or undo")
                        .got(what)
                        .where("what")
                        .raised();
        }
    }

    private static String given(Visit visit, String name) {
        String text = visit.context().formParam(name);
        return text == null ? "" : text.strip();
    }

    private static long number(Visit visit) {
        String text = given(visit, "number");
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException(
                    "number: expected the number of what is to be taken back, got \"" + text + "\"");
        }
        return Long.parseLong(text);
    }
}
