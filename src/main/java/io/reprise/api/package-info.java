/**
 * Our own JSON API: one class per resource, each a {@link io.reprise.http.Door}. It knows HTTP and nothing else: what
 * is asked is read here, answered by the rooms above, and written as JSON with {@code snake_case} members. Reads and
 * writes no table.
 *
 * <p>Promises: every route but {@code /alive}, {@code /api/openapi.yaml} and {@code /api/docs} demands a token or a
 * session and shows and changes the caller's own alone; a body that is wrong in one place changes nothing; every list
 * has a bound; errors are {@code application/problem+json}. {@code openapi.yaml} describes every route, held against
 * them by a test.
 */
@NullMarked
package io.reprise.api;

import org.jspecify.annotations.NullMarked;
