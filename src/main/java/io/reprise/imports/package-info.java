/**
 * Bringing a past in: files of other programs, read row by row, and histories fetched from outside parties, page by
 * page, each as a bounded job. Writes {@code import_run}, {@code import_refusal}, {@code import_preview},
 * {@code import_drop} and {@code connection}.
 *
 * <p>A new format is one {@link io.reprise.imports.FileFormat} in its party's adapter: it says by content whether a
 * file is its own and cuts it into rows with {@link io.reprise.imports.JsonSlicer},
 * {@link io.reprise.imports.CsvSlicer} or {@link io.reprise.imports.LineSlicer}; a {@link io.reprise.scrobble.Format}
 * reads one row. Most are a {@link io.reprise.imports.FileShape}: {@link io.reprise.imports.CsvSheet} finds the header
 * and keeps what is personal out, {@link io.reprise.imports.GivenRating} hands a rating to its room,
 * {@link io.reprise.imports.ColumnMapping} says what the columns of an unknown file mean. A new outside party is one
 * {@link io.reprise.imports.HistorySource}: it fetches a page and says which time the page covers;
 * {@link io.reprise.imports.PullJob} stores it. A {@link io.reprise.imports.Connection} is a user's standing order to
 * do so, which {@link io.reprise.imports.Schedule} starts when it is due. {@link io.reprise.imports.Drops} are folders
 * whose files are imported as they come, which {@link io.reprise.imports.DropWatch} sees.
 *
 * <p>Promises: memory stays flat however large the file; no file makes an import throw; rows before a fault are kept
 * and the fault is reported with its place; every row read is counted as new, known, refused or left out; the counters
 * of a run move in the same transaction as its rows, so importing again after a crash, or for no reason, changes
 * nothing but the run. So does the boundary of a pull, and the boundaries of stored runs are the only cursor: a pull
 * that was stopped anywhere leaves no hole. Nothing is asked over the network while something is written.
 */
@NullMarked
package io.reprise.imports;

import org.jspecify.annotations.NullMarked;
