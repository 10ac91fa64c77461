package io.reprise.resolve;

import java.util.ArrayList;
import java.util.List;

/** Takes a title apart by scanning it once; see {@link Title}. */
final class TitleReader {
    private static final String OPENING = "([{（［【「『〜";
    private static final String CLOSING = ")]}）］】」』〜";
    private static final List<String> GUEST_WORDS = List.of(" feat. ", " feat ", " ft. ", " ft ", " featuring ");
    private static final List<String> ORNAMENTS = List.of(
            " official music video",
            " official lyric video",
            " official video",
            " official audio",
            " official mv",
            " lyric video",
            " lyrics video",
            " with lyrics");
    private static final int SUFFIXES_MAX = 4;
    private static final int TITLE_CHARS_MAX = 1000;

    private final String told;
    private final Marks marks = new Marks();
    private final List<String> guests = new ArrayList<>(0);
    /** The name with and without its unread brackets. */
    private final StringBuilder whole = new StringBuilder();

    private final StringBuilder core = new StringBuilder();

    TitleReader(String told) {
        this.told = told.length() > TITLE_CHARS_MAX ? told.substring(0, TITLE_CHARS_MAX) : told;
    }

    Title read() {
        split();
        for (int i = 0; i < SUFFIXES_MAX && cutSuffix(); i++) {
            trim(whole);
        }
        cutGuests(whole);
        cutOrnaments(whole);
        String wholePlain = Plain.of(whole.toString());
        String corePlain = wholePlain;
        if (!core.isEmpty()) {
            cutCore();
            corePlain = Plain.of(core.toString());
        }
        Name name = Name.ofPlain(wholePlain.isEmpty() ? Plain.of(told) : wholePlain);
        Name bare = corePlain.isEmpty() || corePlain.equals(wholePlain) ? name : Name.ofPlain(corePlain);
        return new Title(told, name, bare, marks, guests, Medley.parts(told), Opus.read(name.plain()));
    }

    private void split() {
        int from = 0;
        for (int i = 0; i < told.length(); i++) {
            char c = told.charAt(i);
            int kind = c > 'Z' && c < '{' && c != '[' ? -1 : OPENING.indexOf(c);
            int end = kind < 0 ? -1 : closing(i, kind);
            if (end > i) {
                String content = told.substring(i + 1, end);
                boolean leading = told.substring(0, i).isBlank();
                append(told.substring(from, i));
                if (!isUnderstood(content, leading)) {
                    if (core.isEmpty()) {
                        core.append(whole).append(' ');
                    }
                    whole.append(' ').append(content).append(' ');
                }
                i = end;
                from = end + 1;
            }
        }
        append(told.substring(from));
    }

    /** The core is kept apart only from the first unread bracket on. */
    private void append(String text) {
        whole.append(text);
        if (!core.isEmpty()) {
            core.append(text);
        }
    }

    private int closing(int open, int kind) {
        char opener = told.charAt(open);
        char closer = CLOSING.charAt(kind);
        int depth = 0;
        for (int i = open + 1; i < told.length(); i++) {
            char c = told.charAt(i);
            if (c == closer && depth-- == 0) {
                return i;
            }
            if (c == opener) {
                depth++;
            }
        }
        return -1;
    }

    private boolean isUnderstood(String content, boolean leading) {
        String first = firstWord(content);
        if (!leading && MarkWords.GUEST_WORDS.contains(first)) {
            guests.add(content.substring(content.indexOf(' ') < 0 ? content.length() : content.indexOf(' ')));
            return true;
        }
        if (MarkWords.CREDIT_WORDS.contains(first)) {
            return true;
        }
        return !leading && MarkReader.read(content, marks);
    }

    private static String firstWord(String content) {
        int gap = content.strip().indexOf(' ');
        return gap < 0 ? Plain.of(content) : Plain.of(content.strip().substring(0, gap));
    }

    /** Cuts " - Live at ..." or "; Remastered 2009" off where it is understood. */
    private boolean cutSuffix() {
        int dash = lastDash(whole);
        if (dash <= 0 || !isUnderstood(whole.substring(dash + 2).strip(), false)) {
            return false;
        }
        whole.setLength(dash);
        return true;
    }

    private void cutCore() {
        int dash = lastDash(core);
        if (dash > 0 && MarkReader.read(core.substring(dash + 2), new Marks())) {
            core.setLength(dash);
        }
        cutGuests(core);
        cutOrnaments(core);
    }

    /** Where a dash between gaps stands last; -1 where none does. */
    static int lastDash(CharSequence text) {
        for (int i = text.length() - 2; i > 0; i--) {
            if (isDash(text.charAt(i)) && text.charAt(i - 1) == ' ' && text.charAt(i + 1) == ' ') {
                return i - 1;
            }
        }
        return -1;
    }

    /** Where a dash between gaps stands first; -1 where none does. */
    static int firstDash(CharSequence text) {
        for (int i = 1; i < text.length() - 1; i++) {
            if (isDash(text.charAt(i)) && text.charAt(i - 1) == ' ' && text.charAt(i + 1) == ' ') {
                return i - 1;
            }
        }
        return -1;
    }

    private static boolean isDash(char c) {
        return c == '-' || c >= '\u2010' && c <= '\u2015' || c == '~' || c == '|';
    }

    private void cutGuests(StringBuilder text) {
        for (int at = 1; at < text.length() - 3; at++) {
            if (text.charAt(at) == ' ' && (text.charAt(at + 1) | ' ') == 'f') {
                int length = guestWord(text, at);
                if (length > 0) {
                    if (text == whole) {
                        guests.add(text.substring(at + length));
                    }
                    text.setLength(at);
                    return;
                }
            }
        }
    }

    private static int guestWord(StringBuilder text, int at) {
        for (String word : GUEST_WORDS) {
            if (isThere(text, at, word)) {
                return word.length();
            }
        }
        return 0;
    }

    private static boolean isThere(StringBuilder text, int at, String word) {
        int same = 0;
        while (same < word.length()
                && at + same < text.length()
                && Character.toLowerCase(text.charAt(at + same)) == word.charAt(same)) {
            same++;
        }
        return same == word.length();
    }

    /** What uploaders of videos put at the end without brackets. */
    private static void cutOrnaments(StringBuilder text) {
        trim(text);
        char last = text.isEmpty() ? ' ' : Character.toLowerCase(text.charAt(text.length() - 1));
        if (last != 'o' && last != 's' && last != 'v') {
            return;
        }
        for (String ornament : ORNAMENTS) {
            int at = text.length() - ornament.length();
            if (at > 0 && isThere(text, at, ornament)) {
                text.setLength(at);
                return;
            }
        }
    }

    private static void trim(StringBuilder text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) <= ' ' || text.charAt(end - 1) == ',' || text.charAt(end - 1) == ';')) {
            end--;
        }
        text.setLength(end);
    }
}
