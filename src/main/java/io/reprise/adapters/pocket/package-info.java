/**
 * All that Pocket is to us. What is read and where we differ on purpose stands in the README beside this file. Reads
 * and writes no table.
 */
@NullMarked
package io.reprise.adapters.pocket;

import org.jspecify.annotations.NullMarked;
