/**
 * Inlets: connections whose other side calls us, each at a secret address of its own. A party's adapter (an
 * {@link io.reprise.inlet.InletParty}) says what a call means; this room finds whose address it is, stores what was
 * told, sets what plays now, keeps what was not understood in quarantine, and takes down how the last call went. Writes
 * {@code inlet} and {@code inlet_note}.
 *
 * <p>Promises: a call at an unknown address changes nothing and learns nothing; bad input is never an error of ours and
 * never costs a good report; what is answered as stored is on disk; a call that was not understood can be run again
 * after a fix, with the second of its receipt as its time.
 */
@NullMarked
package io.reprise.inlet;

import org.jspecify.annotations.NullMarked;
