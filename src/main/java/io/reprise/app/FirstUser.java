package io.reprise.app;

import io.reprise.account.Accounts;
import io.reprise.account.User;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Optional;

/** The user that a first start makes, so that a newcomer can sign in at once. Shown once and never again. */
record FirstUser(User user, String password, String token) {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_CHARS = 5;

    /** Empty where there is a user already. */
    static Optional<FirstUser> make(Accounts accounts, SecureRandom random, String systemName) {
        if (accounts.isAnybody()) {
            return Optional.empty();
        }
        String password = password(random);
        User user = accounts.create(name(systemName), password, ZoneId.systemDefault());
        return Optional.of(new FirstUser(user, password, accounts.createToken(user.id(), "first start")));
    }

    /** The name that the operating system knows, where it is a person's. */
    private static String name(String systemName) {
        boolean usable = systemName.matches("[a-z][a-z0-9_-]{0,31}") && !systemName.equals("root");
        return usable ? systemName : "me";
    }

    private static String password(SecureRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_CHARS; i++) {
            text.append(i > 0 && i % GROUP_CHARS == 0 ? "-" : "")
                    .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    String shown(String address) {
        return """

                Reprise is ready. This is shown once, so keep it:

                  address    %s
                  user       %s
                  password   %s
                  API token  %s
                """.formatted(address, user.name(), password, token);
    }
}
