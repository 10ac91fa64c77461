/**
 * HTTP in both directions, without a word of the domain: the {@link io.reprise.http.WebServer} that doors are opened
 * on, how errors and pages of a list are told to a caller, JSON, and the {@link io.reprise.http.PoliteClient} that
 * speaks to other parties. Owns no table.
 *
 * <p>Promises: every error is answered as a {@link io.reprise.http.Problem} and never shows a stack trace; a fault of
 * ours is logged once; nothing read from outside is unbounded, neither in size nor in time nor in number of attempts.
 */
@NullMarked
package io.reprise.http;

import org.jspecify.annotations.NullMarked;
