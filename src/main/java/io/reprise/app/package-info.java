/**
 * Puts the house together: {@link io.reprise.app.Config} says how it is to run, {@link io.reprise.app.App} is the only
 * place that makes long-lived things and hands them to one another by constructor. Owns no table.
 *
 * <p>Promises: what {@code docs/config.md} says of a setting is what the code does; closing an App ends running
 * requests, then closes the store.
 */
@NullMarked
package io.reprise.app;

import org.jspecify.annotations.NullMarked;
