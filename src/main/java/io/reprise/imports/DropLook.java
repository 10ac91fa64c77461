package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the drop folders that are on and takes the files whose writing has ended: those whose length and time of
 * change have stayed for some seconds. Used by one thread; {@link #ended} by any.
 */
final class DropLook {
    /** So many files of one user are taken at a time; the others wait in the folder. */
    static final int FILES_TAKEN_MAX = 20;

    static final long SETTLED_SECONDS = 5;
    private static final int FILES_SEEN_MAX = 1_000;
    private static final long EMPTY_SECONDS = 60;
    private static final long WRITING_SECONDS_MAX = 86_400;
    private static final long NEVER = Long.MAX_VALUE;

    private final Drops drops;
    private final Imports imports;
    private final InstantSource clock;
    private final Map<Path, Seen> seen = new HashMap<>();
    private final Set<UserId> full = ConcurrentHashMap.newKeySet();
    private boolean isBegun;

    /** How a file was found: since when (epoch seconds) it is so, and when it was seen first. */
    private record Seen(long bytes, long changedAt, long since, long first) {
        boolean isLike(Seen other) {
            return bytes == other.bytes && changedAt == other.changedAt;
        }
    }

    DropLook(Drops drops, Imports imports, InstantSource clock) {
        this.drops = drops;
        this.imports = imports;
        this.clock = clock;
    }

    /** A job of this user has ended, so there is room for another. */
    void ended(UserId user) {
        full.remove(user);
    }

    /** Takes what is settled; answers when (epoch seconds) something else may be, empty where nothing waits. */
    OptionalLong look() {
        List<DropTable.Kept> all = drops.all();
        if (!isBegun) {
            all.forEach(this::mend);
            isBegun = true;
        }
        Set<Path> here = new HashSet<>();
        long now = clock.instant().getEpochSecond();
        long next = NEVER;
        for (DropTable.Kept kept : all) {
            if (kept.on()) {
                next = Math.min(next, look(kept, here, now));
            }
        }
        seen.keySet().retainAll(here);
        return next == NEVER ? OptionalLong.empty() : OptionalLong.of(next);
    }

    /** What the last process had taken and not brought to its end: nothing is lost, and nothing counts twice. */
    private void mend(DropTable.Kept kept) {
        DropFolder folder = drops.folder(kept.folder());
        try {
            for (Path alone : folder.taken()) {
                Job job = imports.ofDropped(kept.user(), alone).orElse(null);
                if (job == null) {
                    folder.putBack(alone);
                } else {
                    Dropped dropped = ImportJob.Argument.of(job).dropped();
                    if (dropped != null) {
                        dropped.ended(job.state());
                    }
                }
            }
        } catch (IOException e) {
            drops.trouble(kept.user(), "the folder " + folder.path() + " cannot be put in order: " + e);
        }
    }

    private long look(DropTable.Kept kept, Set<Path> here, long now) {
        DropFolder folder = drops.folder(kept.folder());
        try {
            folder.make();
            int taken = folder.taken().size();
            long next = NEVER;
            List<Path> files = folder.files(FILES_SEEN_MAX);
            here.addAll(files);
            int moved = 0;
            for (Path file : files) {
                long due = due(kept.user(), file, now);
                if (due > now) {
                    next = Math.min(next, due);
                } else if (taken < FILES_TAKEN_MAX && !full.contains(kept.user())) {
                    Took took = take(kept.user(), folder, file);
                    taken += took == Took.IMPORTED ? 1 : 0;
                    moved += took == Took.NOTHING ? 0 : 1;
                }
            }
            return moved > 0 && files.size() == FILES_SEEN_MAX ? now : next;
        } catch (IOException e) {
            drops.trouble(kept.user(), "the folder " + folder.path() + " cannot be read: " + e);
            return NEVER;
        }
    }

    /** When its writing has ended as far as can be told: never, where it goes on for a day. */
    private long due(UserId user, Path file, long now) throws IOException {
        Seen before = seen.get(file);
        Seen found = found(file, before, now);
        Seen known = before != null && found.isLike(before) ? before : found;
        seen.put(file, known);
        if (now - known.first() > WRITING_SECONDS_MAX) {
            drops.trouble(
                    user,
                    DropFolder.name(file) + " is being written for more than a day; when it is whole, move it out and"
                            + " back in");
            return NEVER;
        }
        if (known.bytes() > 0) {
            return known.since() + SETTLED_SECONDS;
        }
        // Most writers make a file and fill it at once; some browsers make an empty one that stays so.
        return now + (now - known.first() < EMPTY_SECONDS ? SETTLED_SECONDS : EMPTY_SECONDS);
    }

    private static Seen found(Path file, @Nullable Seen before, long now) throws IOException {
        long first = before == null ? now : before.first();
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Seen(is.size(), is.lastModifiedTime().toMillis(), now, first);
        } catch (NoSuchFileException gone) {
            return new Seen(0, 0, now, first);
        }
    }

    private enum Took {
        IMPORTED,
        REFUSED,
        NOTHING
    }

    private Took take(UserId user, DropFolder folder, Path file) throws IOException {
        String name = DropFolder.name(file);
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Took.NOTHING;
        }
        if (!Files.isReadable(file)) {
            drops.trouble(user, name + " cannot be read; let the server read it, then switch the folder on again");
            return Took.NOTHING;
        }
        try {
            imports.recognise(file, name);
        } catch (JobFailure failure) {
            folder.refuse(file, failure.reason(), failure.whatToDo());
            return Took.REFUSED;
        }
        Path alone = folder.take(file);
        try {
            imports.startDropped(user, Dropped.of(folder, alone), name);
            drops.isWell(user);
            return Took.IMPORTED;
        } catch (JobFailure failure) {
            full.add(user);
            folder.putBack(alone);
            drops.trouble(user, name + " waits: " + failure.reason());
            return Took.NOTHING;
        }
    }
}
