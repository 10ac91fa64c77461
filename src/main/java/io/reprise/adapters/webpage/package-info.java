/**
 * Articles from their own pages: the address, title, author and date that a page tells of itself in its head. What is
 * asked for and what is refused stands in the README beside this file. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.webpage;

import org.jspecify.annotations.NullMarked;
