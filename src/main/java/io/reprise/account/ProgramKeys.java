package io.reprise.account;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Session keys, as programs that speak for themselves want them in place of a token. A key goes with a token of the
 * user and holds until that is taken back; it is accepted wherever the token is. Thread-safe.
 */
public final class ProgramKeys {
    private final Function<String, Optional<User>> users;
    private final Tokens tokens;

    ProgramKeys(Function<String, Optional<User>> users, Tokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    /** A key, 32 hexadecimal digits, and whose it is. */
    public record Granted(User user, String key) {}

    /** The key of this token; empty where nobody holds it. */
    public Optional<Granted> ofToken(String token) {
        SecretText secret = new SecretText(token);
        return tokens.holder(token)
                .map(user -> new Granted(
                        user,
                        SecretText.sessionKey(secret.sha256(), secret.md5()).text()));
    }

    /**
     * The key of that token of this user whose MD5 (hexadecimal, lower case) proves what the program told. Empty where
     * there is no such user or none of the tokens does.
     */
    public Optional<Granted> ofDigest(String userName, Predicate<String> proves) {
        return users.apply(userName)
                .flatMap(user -> tokens.rows(user.id()).stream()
                        .filter(row -> proves.test(row.md5()))
                        .findFirst()
                        .map(row -> new Granted(user, row.sessionKey().text())));
    }

    /**
     * The key of a program that the user let in without a token. It goes with a token of the program's name, made where
     * there is none, so that the user sees it in the list of tokens and can take it back.
     */
    public Granted grant(User user, String program) {
        return new Granted(user, tokens.named(user.id(), program).sessionKey().text());
    }
}
