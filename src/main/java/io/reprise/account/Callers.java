package io.reprise.account;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import io.reprise.http.Problem;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request: the holder of the token in {@code Authorization: Token x} or {@code Bearer x} (in any case),
 * else who is signed in by the cookie {@value #COOKIE}. With a cookie a request that changes something must come from
 * one of our own pages, else it is a problem 403. Thread-safe.
 */
public final class Callers {
    public static final String COOKIE = "reprise_session";
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    /** Longer than any session: how long a session lasts is decided here, not by the browser. */
    private static final int COOKIE_SECONDS = (int) Duration.ofDays(400).toSeconds();

    private final Accounts accounts;
    private final Optional<Pass> pass;

    public Callers(Accounts accounts) {
        this.accounts = accounts;
        this.pass = Optional.empty();
    }

    /** Knows the holder of this pass as well. */
    public Callers(Accounts accounts, Pass pass) {
        this.accounts = accounts;
        this.pass = Optional.of(pass);
    }

    /** Empty where the request proves nothing, or proves it with a token or cookie that is not valid. */
    public Optional<User> find(Context context) {
        String header = context.header("Authorization");
        if (header != null) {
            String token = token(header);
            return token == null ? Optional.empty() : holder(token);
        }
        String cookie = context.cookie(COOKIE);
        Optional<User> user = cookie == null ? Optional.empty() : accounts.bySession(cookie);
        if (user.isPresent() && !READING.contains(context.method())) {
            requireOwnPage(context);
        }
        return user;
    }

    private Optional<User> holder(String token) {
        Optional<User> passing = pass.filter(own -> own.isProvenBy(token)).map(Pass::user);
        return passing.isPresent() ? passing : accounts.byToken(token);
    }

    /** The same, or a problem 401 that says how to prove it. */
    public User require(Context context) {
        return find(context).orElseThrow(() -> {
            context.header("WWW-Authenticate", "Token, Bearer");
            return unproven(context.header("Authorization")).raised();
        });
    }

    private static Problem unproven(@Nullable String header) {
        String detail = header == null
                ? "This needs to know who asks. Send a token, or sign in."
                : "This token is not valid: it was mistyped or taken back, or its form is unknown.";
        return Problem.of(401, detail).expected("Authorization: Token TOKEN").where("header Authorization");
    }

    /** The token in the header; null where it names another scheme or nothing at all. */
    private static @Nullable String token(String header) {
        String[] words = header.strip().split("\\s+", 2);
        String scheme = words[0].toLowerCase(Locale.ROOT);
        return words.length == 2 && (scheme.equals("token") || scheme.equals("bearer")) ? words[1].strip() : null;
    }

    private static void requireOwnPage(Context context) {
        String site = context.header("Sec-Fetch-Site");
        boolean own = site == null ? Origins.isOwn(context) : site.equals("same-origin") || site.equals("none");
        if (!own) {
            throw Problem.of(403, "This did not come from a page of this server, so the cookie does not count.")
                    .expected("a request from our own page, or a token")
                    .got(site == null ? context.header("Origin") : site)
                    .where(site == null ? "header Origin" : "header Sec-Fetch-Site")
                    .raised();
        }
    }

    /**
     * The user of this name and password; empty where they do not fit. After too many that did not, for this name or
     * from this address, it is a problem 429 that says when to come back.
     */
    public Optional<User> login(Context context, String name, String password) {
        Guesses.Attempt attempt = Guesses.Attempt.of(context, name);
        accounts.guesses().begin(attempt).ifPresent(seconds -> {
            context.header("Retry-After", Long.toString(seconds));
            throw Problem.of(429, "Too many wrong passwords. Wait " + seconds + " seconds, then try again.")
                    .raised();
        });
        Optional<User> user = accounts.login(name, password);
        user.ifPresent(known -> accounts.guesses().right(attempt));
        return user;
    }

    /** Starts a session and hands it to the browser. */
    public void signIn(Context context, User user) {
        context.cookie(cookie(context, accounts.startSession(user.id()), COOKIE_SECONDS));
    }

    /** Ends the session of this browser, if there is one. */
    public void signOut(Context context) {
        String text = context.cookie(COOKIE);
        if (text != null) {
            accounts.endSession(text);
        }
        context.cookie(cookie(context, "", 0));
    }

    private static Cookie cookie(Context context, String text, int seconds) {
        return new Cookie(COOKIE, text, "/", seconds, Origins.isEncrypted(context), true, null, SameSite.LAX);
    }
}
