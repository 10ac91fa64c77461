/** Gotify: messages to an application on the user's own server. Reads and writes no table. */
@NullMarked
package io.reprise.adapters.gotify;

import org.jspecify.annotations.NullMarked;
