package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.history.Names;
import io.reprise.http.Cursor;
import io.reprise.http.Door;
import io.reprise.http.Paging;
import io.reprise.job.Job;
import io.reprise.resolve.Evidence;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Match;
import io.reprise.resolve.Proposal;
import io.reprise.resolve.ResolveJob;
import io.reprise.resolve.Review;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/resolve} starts the job that asks what the items of the library really are; {@code /api/review}
 * lists what it could not decide alone, and takes the answers.
 */
final class ReviewDoor implements Door {
    private static final Paging.Rules PAGES = new Paging.Rules("review", 1, 20, 100);
    private static final int ITEMS_MAX = ResolveJob.Argument.ITEMS_MAX;
    private static final Asked.Choice<Proposal.State> STATES = new Asked.Choice<>(
            Proposal.State.WAITING,
            Arrays.stream(Proposal.State.values()).map(Proposal.State::word).toList());
    private final Desk desk;

    ReviewDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.post("/api/resolve", this::resolve);
        routes.get("/api/review", this::list);
        routes.post("/api/review/{number}/accept", this::accept);
        routes.post("/api/review/{number}/reject", this::reject);
        routes.post("/api/review/{number}/reopen", this::reopen);
    }

    /** What waits: the item as it is known at home, and what it may be, the likeliest first. */
    record Row(
            long number,
            String state,
            @Nullable String createdAt,
            int item,
            String title,
            String credit,
            String kind,
            long length,
            String rule,
            String sentence,
            double score,
            List<Found> matches) {}

    /** One thing that it may be. */
    record Found(
            int choice,
            String id,
            String title,
            String credit,
            String container,
            String released,
            @Nullable Integer length,
            String comment,
            double score,
            String rule,
            List<Witness> evidence) {
        static Found of(int choice, Match match) {
            Finding finding = match.finding();
            return new Found(
                    choice,
                    finding.id().toString(),
                    finding.title(),
                    finding.credit(),
                    finding.container().map(Finding.Container::title).orElse(""),
                    finding.released(),
                    finding.seconds(),
                    finding.comment(),
                    match.score(),
                    match.rule().word(),
                    match.evidence().stream().map(Witness::of).toList());
        }
    }

    /** What was compared, which way it speaks, and both sides. */
    record Witness(String aspect, String speaks, String told, String found, String words) {
        static Witness of(Evidence evidence) {
            return new Witness(
                    evidence.aspect(),
                    evidence.speaks().name().toLowerCase(Locale.ROOT),
                    evidence.told(),
                    evidence.found(),
                    evidence.words());
        }
    }

    record Listed(long waiting, List<Row> proposals) {}

    record Settled(int settled) {}

    private Review review() {
        return desk.rooms().identity().review();
    }

    private void resolve(Context context) {
        UserId user = desk.user(context);
        Fields fields = desk.fields(context);
        ResolveJob.Argument argument = new ResolveJob.Argument(
                fields.flag("network"), fields.flag("again"), fields.count("items_max", ITEMS_MAX, 1, ITEMS_MAX));
        desk.readWhatIsNew(user);
        Job job = Starting.job(() -> review().resolve(user, argument));
        context.status(202);
        context.header("Location", "/api/jobs/" + job.id());
        String message = "What is not known yet is asked for; /api/jobs/" + job.id() + " tells how far it is.";
        desk.answer(context, new ImportDoor.Started(true, 0, message, JobDoor.Row.of(job)));
    }

    private void list(Context context) {
        UserId user = desk.user(context);
        Paging paging = Paging.read(context, PAGES);
        Proposal.State state = Asked.word(context, "state", ReviewDoor::state, STATES);
        long after = paging.after().map(cursor -> cursor.number(0)).orElse(0L);
        List<Proposal> found = review().after(user, state, after, paging.limit() + 1);
        List<Proposal> page = found.subList(0, Math.min(paging.limit(), found.size()));
        if (found.size() > page.size()) {
            Pages.next(context, Cursor.of(PAGES.kind(), page.getLast().number()).text());
        }
        Names names = desk.history(user).names();
        desk.answer(
                context,
                new Listed(
                        review().waiting(user),
                        page.stream().map(proposal -> row(names, proposal)).toList()));
    }

    private static Optional<Proposal.State> state(String word) {
        return Arrays.stream(Proposal.State.values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    private static Row row(Names names, Proposal proposal) {
        int item = proposal.item();
        List<Match> matches = proposal.matches();
        return new Row(
                proposal.number(),
                proposal.state().word(),
                Desk.time(proposal.createdAt()),
                item,
                names.title(item),
                names.creditText(item),
                names.kind(item).word(),
                names.length(item),
                proposal.rule().word(),
                proposal.rule().words(),
                proposal.score(),
                java.util.stream.IntStream.range(0, matches.size())
                        .mapToObj(choice -> Found.of(choice, matches.get(choice)))
                        .toList());
    }

    private void accept(Context context) {
        User user = desk.caller(context);
        long number = Asked.number(context, "number");
        Fields fields = desk.fields(context);
        int choice = fields.count("choice", 0, 0, Proposal.MATCHES_MAX - 1);
        boolean alike = fields.flag("always_for_this_credit");
        String because = fields.text("because");
        int settled = Asked.decide(() -> review().accept(
                        user.id(),
                        number,
                        choice,
                        alike,
                        Decisions.author(user, because == null ? "looked at and accepted" : because)));
        desk.answer(context, new Settled(settled));
    }

    private void reject(Context context) {
        UserId user = desk.user(context);
        long number = Asked.number(context, "number");
        Asked.decide(() -> {
            review().reject(user, number);
            return true;
        });
        desk.answer(context, new Settled(1));
    }

    private void reopen(Context context) {
        UserId user = desk.user(context);
        long number = Asked.number(context, "number");
        Asked.decide(() -> {
            review().reopen(user, number);
            return true;
        });
        desk.answer(context, new Settled(1));
    }
}
