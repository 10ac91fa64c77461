/**
 * The scrobble verbs, the export and the history of Trakt. What is read and where we differ on purpose stands in the
 * README beside this file. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.trakt;

import org.jspecify.annotations.NullMarked;
