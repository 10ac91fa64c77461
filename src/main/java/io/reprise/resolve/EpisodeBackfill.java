package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.EpisodeRows;
import io.reprise.catalog.FactRows;
import io.reprise.http.OutsideFailure;
import io.reprise.job.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The end of a {@link ResolveJob} that may use the network: asks for the episodes of series that decisions tie to an
 * authority's id and whose list was not told, or so long ago that more may have been announced. A series that the
 * authority does not know is kept as one without episodes, so that it is left in peace as long.
 */
final class EpisodeBackfill {
    /**
     * How old the list of a series may be that goes on: a day less than a week, which is what a job may take, so that
     * jobs a week apart find it due each time.
     */
    static final Duration RUNNING_LASTS = Duration.ofDays(6);

    /** How old the list of a series may be that has ended. */
    static final Duration ENDED_LASTS = Duration.ofDays(90);
    /** The most series that one job asks for; the next one goes on. */
    static final int SERIES_MAX = 2_000;

    private final ResolveJob.Rooms rooms;
    private final List<EpisodeAuthority> asked;
    private final Unanswered unanswered = new Unanswered();
    private int told;
    private int questions;

    /** Of {@code asked}, the authorities that may be, those are asked that tell episodes. */
    EpisodeBackfill(ResolveJob.Rooms rooms, List<Authority> asked) {
        this.rooms = rooms;
        this.asked = asked.stream()
                .filter(EpisodeAuthority.class::isInstance)
                .map(EpisodeAuthority.class::cast)
                .toList();
    }

    /** Answers what came of it, to be added to what the job says. */
    String run(UserId user, boolean again, Progress progress) {
        EpisodeRows.Since since = again ? new EpisodeRows.Since(now(), now()) : due();
        int after = 0;
        List<FactRows.Untold> page = page(user, after, since);
        while (!page.isEmpty() && goesOn()) {
            for (FactRows.Untold one : page) {
                if (goesOn()) {
                    ask(user, one);
                    progress.tell(questions, null, "asked for the episodes of " + questions + " series");
                }
            }
            after = page.getLast().number();
            page = page(user, after, since);
        }
        return (told == 0 ? "" : String.format(Locale.ROOT, "; episodes of %,d series came in", told))
                + unanswered.words("episodes");
    }

    private EpisodeRows.Since due() {
        return new EpisodeRows.Since(now() - RUNNING_LASTS.toSeconds(), now() - ENDED_LASTS.toSeconds());
    }

    private boolean goesOn() {
        return !unanswered.isTooMany() && questions < SERIES_MAX;
    }

    private List<FactRows.Untold> page(UserId user, int after, EpisodeRows.Since since) {
        List<String> schemes = asked.stream().map(EpisodeAuthority::showScheme).toList();
        return rooms.database().read(tx -> EpisodeRows.due(tx, user, schemes, after, since));
    }

    private void ask(UserId user, FactRows.Untold one) {
        questions++;
        for (EpisodeAuthority authority : asked) {
            if (authority.showScheme().equals(one.id().scheme())) {
                try {
                    Optional<EpisodeAuthority.Listing> listing = authority.episodes(one.id());
                    keep(user, one, listing.orElse(new EpisodeAuthority.Listing(true, List.of())));
                } catch (OutsideFailure e) {
                    unanswered.add(e);
                }
            }
        }
    }

    private void keep(UserId user, FactRows.Untold one, EpisodeAuthority.Listing listing) {
        EpisodeList list = new EpisodeList(one.id(), now(), listing.ended(), listing.episodes());
        rooms.database().write(tx -> {
            EpisodeRows.put(tx, user, list);
            return true;
        });
        told += listing.episodes().isEmpty() ? 0 : 1;
    }

    private long now() {
        return rooms.clock().instant().getEpochSecond();
    }
}
