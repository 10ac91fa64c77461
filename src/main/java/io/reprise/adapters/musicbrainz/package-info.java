/**
 * All that MusicBrainz is to us: its web service, version 2, here, and its dumps, loaded and asked at home, in the
 * folder {@code offline}. What is asked and taken over the network, its limits and licence stand in the README beside
 * this file. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.musicbrainz;

import org.jspecify.annotations.NullMarked;
