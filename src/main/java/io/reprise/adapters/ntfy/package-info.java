/** ntfy: messages to a topic, on ntfy.sh or a server of one's own, published as JSON. Reads and writes no table. */
@NullMarked
package io.reprise.adapters.ntfy;

import org.jspecify.annotations.NullMarked;
