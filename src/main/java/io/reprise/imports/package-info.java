/**
 * Bringing a past in: files of other programs, read row by row, as a bounded job. Writes {@code import_run} and
 * {@code import_refusal}.
 *
 * <p>A new format is one {@link io.reprise.imports.FileFormat} in its party's adapter: it says by content whether a
 * file is its own and cuts it into rows with {@link io.reprise.imports.JsonSlicer},
 * {@link io.reprise.imports.CsvSlicer} or {@link io.reprise.imports.LineSlicer}; a {@link io.reprise.scrobble.Format}
 * reads one row.
 *
 * <p>Promises: memory stays flat however large the file; no file makes an import throw; rows before a fault are kept
 * and the fault is reported with its place; every row read is counted as new, known, refused or left out; the counters
 * of a run move in the same transaction as its rows, so importing again after a crash, or for no reason, changes
 * nothing but the run.
 */
@NullMarked
package io.reprise.imports;

import org.jspecify.annotations.NullMarked;
