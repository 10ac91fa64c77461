/**
 * Readers that speak the API of Google Reader. What is read and where we differ on purpose stands in the README beside
 * this file. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.greader;

import org.jspecify.annotations.NullMarked;
