/**
 * Histories and ratings fetched from Trakt. What is asked and where we differ on purpose stands in the README beside
 * this file. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.trakt.pull;

import org.jspecify.annotations.NullMarked;
