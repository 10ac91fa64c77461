package io.reprise.adapters.mail;

import io.reprise.http.GiveUp;
import io.reprise.http.NotAllowed;
import io.reprise.http.OutsideFailure;
import io.reprise.http.TryLater;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** All that touches the mail library, so that none of it is loaded before the first mail. */
final class Posting {
    private static final Logger LOG = System.getLogger("reprise.mail");
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);
    private static final int CAUSES_MAX = 10;
    private static final int LATER_LEAST = 400;
    private static final int NEVER_LEAST = 500;
    private static final int MUST_SIGN_IN = 530;
    private static final int WRONG_PASSWORD = 535;

    private final MailServer server;
    private final Session session;

    Posting(MailServer server, Duration answerMax) {
        this.server = server;
        this.session = Session.getInstance(properties(server, answerMax));
    }

    private static Properties properties(MailServer server, Duration answerMax) {
        String millis = Long.toString(answerMax.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.user() != null));
        properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        boolean isStartTls = server.security() == MailServer.Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(isStartTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(isStartTls));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.security() == MailServer.Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        // Otherwise the library asks the name of this machine, which may take long and says too much.
        properties.setProperty(
                "mail.smtp.localhost", Mailbox.domain(server.from().mailbox()));
        return properties;
    }

    void post(Mail mail, Instant now) {
        SMTPTransport transport =
                new SMTPTransport(session, new URLName("smtp", server.host(), server.port(), null, null, null));
        boolean isConnected = false;
        try {
            MimeMessage message = message(mail, now);
            transport.connect(server.host(), server.port(), server.user(), server.password());
            isConnected = true;
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw failure(e, isConnected ? 0 : transport.getLastReturnCode());
        } finally {
            close(transport);
        }
    }

    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.log(Level.DEBUG, "the line to the mail server did not close well; what was taken is taken", e);
        }
    }

    private MimeMessage message(Mail mail, Instant now) throws MessagingException {
        MimeMessage message = new Numbered(
                session, "<" + mail.id() + "@" + Mailbox.domain(server.from().mailbox()) + ">");
        message.setFrom(from());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        setContent(message, mail);
        message.saveChanges();
        return message;
    }

    private static void setContent(MimeMessage message, Mail mail) throws MessagingException {
        String html = mail.html();
        if (html == null) {
            message.setText(mail.text(), StandardCharsets.UTF_8.name());
            return;
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), StandardCharsets.UTF_8.name());
        MimeBodyPart same = new MimeBodyPart();
        same.setText(html, StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", text, same));
    }

    private InternetAddress from() throws MessagingException {
        InternetAddress from = new InternetAddress(server.from().mailbox(), true);
        try {
            from.setPersonal(server.from().name(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
        return from;
    }

    /** A message whose Message-ID is not thought out by the library. */
    private static final class Numbered extends MimeMessage {
        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** {@code greeting} is the last status while the line was made, 0 where it stood. */
    private OutsideFailure failure(MessagingException e, int greeting) {
        int status = status(e);
        String what = server + ": " + said(e);
        boolean isRefused = e instanceof AuthenticationFailedException || status == MUST_SIGN_IN;
        boolean isPassing = greeting >= LATER_LEAST && greeting < NEVER_LEAST;
        if (isRefused && !isPassing || status == WRONG_PASSWORD) {
            return new NotAllowed(what + ". The server's SMTP user or password has to be mended");
        }
        return status >= NEVER_LEAST ? new GiveUp(what, status) : new TryLater(what, AGAIN_AFTER, e);
    }

    /** The status of the answer that something was refused with; 0 where there was none. */
    private static int status(MessagingException e) {
        Exception at = e;
        for (int deep = 0; at != null && deep < CAUSES_MAX; deep++) {
            switch (at) {
                case SMTPAddressFailedException address -> {
                    return address.getReturnCode();
                }
                case SMTPSenderFailedException sender -> {
                    return sender.getReturnCode();
                }
                case SMTPSendFailedException send
                when send.getNextException() == null -> {
                    return send.getReturnCode();
                }
                case MessagingException other -> at = other.getNextException();
                default -> {
                    return 0;
                }
            }
        }
        return 0;
    }

    /** What went wrong, from the outside in, in one line and without the password. */
    private String said(MessagingException e) {
        StringBuilder said = new StringBuilder();
        Throwable at = e;
        for (int deep = 0; at != null && deep < CAUSES_MAX; deep++) {
            String text =
                    String.valueOf(at.getMessage()).replaceAll("\\s+", " ").strip();
            if (said.indexOf(text) < 0) {
                said.append(said.isEmpty() ? "" : ": ").append(text);
            }
            at = at instanceof MessagingException outer ? outer.getNextException() : at.getCause();
        }
        String password = server.password();
        return password == null ? said.toString() : said.toString().replace(password, "***");
    }
}
