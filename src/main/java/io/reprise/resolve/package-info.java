/**
 * Phase two, is: what things really are. Asks authorities ({@link io.reprise.resolve.Authority} is the port that the
 * adapters fill), weighs their findings against what was told, and proposes decisions with their evidence.
 *
 * <p>Promises: an authority is asked by jobs only, never while something is written or a page is made; what an
 * authority said is a claim with a source, a licence and a date; nothing is decided below the threshold, and everything
 * that is decided is a row of the ledger that can be taken back.
 */
@NullMarked
package io.reprise.resolve;

import org.jspecify.annotations.NullMarked;
