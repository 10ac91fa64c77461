package io.reprise.account;

/** How a user tells days and weeks: where they lived and since when, and on which day their weeks begin. */
public record Calendar(ZoneHistory zones, WeekStart weekStart) {
    /** Of these zones, with weeks from Monday. */
    public static Calendar of(ZoneHistory zones) {
        return new Calendar(zones, WeekStart.MONDAY);
    }
}
