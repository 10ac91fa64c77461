package io.reprise.resolve;

import io.reprise.resolve.Likeness.Manner;

/**
 * How alike two names are: the only place that says so. Pure and thread-safe. The rules stand in the documentation of
 * this package.
 */
public final class Sameness {
    private static final Likeness GAPS = new Likeness(995, Manner.SPELLING);
    private static final Likeness SPELLING = new Likeness(985, Manner.SPELLING);
    private static final Likeness SCRIPT = new Likeness(985, Manner.OTHER_SCRIPT);
    private static final Likeness SCRIPT_HAN = new Likeness(920, Manner.OTHER_SCRIPT);
    private static final Likeness SCRIPT_NEARLY = new Likeness(890, Manner.OTHER_SCRIPT);
    private static final Likeness PART = new Likeness(750, Manner.PART);
    private static final Likeness SCRIPT_SHORT = new Likeness(940, Manner.OTHER_SCRIPT);
    private static final Likeness UMLAUTS = new Likeness(980, Manner.SPELLING);
    private static final int SHORT_WORD = 4;
    /** Three slips, and the letters that umlauts take more. */
    private static final int GLANCE_LETTERS = 5;

    private Sameness() {}

    /** From 0 (nothing in common) to 1 (the same words). */
    public static double of(String one, String other) {
        return of(Name.of(one), Name.of(other)).permille() / 1000.0;
    }

    /** What a name is filed under so that its spellings meet: letters and digits of any script, never empty. */
    public static String key(String name) {
        return Name.of(name).loose();
    }

    static Likeness of(Name one, Name other) {
        if (one.plain().equals(other.plain())) {
            return one.isEmpty() ? Likeness.UNLIKE : Likeness.SAME;
        }
        if (one.key().equals(other.key())) {
            return GAPS;
        }
        if (one.loose().equals(other.loose())) {
            return SPELLING;
        }
        if (one.isForeign() != other.isForeign()) {
            return acrossScripts(one, other);
        }
        if (!isNear(one.loose(), other.loose())) {
            return isPart(one.plain(), other.plain()) ? PART : Likeness.UNLIKE;
        }
        if (one.loose().length() != other.loose().length()
                && withoutUmlauts(one.loose()).equals(withoutUmlauts(other.loose()))) {
            return UMLAUTS;
        }
        Likeness slip = slip(one, other);
        return slip.isAlike() ? slip : isPart(one.plain(), other.plain()) ? PART : slip;
    }

    /** Whether they can be told from each other at a glance: lengths and beginnings too different for any slip. */
    private static boolean isNear(String a, String b) {
        int apart = a.length() - b.length();
        if (apart > GLANCE_LETTERS || apart < -GLANCE_LETTERS || a.length() < 2 || b.length() < 2) {
            return false;
        }
        return a.charAt(0) == b.charAt(0)
                || a.charAt(1) == b.charAt(1)
                || a.charAt(0) == b.charAt(1)
                || a.charAt(1) == b.charAt(0);
    }

    /** "Groenemeyer" and "Grönemeyer": the e that stands for two dots. */
    private static String withoutUmlauts(String loose) {
        return loose.indexOf('e') < 0
                ? loose
                : loose.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }

    private static Likeness acrossScripts(Name one, Name other) {
        String a = one.latin();
        String b = other.latin();
        if (a.equals(b)) {
            return one.isHan() || other.isHan() ? SCRIPT_HAN : a.length() < SHORT_WORD ? SCRIPT_SHORT : SCRIPT;
        }
        int bound = Typo.forgiven(Math.min(a.length(), b.length()));
        boolean nearly = bound > 0 && sameDigits(a, b) && Typo.distance(a, b, bound) <= bound;
        return nearly ? SCRIPT_NEARLY : Likeness.UNLIKE;
    }

    /**
     * Whether the words differ by slips only: never in digits, never in a whole short word, never in a first letter.
     */
    private static Likeness slip(Name one, Name other) {
        String a = one.plain();
        String b = other.plain();
        int shorter = Math.min(one.key().length(), other.key().length());
        int bound = Typo.forgiven(shorter);
        if (bound == 0 || !sameDigits(one.loose(), other.loose())) {
            return Likeness.UNLIKE;
        }
        int distance = Typo.distance(a, b, bound);
        if (distance > bound || !isSlipInEachWord(a, b)) {
            return Likeness.UNLIKE;
        }
        int least = shorter < 6 ? 900 : shorter < 8 ? 930 : shorter < 16 ? 960 : 975;
        return new Likeness(least - 25 * (distance - 1) - (isEnding(a, b) ? 45 : 0), Manner.TYPO);
    }

    /** "Dream" and "Dreams" are mostly two songs. */
    private static boolean isEnding(String a, String b) {
        return a.length() != b.length() && (a.startsWith(b) || b.startsWith(a));
    }

    private static boolean isSlipInEachWord(String a, String b) {
        String[] left = a.split(" ", -1);
        String[] right = b.split(" ", -1);
        if (left.length != right.length) {
            return Math.abs(left.length - right.length) == 1;
        }
        for (int i = 0; i < left.length; i++) {
            if (!left[i].equals(right[i]) && !isSlip(left[i], right[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSlip(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int forgiven = shorter < SHORT_WORD ? 0 : shorter < 9 ? 1 : 2;
        boolean sameStart = a.charAt(0) == b.charAt(0) || shorter > 5;
        return forgiven > 0 && sameStart && Typo.distance(a, b, forgiven) <= forgiven;
    }

    static boolean sameDigits(String a, String b) {
        int i = nextDigit(a, 0);
        int j = nextDigit(b, 0);
        while (i < a.length() && j < b.length()) {
            if (a.charAt(i) != b.charAt(j)) {
                return false;
            }
            i = nextDigit(a, i + 1);
            j = nextDigit(b, j + 1);
        }
        return i >= a.length() && j >= b.length();
    }

    private static int nextDigit(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isPart(String a, String b) {
        String whole = a.length() > b.length() ? a : b;
        String part = a.length() > b.length() ? b : a;
        int more = whole.length() - part.length();
        return part.length() >= SHORT_WORD
                && more > 0
                && (whole.startsWith(part) && whole.charAt(part.length()) == ' '
                        || whole.endsWith(part) && whole.charAt(more - 1) == ' ');
    }
}
