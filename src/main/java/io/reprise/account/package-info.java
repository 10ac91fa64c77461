/**
 * Who: users, how they prove it (passwords, tokens, sessions) and in which time zones they lived. Writes
 * {@code account}, {@code token}, {@code session}, {@code approval} and {@code zone_period}. Promises: no password,
 * token or session is stored in a form that can be read back; what has to be read back (keys to other services) is
 * sealed by {@link io.reprise.account.Seal} under a key that is not in the store. A program that signs in for itself
 * gets a session key that goes with a token, and loses it with that token.
 */
@NullMarked
package io.reprise.account;

import org.jspecify.annotations.NullMarked;
