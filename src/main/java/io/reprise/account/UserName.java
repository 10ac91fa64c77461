package io.reprise.account;

import io.reprise.http.Problem;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name as a user may choose it: it stands in addresses, so it is short and plain. */
record UserName(String shown) {
    private static final int CHARS_MAX = 64;
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._-]*");

    UserName {
        shown = Normalizer.normalize(shown.strip(), Normalizer.Form.NFC);
        if (shown.length() > CHARS_MAX || !PLAIN.matcher(shown).matches()) {
            throw Problem.badRequest("This name cannot be used.")
                    .expected("1 to " + CHARS_MAX
                            + " letters, digits, dots, hyphens or underscores, a letter or digit first")
                    .got(shown)
                    .where("name")
                    .raised();
        }
    }

    String folded() {
        return fold(shown);
    }

    /** What two spellings of one name have in common. */
    static String fold(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
