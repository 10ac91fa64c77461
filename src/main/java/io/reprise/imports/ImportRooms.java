package io.reprise.imports;

import io.reprise.job.Bell;
import io.reprise.play.Aggregator;
import io.reprise.scrobble.Intake;
import io.reprise.store.Database;

/** The doors an import goes through: the store, the way into the log, what reads plays from it, and who is told of them. */
public record ImportRooms(Database database, Intake intake, Aggregator aggregator, Bell bell) {}
