/**
 * What things are: items, creators and containers of one user's library, numbered from 1, and the ledger of decisions
 * about them, book two. Writes {@code catalog_head}, {@code item}, {@code episode}, {@code creator}, {@code container},
 * {@code credit}, {@code external_id} (readings of the log), {@code decision} (the book), {@code identity},
 * {@code link}, {@code decided_credit} and {@code creator_part} (readings of the book), and what authorities told of
 * the things that outside ids name: {@code fact} and {@code episode_list}.
 *
 * <p>Promises: the same mention finds the same item whatever the order of arrival; an item keeps its number for ever; a
 * merge is one appended row and moves pointers only, so {@link io.reprise.catalog.Ledger#undo} gives back exactly what
 * was.
 */
@NullMarked
package io.reprise.catalog;

import org.jspecify.annotations.NullMarked;
