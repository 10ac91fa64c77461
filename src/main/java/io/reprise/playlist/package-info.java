/**
 * Lists of things to play: made by hand, or by rules over what the user played. Writes {@code playlist},
 * {@code playlist_track} and {@code playlist_paths}; reads the catalog, plays that were broken off, and ratings through
 * their rooms.
 *
 * <p>Promises: a change is made whole or not at all; a list and its tracks have bounds; what is told of a track is kept
 * as it was told, whether or not the user ever played it. What rules give is a pure function of the definition and of
 * what is known as of one moment; every valid {@code .nsp} file is a definition; a fault names its path.
 */
@NullMarked
package io.reprise.playlist;

import org.jspecify.annotations.NullMarked;
