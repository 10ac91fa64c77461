/**
 * Keeps a library in order: the {@link io.reprise.upkeep.Doctor} examines the two books and their readings, and jobs
 * make the readings anew, and change the rule for duplicates. Writes {@code rule_preview}, the latest look at another
 * rule; what else it changes, it changes through the rooms that own it.
 *
 * <p>Promises: an examination changes nothing, and sees no fault in what is told or decided meanwhile; every finding
 * says what mends it; a rebuild that is stopped anywhere leaves the readings as they were.
 */
@NullMarked
package io.reprise.upkeep;

import org.jspecify.annotations.NullMarked;
