package io.reprise.adapters.openlibrary;

import java.util.Locale;
import java.util.Optional;

/** An ISBN of 10 or 13 characters whose check digit is right, without dashes. */
record Isbn(String value) {
    private static final int OLD_CHARS = 10;
    private static final int NEW_CHARS = 13;
    private static final int OLD_MODULUS = 11;

    static Optional<Isbn> find(String text) {
        String plain = text.replaceAll("[-\\s]", "").toUpperCase(Locale.ROOT);
        return isOld(plain) || isNew(plain) ? Optional.of(new Isbn(plain)) : Optional.empty();
    }

    private static boolean isOld(String text) {
        if (!text.matches("[0-9]{9}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < OLD_CHARS; i++) {
            int digit = text.charAt(i) == 'X' ? 10 : text.charAt(i) - '0';
            sum += digit * (OLD_CHARS - i);
        }
        return sum % OLD_MODULUS == 0;
    }

    private static boolean isNew(String text) {
        if (!text.matches("97[89][0-9]{10}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < NEW_CHARS; i++) {
            sum += (text.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }
}
