/**
 * Lists of things to play, made by hand: a title, a note, and tracks in an order. Writes {@code playlist} and
 * {@code playlist_track}.
 *
 * <p>Promises: a change is made whole or not at all; a list and its tracks have bounds; what is told of a track is kept
 * as it was told, whether or not the user ever played it.
 */
@NullMarked
package io.reprise.playlist;

import org.jspecify.annotations.NullMarked;
