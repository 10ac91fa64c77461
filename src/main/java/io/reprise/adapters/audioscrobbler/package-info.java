/**
 * AudioScrobbler 1.2 and 1.2.1: handshake, now playing and submission, as players have spoken them since before
 * Last.fm's API. What is spoken and where it differs on purpose stands in the README beside this file. Reads and writes
 * no table.
 */
@NullMarked
package io.reprise.adapters.audioscrobbler;

import org.jspecify.annotations.NullMarked;
