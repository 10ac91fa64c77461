/**
 * The command line, one class per command. A command about a history is a client of our own API
 * ({@link io.reprise.cli.Remote}): on a server, or on the data folder with the API answering in the same process
 * ({@link io.reprise.cli.Reach}, ADR 0013). What is about the folder itself opens it through
 * {@link io.reprise.cli.Target}. Answers go to standard output and everything else to standard error. Owns no table.
 *
 * <p>Promises: 0 means done, 1 failed, 2 asked wrongly; what tells something takes {@code --json}; no password is taken
 * from the command line, where other users of the machine could read it, and a token need not be.
 */
@NullMarked
package io.reprise.cli;

import org.jspecify.annotations.NullMarked;
