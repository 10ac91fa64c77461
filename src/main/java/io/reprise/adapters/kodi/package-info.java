/**
 * What Kodi and its add-ons tell. What is read and where we differ on purpose stands in the README beside this file.
 * Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.kodi;

import org.jspecify.annotations.NullMarked;
