/**
 * The command line, one class per command. A command opens what it works on through {@link io.reprise.cli.Target},
 * prints answers on standard output and everything else on standard error. Owns no table.
 *
 * <p>Promises: 0 means done, 1 failed, 2 asked wrongly; what lists takes {@code --json}; no secret is taken from the
 * command line, where other users of the machine could read it.
 */
@NullMarked
package io.reprise.cli;

import org.jspecify.annotations.NullMarked;
