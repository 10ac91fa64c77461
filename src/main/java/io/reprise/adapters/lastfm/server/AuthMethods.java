package io.reprise.adapters.lastfm.server;

import io.reprise.account.Accounts;
import io.reprise.account.Approvals;
import io.reprise.account.Callers;
import io.reprise.account.ProgramKeys;
import io.reprise.account.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How programs sign in: by a name with a token or the password ({@code auth.getMobileSession}), or by a request that
 * the user approves in a browser ({@code auth.getToken}, then {@code auth.getSession}).
 */
final class AuthMethods {
    /** A token that was taken back must not lock the user's password out, so texts of this form are never tried. */
    private static final String TOKEN_OR_DIGEST = "[0-9a-fA-F]{32}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Accounts accounts;
    private final Callers callers;
    private final Who who;

    AuthMethods(Accounts accounts, Callers callers, Who who) {
        this.accounts = accounts;
        this.callers = callers;
        this.who = who;
    }

    Map<String, Method> methods() {
        return Map.of(
                "auth.gettoken",
                        call -> Element.text("token", accounts.approvals().request()),
                "auth.getsession", this::session,
                "auth.getmobilesession", this::mobileSession,
                "auth.getsessioninfo", this::about);
    }

    private Element session(Call call) {
        String request = call.need("token").toLowerCase(Locale.ROOT);
        return switch (accounts.approvals().take(request, call.text("api_key"))) {
            case Approvals.Standing.Open open -> throw FaultCode.NOT_APPROVED.raised();
            case Approvals.Standing.Expired expired -> throw FaultCode.EXPIRED.raised();
            case Approvals.Standing.Unknown unknown -> throw FaultCode.AUTHENTICATION.raised();
            case Approvals.Standing.Taken(User user, String program) ->
                shown(accounts.programKeys().grant(user, program + " (allowed in the browser)"));
        };
    }

    private Element mobileSession(Call call) {
        String name = call.need("username");
        String password = call.text("password");
        String authToken = call.text("authToken").isEmpty() ? call.text("authtoken") : call.text("authToken");
        if (password.isEmpty() && authToken.isEmpty()) {
            throw FaultCode.PARAMETERS.raised("password or authToken");
        }
        Optional<ProgramKeys.Granted> granted = byToken(name, password);
        if (granted.isEmpty()) {
            granted = accounts.programKeys().ofDigest(name, md5 -> proves(md5, name, password, authToken));
        }
        return shown(granted.or(() -> byPassword(call, name)).orElseThrow(FaultCode.AUTHENTICATION::raised));
    }

    private Optional<ProgramKeys.Granted> byToken(String name, String token) {
        Optional<User> named = accounts.find(name);
        return accounts.programKeys()
                .ofToken(token)
                .filter(granted -> named.isPresent()
                        && granted.user().id().equals(named.get().id()));
    }

    /** A program may send the MD5 of the token as the password (mpdas), or one of user name and that MD5. */
    private static boolean proves(String md5, String name, String password, String authToken) {
        return isSame(md5, password)
                || isSame(md5(name.toLowerCase(Locale.ROOT) + md5), authToken)
                || isSame(md5(name + md5), authToken);
    }

    private static boolean isSame(String own, String told) {
        return MessageDigest.isEqual(
                own.getBytes(StandardCharsets.UTF_8),
                told.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    /** The password that the user signs in with, as it came; guessing is bounded as it is on the page. */
    private Optional<ProgramKeys.Granted> byPassword(Call call, String name) {
        String password = call.fields().get("password");
        if (password == null || password.isEmpty() || password.strip().matches(TOKEN_OR_DIGEST)) {
            return Optional.empty();
        }
        return callers.login(call.context(), name, password)
                .map(user -> accounts.programKeys().grant(user, call.program() + " (signed in by password)"));
    }

    private Element about(Call call) {
        User user = who.requireKey(call);
        Element session = shown(new ProgramKeys.Granted(user, call.text("sk")));
        return Element.of("application").with(session);
    }

    private static Element shown(ProgramKeys.Granted granted) {
        return Element.of("session")
                .with("name", granted.user().name())
                .with("key", granted.key())
                .with("subscriber", 0);
    }
}
