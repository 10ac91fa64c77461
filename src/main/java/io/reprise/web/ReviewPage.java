package io.reprise.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.http.Cursor;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.JobState;
import io.reprise.resolve.Proposal;
import io.reprise.resolve.ResolveJob;
import io.reprise.resolve.Review;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the resolver could not decide alone, each with what it may be and why, and the buttons to say so. */
final class ReviewPage {
    private static final String PATH = "/review";
    private static final int PROPOSALS = 10;
    private static final String CURSOR = "review-page";
    private static final int JOBS_LOOKED_AT_MAX = 100;
    private static final Parameter.Bounds NUMBERS = new Parameter.Bounds(0, Integer.MAX_VALUE);

    private final Rooms rooms;
    private final Reception reception;
    private final ResolveOrderForm order;

    ReviewPage(Rooms rooms, Reception reception) {
        this.rooms = rooms;
        this.reception = reception;
        this.order = new ResolveOrderForm(rooms.deciding().orders(), reception);
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(this::show));
        routes.post(PATH + "/resolve", reception.signedIn(this::resolve));
        order.open(routes);
        routes.post(PATH + "/{number}/accept", reception.signedIn(this::accept));
        routes.post(PATH + "/{number}/reject", reception.signedIn(this::reject));
        routes.post(PATH + "/{number}/reopen", reception.signedIn(this::reopen));
    }

    private Review review() {
        return rooms.deciding().review();
    }

    private void show(Visit visit) {
        UserId user = visit.user().id();
        Proposal.State state = state(visit.context());
        String word = visit.context().queryParam("after");
        long after = word == null || word.isEmpty()
                ? 0
                : Cursor.read(CURSOR, 1, word).number(0);
        List<Proposal> found = review().after(user, state, after, PROPOSALS + 1);
        List<Proposal> page = found.subList(0, Math.min(PROPOSALS, found.size()));
        String next = found.size() > page.size()
                ? address(state, Cursor.of(CURSOR, page.getLast().number()).text(), List.of())
                : null;
        long waiting = review().waiting(user);
        ReviewView view = new ReviewView(
                states(state),
                new ReviewView.Stand(
                        waiting == 0
                                ? "Nothing waits for you."
                                : visit.voice().count(waiting, "thing waits", "things wait") + " for your answer.",
                        asking(user),
                        order.view(visit)),
                ReviewWords.rows(visit, page),
                new ReviewView.Place(state.word(), word == null ? "" : word, next),
                settled(visit));
        visit.send((output, tags) -> JtereviewGenerated.render(output, tags, visit.frame("Review", PATH), view));
    }

    private static Proposal.State state(Context context) {
        String word = context.queryParam("state");
        if (word == null || word.isBlank()) {
            return Proposal.State.WAITING;
        }
        return Arrays.stream(Proposal.State.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("There are no such proposals.")
                        .expected("waiting, accepted or rejected")
                        .got(word)
                        .where("query parameter state")
                        .raised());
    }

    private static List<RangeSwitch.Choice> states(Proposal.State here) {
        return Arrays.stream(Proposal.State.values())
                .map(state -> new RangeSwitch.Choice(
                        state.word(), Words.capital(state.word()), address(state, "", List.of()), state == here))
                .toList();
    }

    private static String address(Proposal.State state, String after, List<RangeSwitch.Kept> more) {
        List<RangeSwitch.Kept> kept = new ArrayList<>();
        if (state != Proposal.State.WAITING) {
            kept.add(new RangeSwitch.Kept("state", state.word()));
        }
        if (!after.isEmpty()) {
            kept.add(new RangeSwitch.Kept("after", after));
        }
        kept.addAll(more);
        return Query.on(PATH, kept);
    }

    /** What the job of asking says of itself; null where none is at work. */
    private @Nullable String asking(UserId user) {
        Optional<Job> job = rooms.importing().worker().latest(user, JOBS_LOOKED_AT_MAX).stream()
                .filter(one -> one.kind().equals("resolve") && !one.state().isFinal())
                .findFirst();
        return job.map(one -> one.state() instanceof JobState.Running running
                        ? "It is being asked for" + (running.note().isEmpty() ? "." : ": " + running.note() + ".")
                        : "It will be asked for; the job waits for its turn.")
                .orElse(null);
    }

    private static ReviewView.@Nullable Settled settled(Visit visit) {
        long accepted = Parameter.number(visit.context(), "accepted", 0, NUMBERS);
        int rejected = Math.toIntExact(Parameter.number(visit.context(), "rejected", 0, NUMBERS));
        if (rejected > 0) {
            return new ReviewView.Settled("It stays as it was told.", rejected);
        }
        return accepted == 0
                ? null
                : new ReviewView.Settled("Accepted " + visit.voice().count(accepted, "proposal", "proposals") + ".", 0);
    }

    private void resolve(Visit visit) {
        boolean network = visit.context().formParam("network") != null;
        try {
            review().resolve(visit.user().id(), ResolveJob.Argument.ofAll(network));
        } catch (JobFailure failure) {
            throw Problem.of(409, Words.capital(failure.reason()) + "; " + failure.whatToDo() + ".")
                    .raised();
        }
        visit.seeOther(PATH);
    }

    private void accept(Visit visit) {
        int number = Addresses.number(visit.context(), "number");
        int choice = choice(visit.context());
        boolean always = visit.context().formParam("always") != null;
        Ledger.Author author = new Ledger.Author(visit.user().name(), "looked at and accepted");
        int[] settled = new int[1];
        decide(() -> settled[0] = review().accept(visit.user().id(), number, choice, always, author));
        back(visit, Proposal.State.WAITING, new RangeSwitch.Kept("accepted", Integer.toString(settled[0])));
    }

    private static int choice(Context context) {
        String text = context.formParam("choice");
        if (text != null && text.matches("[0-9]")) {
            return Integer.parseInt(text);
        }
        throw Problem.badRequest("It was not said which match it is.")
                .expected("the number of a match from 0")
                .got(text)
                .where("choice")
                .raised();
    }

    private void reject(Visit visit) {
        int number = Addresses.number(visit.context(), "number");
        decide(() -> review().reject(visit.user().id(), number));
        back(visit, Proposal.State.WAITING, new RangeSwitch.Kept("rejected", Integer.toString(number)));
    }

    private void reopen(Visit visit) {
        int number = Addresses.number(visit.context(), "number");
        decide(() -> review().reopen(visit.user().id(), number));
        visit.seeOther(PATH);
    }

    /** To the page that the answer came from. */
    private static void back(Visit visit, Proposal.State state, RangeSwitch.Kept settled) {
        String after = visit.context().formParam("after");
        visit.seeOther(address(state, after == null ? "" : after, List.of(settled)));
    }

    private static void decide(Runnable decision) {
        try {
            decision.run();
        } catch (Refusal refusal) {
            throw Problem.of(409, Words.capital(String.valueOf(refusal.getMessage())) + ".")
                    .raised();
        }
    }
}
