package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.scrobble.BulkIntake;
import io.reprise.scrobble.Origin;

/**
 * The ways into the log of one import. What was an import run elsewhere becomes one here, named after the upload and
 * its number there.
 */
record RunsHere(ImportRooms rooms, UserId user, ImportRun run) implements Reader.Ways {
    @Override
    public BulkIntake open(Origin origin, int other) {
        return rooms.intake().bulk(user, origin, other == 0 ? run.number() : other);
    }

    @Override
    public int begin(int runThere) {
        String name = run.source() + ", run " + runThere + " there";
        ImportRun begun = rooms.database().write(tx -> RunTable.begin(tx, user, run.format(), name, run.startedAt()));
        ImportRun ended = begun.ended(
                ImportRun.State.DONE,
                run.startedAt(),
                "brought by import run " + run.number() + " from another library");
        rooms.database().write(tx -> {
            RunTable.store(tx, user, ended);
            return true;
        });
        return ended.number();
    }
}
