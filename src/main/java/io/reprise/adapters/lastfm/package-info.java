/**
 * All that Last.fm is to us: its histories as files and over its API, and in {@code server} its API spoken by us. What
 * is read and where we differ on purpose stands in the README beside this file.
 */
@NullMarked
package io.reprise.adapters.lastfm;

import org.jspecify.annotations.NullMarked;
