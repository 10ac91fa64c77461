package io.reprise.upkeep;

import io.reprise.job.Budget;
import io.reprise.job.Job;
import io.reprise.job.JobKind;
import io.reprise.job.Progress;
import io.reprise.scrobble.Packer;
import java.time.Duration;

/** The job that packs payloads which came one by one. Its progress counts payloads; it goes on where it was stopped. */
public final class PackJob implements JobKind {
    static final String WORD = "pack";
    private static final Budget BUDGET = new Budget(1_000_000, Duration.ofMinutes(30));

    private final Packer packer;

    public PackJob(Packer packer) {
        this.packer = packer;
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Budget budget() {
        return BUDGET;
    }

    @Override
    public String run(Job job, Progress progress) {
        long packed = 0;
        long from = 1;
        while (from > 0) {
            progress.tell(packed, null, "packs payloads into blocks");
            Packer.Step step = packer.step(job.user(), from);
            packed += step.packed();
            from = step.next();
        }
        return packed + " payloads were packed";
    }
}
