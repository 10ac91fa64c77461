package io.reprise.imports;

import io.reprise.job.Budget;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.JobKind;
import io.reprise.job.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The job that looks at an upload without storing anything of it. The upload waits for the import; where the job comes
 * to nothing, it waits for a day. Its unit is the byte read.
 */
public final class PreviewJob implements JobKind {
    static final String WORD = "preview";
    private static final Budget BUDGET = new Budget(256L * 1024 * 1024 * 1024, Duration.ofHours(24));

    private final ImportRooms rooms;
    private final FileFormats formats;
    private final InstantSource clock;

    public PreviewJob(ImportRooms rooms, FileFormats formats, InstantSource clock) {
        this.rooms = rooms;
        this.formats = formats;
        this.clock = clock;
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
    public String run(Job job, Progress progress) throws JobFailure {
        ImportJob.Argument argument = ImportJob.Argument.of(job);
        rooms.aggregator().catchUp(job.user());
        try (Upload upload = Upload.open(argument.path(), argument.name(), formats)) {
            Looking looking = new Looking(rooms, job.user());
            Reader reader = new Reader(upload.firstFormat(), looking, gathered -> {
                looking.take(gathered);
                Long total = upload.bytes();
                long done = total == null ? upload.bytesRead() : Math.min(total, upload.bytesRead());
                progress.tell(done, total, looking.tally().sentence());
            });
            upload.read(reader);
            reader.end();
            Preview preview = looking.preview(argument.name(), upload);
            long now = clock.instant().getEpochSecond();
            PreviewTable.Kept kept = new PreviewTable.Kept(job.id(), argument.path(), now, preview);
            rooms.database()
                    .write(tx -> PreviewTable.keep(tx, job.user(), kept))
                    .forEach(ImportJob::delete);
            return "Nothing is stored yet. " + looking.tally().sentence() + ", " + preview.likelyDuplicates()
                    + " of the new ones are likely told by another source already";
        } catch (IOException e) {
            throw new JobFailure("the upload could not be read: " + e.getMessage(), "upload it again");
        }
    }

    @Override
    public Optional<String> refusal(Job job) {
        return ImportJob.missing(job);
    }
}
