/**
 * Digests: a week, a month or a year told when it is over, by e-mail or to a program, where a user ordered it. Writes
 * {@code digest}.
 *
 * <p>Promises: off until somebody orders one; nothing polls, for the next due time is computed and slept on; a period
 * is told once, over restarts and on whichever node, because the order's due time moves in the same step that lays the
 * letter into the outbox of the {@code relay}; what was missed while the server was down is told as far as the last
 * period goes, and not before. What a digest says is a pure function of the history.
 */
@NullMarked
package io.reprise.digest;

import org.jspecify.annotations.NullMarked;
