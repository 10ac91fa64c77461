/**
 * All that TMDB (themoviedb.org) is to us. What is asked and taken, its limits and terms stand in the README beside
 * this file. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.tmdb;

import org.jspecify.annotations.NullMarked;
