/**
 * What a user thinks of what is played: ratings on any scale, love, tags and notes, of items, creators and containers;
 * each an appended event that may be taken back by another one. A rating never makes a play. Writes {@code rating_head}
 * and {@code rating_event}.
 *
 * <p>Promises: numbers have no gaps; no event is changed or deleted; an event names its item by the key of what was
 * told, so a rebuilt catalog changes nothing here.
 */
@NullMarked
package io.reprise.rating;

import org.jspecify.annotations.NullMarked;
