package io.reprise.imports;

import io.reprise.job.Bell;
import io.reprise.play.Aggregator;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.Quarantine;
import io.reprise.store.Database;

/**
 * The doors an import goes through: the store, the way into the log, what reads plays from it, where unreadable rows
 * are kept, and who is told of new ones.
 */
public record ImportRooms(Database database, Intake intake, Aggregator aggregator, Quarantine quarantine, Bell bell) {}
