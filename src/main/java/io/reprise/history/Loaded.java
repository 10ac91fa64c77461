package io.reprise.history;

import io.reprise.account.Calendar;
import io.reprise.catalog.CatalogRows;
import io.reprise.play.CountedPlays;

/** A history, and the state of the store that it shows. */
record Loaded(Version version, History history) {
    /** How far the readings of a user go, and by which calendar they were made. */
    record Version(CountedPlays.Version plays, CatalogRows.Version catalog, Calendar calendar) {
        /** Whether the plays known then are still those plays. */
        boolean continues(Version older) {
            return plays.epoch() == older.plays.epoch() && calendar.zones().equals(older.calendar.zones());
        }
    }
}
