/**
 * Playlists as files: XSPF (version 1 of xspf.org), JSPF (its form in JSON, with MusicBrainz's extension) and extended
 * M3U in UTF-8. Reads and writes a {@link io.reprise.adapters.playlistfile.Sheet}; knows no user and no store. Writes
 * no table.
 */
@NullMarked
package io.reprise.adapters.playlistfile;

import org.jspecify.annotations.NullMarked;
