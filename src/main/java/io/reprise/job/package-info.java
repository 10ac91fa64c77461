/**
 * Explicit, bounded, inspectable work. A {@link io.reprise.job.Job} is work that a person started and can watch, pause
 * and cancel; the {@link io.reprise.job.Worker} runs jobs on a few threads. A {@link io.reprise.job.Follower} keeps one
 * derived thing up to date and is woken by a {@link io.reprise.job.Bell}. Writes {@code job}.
 *
 * <p>Promises: nothing here polls; every queue and every retry has a bound; a job that was waiting or running when the
 * process ended runs again at the next start, so a job has to be safe to run twice. A job is leased to one node at a
 * time; on PostgreSQL another takes it over when the lease ends.
 */
@NullMarked
package io.reprise.job;

import org.jspecify.annotations.NullMarked;
