/**
 * Any program with an address: what happened is posted to it as signed JSON. What is sent and how it is checked stands
 * in the README beside this file. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.webhook;

import org.jspecify.annotations.NullMarked;
