/**
 * Questions over a {@link io.reprise.history.History}: charts, counts, timelines, and the reports that tell a person
 * what they play. Every answer is a pure function of the history, a range of local days and a filter; no SQL, no I/O,
 * no clock: who asks says which day is today. Reads and writes no table.
 *
 * <p>Promises: a play without a known day counts in all-time answers only; one known to the month or year counts where
 * its whole month or year lies in the range, and never in a finer step than it was told; "new" means first in the whole
 * history. Times of day and days are those of the user's dated time zones.
 */
@NullMarked
package io.reprise.report;

import org.jspecify.annotations.NullMarked;
