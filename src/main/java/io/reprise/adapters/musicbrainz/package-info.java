/**
 * All that MusicBrainz is to us: its web service, version 2. What is asked and taken, its limits and licence stand in
 * the README beside this file. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.musicbrainz;

import org.jspecify.annotations.NullMarked;
