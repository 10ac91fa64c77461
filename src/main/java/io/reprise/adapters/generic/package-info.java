/**
 * All that a file of a party that we do not know is to us. What is read and where we differ on purpose stands in the
 * README beside this file. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.generic;

import org.jspecify.annotations.NullMarked;
