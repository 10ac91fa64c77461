/**
 * An invented person's ten years of music, series, films, books and the rest, for looking around: the lines of our own
 * NDJSON, to be imported like anybody's. What authorities would tell of its artists, writers, directors, albums and
 * films, an invented almanac does, and of the episodes of its series a guide. Reads and writes no table.
 *
 * <p>Promises: the same seed, end and zone give the same lines; plays follow one another in time and do not overlap; no
 * name is a real artist's on purpose, all are put together from word lists.
 */
@NullMarked
package io.reprise.demo;

import org.jspecify.annotations.NullMarked;
