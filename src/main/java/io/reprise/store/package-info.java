/**
 * The ground that every table stands on: one {@link io.reprise.store.Database} with a single group-committing writer
 * and a few readers, on SQLite or on PostgreSQL; migrations; multi-row inserts; backup. It knows no word of the domain
 * and owns no table but the migrations' own.
 *
 * <p>Promises: what {@link io.reprise.store.Database#write} returned is on disk; writes of one node run one after
 * another in the order they were handed in; a write that throws changes nothing and harms no other write of its group.
 */
@NullMarked
package io.reprise.store;

import org.jspecify.annotations.NullMarked;
