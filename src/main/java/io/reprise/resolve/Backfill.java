package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.catalog.Fact;
import io.reprise.catalog.FactRows;
import io.reprise.catalog.SubjectKind;
import io.reprise.history.Names;
import io.reprise.http.OutsideFailure;
import io.reprise.job.Progress;
import io.reprise.media.MediaKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The end of a {@link ResolveJob}: asks for what is to be told of ids that decisions tied to creators, containers and
 * items, and of which nothing was told yet, as of artists, and of what a person tied by hand.
 */
final class Backfill {
    private static final int FACTS_AT_A_TIME = 16;
    /** With {@code again}, what was told longer ago than this is asked for once more. */
    private static final Duration TOLD_AGAIN_AFTER = Duration.ofDays(30);

    private final ResolveJob.Rooms rooms;
    private final List<Authority> asked;
    private final List<Fact> open = new ArrayList<>();
    private final Unanswered unanswered = new Unanswered();
    private int told;
    private int questions;

    /** {@code asked} are the authorities that may be. */
    Backfill(ResolveJob.Rooms rooms, List<Authority> asked) {
        this.rooms = rooms;
        this.asked = asked;
    }

    /** Answers what came of it, to be added to what the job says. */
    String run(UserId user, ResolveJob.Argument argument, Progress progress) {
        long since = argument.again() ? now() - TOLD_AGAIN_AFTER.toSeconds() : -1;
        for (SubjectKind kind : List.of(SubjectKind.CREATOR, SubjectKind.CONTAINER, SubjectKind.ITEM)) {
            int after = 0;
            List<FactRows.Untold> page = untold(user, kind, after, since);
            while (!page.isEmpty() && !unanswered.isTooMany() && questions < argument.itemsMax()) {
                for (FactRows.Untold one : page) {
                    if (!unanswered.isTooMany() && questions < argument.itemsMax()) {
                        ask(user, kind, one);
                        progress.tell(questions, null, "asked for more of " + questions + " that are known");
                    }
                }
                after = page.getLast().number();
                page = untold(user, kind, after, since);
            }
        }
        store(user);
        return (told == 0 ? "" : String.format(Locale.ROOT, "; facts of %,d ids came in", told))
                + unanswered.words("facts");
    }

    private List<FactRows.Untold> untold(UserId user, SubjectKind kind, int after, long since) {
        return rooms.database().read(tx -> FactRows.untold(tx, user, kind, after, since));
    }

    private void ask(UserId user, SubjectKind kind, FactRows.Untold one) {
        questions++;
        for (Authority authority : asked) {
            try {
                Optional<Fact> fact = fact(user, authority, kind, one);
                if (fact.isPresent()) {
                    open.add(fact.get());
                    break;
                }
            } catch (OutsideFailure e) {
                unanswered.add(e);
            }
        }
        if (open.size() >= FACTS_AT_A_TIME) {
            store(user);
        }
    }

    private Optional<Fact> fact(UserId user, Authority authority, SubjectKind kind, FactRows.Untold one) {
        return switch (kind) {
            case CREATOR -> creator(authority, one);
            case CONTAINER -> container(authority, one);
            case ITEM -> item(user, authority, one);
            case PLAY, DECISION, RUN, RULE -> Optional.empty();
        };
    }

    private Optional<Fact> container(Authority authority, FactRows.Untold one) {
        return authority instanceof ContainerAuthority knowing
                ? knowing.container(one.id()).map(found -> new ToldFacts(authority.word(), now()).of(found, one.id()))
                : Optional.empty();
    }

    private Optional<Fact> creator(Authority authority, FactRows.Untold one) {
        return authority instanceof CreatorAuthority knowing
                ? knowing.creator(one.id()).map(found -> new ToldFacts(authority.word(), now()).of(found, one.id()))
                : Optional.empty();
    }

    /** What is asked for is the id alone; what is found by the item's name besides is somebody else. */
    private Optional<Fact> item(UserId user, Authority authority, FactRows.Untold one) {
        Names names = rooms.histories().of(user).names();
        if (one.number() > names.lastItem()) {
            return Optional.empty();
        }
        MediaKind kind = names.kind(one.number());
        if (!authority.kinds().contains(kind)) {
            return Optional.empty();
        }
        String credit = names.creditText(one.number());
        Question question = new Question(
                kind,
                names.title(one.number()),
                credit,
                credit.isEmpty() ? List.of() : List.of(credit),
                "",
                null,
                null,
                null,
                null,
                List.of(one.id()));
        return authority.ask(question).stream()
                .filter(finding -> one.id().equals(finding.id()) || one.id().equals(finding.asked()))
                .findFirst()
                .map(finding -> new ToldFacts(authority.word(), now()).of(finding, one.id()));
    }

    private void store(UserId user) {
        told += open.size();
        rooms.database().write(tx -> {
            FactRows.put(tx, user, open);
            return true;
        });
        open.clear();
    }

    private long now() {
        return rooms.clock().instant().getEpochSecond();
    }
}
