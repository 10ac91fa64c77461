package io.reprise.imports;

import io.reprise.job.JobState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file out of a drop folder that a job imports: the drop folder, the folder in which it lies alone, and its length
 * and time of change (epoch milliseconds) when it was taken.
 */
record Dropped(Path folder, Path alone, long bytes, long changedAt) {
    private static final System.Logger LOG = System.getLogger("reprise.imports");

    static Dropped of(DropFolder folder, Path alone) throws IOException {
        Path file = DropFolder.fileIn(alone).orElseThrow(() -> new IOException("the file that was taken is gone"));
        return new Dropped(folder.path(), alone, Files.size(file), changedAt(file));
    }

    /** The file, as long as it lies there. */
    Optional<Path> file() {
        try {
            return DropFolder.fileIn(alone);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the folder " + alone + " cannot be read", e);
            return Optional.empty();
        }
    }

    /**
     * Puts the file where it belongs when its job has ended so: among what is done, among what was refused, or back
     * into the folder where it has changed since it was taken, for then it may have been taken half written. Doing it
     * again changes nothing. What cannot be moved stays, and the next start of the server tries again.
     */
    void ended(JobState state) {
        try {
            DropFolder home = new DropFolder(folder);
            switch (state) {
                case JobState.Done done -> {
                    if (hasChanged()) {
                        home.putBack(alone);
                    } else {
                        home.done(alone);
                    }
                }
                case JobState.Failed(String reason, String whatToDo) -> home.refuseTaken(alone, reason, whatToDo);
                case JobState.Cancelled cancelled ->
                    home.refuseTaken(alone, "Its import was cancelled; what was stored by then stays", "nothing");
                case JobState.Queued queued -> {}
                case JobState.Running running -> {}
                case JobState.Interrupted interrupted -> {}
                case JobState.Paused paused -> {}
            }
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a file of the drop folder cannot be moved out of " + alone + "; the next start tries again",
                    e);
        }
    }

    private boolean hasChanged() throws IOException {
        Optional<Path> file = DropFolder.fileIn(alone);
        return file.isPresent() && (Files.size(file.get()) != bytes || changedAt(file.get()) != changedAt);
    }

    private static long changedAt(Path file) throws IOException {
        return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis();
    }
}
