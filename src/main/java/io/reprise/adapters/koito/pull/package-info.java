/**
 * Histories fetched from a Koito server. What is asked and where we differ on purpose stands in the README beside this
 * file. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.koito.pull;

import org.jspecify.annotations.NullMarked;
