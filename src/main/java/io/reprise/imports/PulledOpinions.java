package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.job.JobFailure;
import io.reprise.job.Progress;
import io.reprise.store.Database;
import java.util.ArrayList;
import java.util.List;

/**
 * Fetches what the user thinks of things, after the plays. Lists are told newest first: a page that is known whole ends
 * the reading, and what is new is stored oldest first, so that stopping anywhere leaves nothing out. Used by one
 * thread.
 */
final class PulledOpinions {
    private static final int PAGES_MAX = 1_000;
    private static final int STEP_ROWS_MAX = 500;

    private final Database database;
    private final UserId user;
    private final boolean again;
    private long fresh;
    private long unreadable;

    /** {@code again} reads the lists to their ends, known or not. */
    PulledOpinions(Database database, UserId user, boolean again) {
        this.database = database;
        this.user = user;
        this.again = again;
    }

    void fetch(HistorySource.OpinionList list, Progress progress) throws JobFailure {
        List<Opined> found = new ArrayList<>();
        for (int number = 1; number <= PAGES_MAX; number++) {
            progress.check();
            HistorySource.Opinions page = list.page(number);
            unreadable += page.unreadable();
            found.addAll(page.opined());
            if (page.isLast() || !again && isKnown(page.opined())) {
                break;
            }
        }
        store(found.reversed(), progress);
    }

    private boolean isKnown(List<Opined> page) {
        return database.read(tx -> page.stream().allMatch(each -> each.isKnown(tx, user)));
    }

    private void store(List<Opined> oldestFirst, Progress progress) {
        for (int from = 0; from < oldestFirst.size(); from += STEP_ROWS_MAX) {
            progress.check();
            List<Opined> some = oldestFirst.subList(from, Math.min(oldestFirst.size(), from + STEP_ROWS_MAX));
            if (!isKnown(some)) {
                fresh += database.write(
                        tx -> some.stream().filter(each -> each.bring(tx, user)).count());
            }
        }
    }

    /** What there is to say of it, if anything. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (fresh > 0) {
            sentences.add(fresh + " ratings new");
        }
        if (unreadable > 0) {
            sentences.add(unreadable + " ratings could not be read");
        }
        return sentences;
    }
}
