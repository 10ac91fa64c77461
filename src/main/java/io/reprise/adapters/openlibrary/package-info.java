/**
 * All that Open Library is to us. What is asked and taken, its limits and licence stand in the README beside this file.
 * Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.openlibrary;

import org.jspecify.annotations.NullMarked;
