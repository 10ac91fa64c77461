/**
 * Explicit, bounded, inspectable work. A {@link io.reprise.job.Follower} keeps one derived thing up to date and is woken by
 * a {@link io.reprise.job.Bell}.
 *
 * <p>Promises: nothing here polls; every queue and every retry has a bound.
 */
@NullMarked
package io.reprise.job;

import org.jspecify.annotations.NullMarked;
