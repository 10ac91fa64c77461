package io.reprise.resolve;

/** Book numbers: dashes and gaps gone, ten places written as thirteen, so that both forms of a number are one. */
final class Isbn {
    private static final int SHORT = 10;
    private static final int LONG = 13;

    private Isbn() {}

    static String plain(String value) {
        StringBuilder digits = new StringBuilder(LONG);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= '0' && c <= '9' || (c == 'X' || c == 'x') && digits.length() == SHORT - 1) {
                digits.append(c);
            }
        }
        return digits.length() == SHORT ? thirteen("978" + digits.substring(0, SHORT - 1)) : digits.toString();
    }

    private static String thirteen(String twelve) {
        int sum = 0;
        for (int i = 0; i < twelve.length(); i++) {
            sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return twelve + (10 - sum % 10) % 10;
    }
}
