/**
 * wallabag, whose archive is what was read. What is read and where we differ on purpose stands in the README beside
 * this file. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.wallabag;

import org.jspecify.annotations.NullMarked;
