/**
 * The words of the field, without any I/O: what kinds of media there are, how a source mentions an item, how it is
 * credited and by which outside ids it is known. Everything here is immutable and thread-safe. Reads and writes no
 * table.
 */
@NullMarked
package io.reprise.media;

import org.jspecify.annotations.NullMarked;
