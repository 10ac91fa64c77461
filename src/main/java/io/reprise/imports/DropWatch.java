package io.reprise.imports;

import io.reprise.job.Alarm;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Imports what users put into their drop folders. The system tells of a new file; one thread then sleeps until its
 * writing has ended. Nothing polls: where no folder is on and no file comes, all sleep. Thread-safe.
 */
public final class DropWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("reprise.imports");

    private final Drops drops;
    private final Imports imports;
    private final DropLook look;
    private final Runnable told;
    private final Alarm alarm;
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private @Nullable WatchService service;
    private boolean isOpened;

    public DropWatch(Drops drops, Imports imports, InstantSource clock) {
        this(drops, imports, clock, () -> {});
    }

    /** {@code told} hears of the end of each round. */
    DropWatch(Drops drops, Imports imports, InstantSource clock, Runnable told) {
        this.told = told;
        this.drops = drops;
        this.imports = imports;
        this.look = new DropLook(drops, imports, clock);
        this.alarm = new Alarm("drop folders", clock, this::round);
    }

    /** Looks once into every folder that is on, and from now on when something comes. */
    public DropWatch start() {
        drops.watch(alarm::wake);
        imports.whenEnded(job -> {
            look.ended(job.user());
            alarm.wake();
        });
        alarm.start();
        return this;
    }

    /** A folder is watched before it is looked into, so that no file comes between. */
    private OptionalLong round() {
        if (!isOpened) {
            isOpened = true;
            open();
        }
        WatchService open = service;
        if (open != null) {
            register(open);
        }
        OptionalLong next = look.look();
        told.run();
        return next;
    }

    private void open() {
        try {
            Files.createDirectories(drops.root());
            WatchService opened = FileSystems.getDefault().newWatchService();
            service = opened;
            drops.root().register(opened, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            Thread.ofVirtual().name("drop folders, events").start(() -> listen(opened));
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "the drop folders in " + drops.root() + " cannot be watched; they are looked into when they are"
                            + " switched on, and at the next start",
                    e);
        }
    }

    private void register(WatchService open) {
        Set<Path> on = new HashSet<>();
        for (DropTable.Kept kept : drops.all()) {
            DropFolder folder = drops.folder(kept.folder());
            WatchKey known = keys.get(folder.path());
            if (kept.on()) {
                on.add(folder.path());
            }
            if (kept.on() && (known == null || !known.isValid())) {
                try {
                    folder.make();
                    keys.put(folder.path(), folder.path().register(open, StandardWatchEventKinds.ENTRY_CREATE));
                } catch (IOException e) {
                    drops.trouble(kept.user(), "the folder " + folder.path() + " cannot be watched: " + e);
                }
            }
        }
        keys.entrySet().removeIf(entry -> {
            boolean isOff = !on.contains(entry.getKey());
            if (isOff) {
                entry.getValue().cancel();
            }
            return isOff;
        });
    }

    private void listen(WatchService open) {
        try {
            while (true) {
                WatchKey key = open.take();
                key.pollEvents();
                key.reset();
                alarm.wake();
            }
        } catch (ClosedWatchServiceException e) {
            LOG.log(System.Logger.Level.DEBUG, "the drop folders are not watched any more");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        alarm.close();
        WatchService open = service;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "the watch of the drop folders did not close", e);
            }
        }
    }
}
