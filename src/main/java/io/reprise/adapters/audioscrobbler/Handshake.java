package io.reprise.adapters.audioscrobbler;

import io.javalin.http.Context;
import io.reprise.account.Accounts;
import io.reprise.account.ProgramKeys;
import io.reprise.http.AskedAddress;
import io.reprise.http.FormFields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The handshake: user, time and {@code md5(md5(token) + time)} for a session and two addresses. The session is the
 * session key of the token, so it lasts as long as the token does.
 */
final class Handshake {
    private static final int SKEW_SECONDS_MAX = 300;

    private final Accounts accounts;
    private final InstantSource clock;

    Handshake(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether a request for any path is a handshake: many players know a host and nothing more. */
    static boolean isOne(Context context) {
        return "true".equalsIgnoreCase(context.queryParam("hs"));
    }

    /** The lines of the answer. */
    String answer(Context context) {
        FormFields fields = FormFields.of(context);
        String version = fields.text("p");
        if (!version.equals("1.2") && !version.startsWith("1.2.")) {
            return "FAILED Unsupported protocol version\n";
        }
        String time = fields.text("t");
        if (fields.text("u").isEmpty() || fields.text("a").isEmpty() || !time.matches("\\d{1,12}")) {
            return "FAILED Expected u (user), t (epoch seconds) and a (proof)\n";
        }
        Optional<String> session = session(fields, time);
        if (session.isEmpty()) {
            return "BADAUTH\n";
        }
        if (Math.abs(Long.parseLong(time) - clock.instant().getEpochSecond()) > SKEW_SECONDS_MAX) {
            return "BADTIME\n";
        }
        String base = AskedAddress.of(context) + AudioScrobblerDoor.PATH;
        return "OK\n" + session.get() + '\n' + base + AudioScrobblerDoor.NOW_PLAYING + '\n' + base
                + AudioScrobblerDoor.SUBMISSION + '\n';
    }

    private Optional<String> session(FormFields fields, String time) {
        String user = fields.text("u");
        String key = fields.text("sk");
        if (!key.isEmpty()) {
            return accounts.byToken(key)
                    .filter(holder -> accounts.find(user)
                            .filter(named -> named.id().equals(holder.id()))
                            .isPresent())
                    .map(holder -> key);
        }
        byte[] told = fields.text("a").toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return accounts.programKeys()
                .ofDigest(user, md5 -> MessageDigest.isEqual(proof(md5, time), told))
                .map(ProgramKeys.Granted::key);
    }

    private static byte[] proof(String md5, String time) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest((md5 + time).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).getBytes(StandardCharsets.UTF_8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
