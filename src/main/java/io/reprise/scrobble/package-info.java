/**
 * Phase 0, told: the scrobble log, book one. It stores every report of a source exactly as it came, once, with a number
 * that has no gaps, and never changes it. Writes {@code head}, {@code origin}, {@code scrobble}, {@code payload_row},
 * {@code payload_block} and {@code quarantine}.
 *
 * <p>Promises: what {@link io.reprise.scrobble.Intake#accept} answered as stored is on disk; sending it again changes
 * nothing and is answered as known; the payload read back is the payload sent, byte for byte; nothing is deleted but by
 * {@link io.reprise.scrobble.Erasure}, when a person asks to be forgotten.
 */
@NullMarked
package io.reprise.scrobble;

import org.jspecify.annotations.NullMarked;
