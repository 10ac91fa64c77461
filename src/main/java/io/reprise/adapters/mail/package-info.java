/**
 * E-mail through the SMTP server that whoever runs this server has set: messages to a user's own mailbox. Reads and
 * writes no table. All that touches the mail library is in one class, which is loaded with the first mail.
 */
@NullMarked
package io.reprise.adapters.mail;

import org.jspecify.annotations.NullMarked;
