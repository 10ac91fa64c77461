/**
 * All that Wikidata is to us: the walk from one id of a thing to its others. What is asked and taken stands in the
 * README beside this file. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.wikidata;

import org.jspecify.annotations.NullMarked;
