/** The program's way in. Everything else lies in the rooms below it. */
@NullMarked
package io.reprise;

import org.jspecify.annotations.NullMarked;
