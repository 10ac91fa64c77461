/**
 * Last.fm's API 2.0 as programs call it, spoken by us. Which methods there are and where they differ on purpose stands
 * in the README of {@code adapters.lastfm}. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.lastfm.server;

import org.jspecify.annotations.NullMarked;
