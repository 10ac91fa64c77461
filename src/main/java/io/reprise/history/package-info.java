/**
 * The reading room: one user's counted plays as columns in memory, in the order of time, with the catalog's names
 * beside them. Every chart, report and search is a pure function over a {@link io.reprise.history.History}. Writes
 * {@code history_snapshot}, and a file for each large history, so that a cold one is not read row by row (ADR 0030).
 *
 * <p>Promises: a history is a consistent state of the store; it never changes after it was given out, so any thread may
 * read it; {@link io.reprise.history.Histories} gives one that holds everything derived before the call, and appends
 * what came since instead of loading anew wherever it can. A file is nothing but an older history: without it every
 * answer is the same.
 */
@NullMarked
package io.reprise.history;

import org.jspecify.annotations.NullMarked;
