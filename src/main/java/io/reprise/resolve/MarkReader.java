package io.reprise.resolve;

import io.reprise.resolve.MarkWords.Meaning;
import io.reprise.resolve.MarkWords.Sort;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Reads one bracket, suffix or comment: is it a version mark, a mere ornament, or a part of the name? */
final class MarkReader {
    private final Set<Mark> strong = EnumSet.noneOf(Mark.class);
    private final Set<Mark> weak = EnumSet.noneOf(Mark.class);
    private final Set<Sort> sorts = EnumSet.noneOf(Sort.class);
    private final StringBuilder unknown = new StringBuilder();
    private final StringBuilder numbers = new StringBuilder();
    private final String content;
    private final String plain;

    private MarkReader(String content) {
        this.content = content;
        this.plain = Plain.of(content);
        for (String word : plain.split(" ")) {
            read(word);
        }
    }

    /** Adds its marks; answers whether the whole is understood, so that it is no part of the name. */
    static boolean read(String content, Marks marks) {
        MarkReader reader = new MarkReader(content);
        Marks found = reader.marks();
        marks.addAll(found);
        return !found.isEmpty() || reader.isOrnament();
    }

    private void read(String word) {
        Meaning meaning = MarkWords.of(word);
        if (isNumber(word)) {
            numbers.append(numbers.isEmpty() ? "" : " ").append(word);
        } else if (meaning == null) {
            unknown.append(unknown.isEmpty() ? "" : " ").append(word);
        } else {
            sorts.add(meaning.sort());
            if (meaning.sort() == Sort.STRONG) {
                strong.add(meaning.mark());
            } else if (meaning.sort() == Sort.WEAK) {
                weak.add(meaning.mark());
            }
        }
    }

    private Marks marks() {
        Marks marks = new Marks();
        String who = unknown.toString();
        strong.forEach(mark -> marks.add(mark, detail(mark)));
        if (who.isEmpty() || sorts.contains(Sort.VERSION) || sorts.contains(Sort.MIX)) {
            weak.forEach(mark -> marks.add(mark, detail(mark)));
        }
        if (isMadeFamous()) {
            marks.add(Mark.COVER, "");
        }
        if (plain.contains("re recorded")) {
            marks.add(Mark.RERECORDED, "");
        }
        if (marks.isEmpty()) {
            addUnmarked(marks, who);
        }
        return marks;
    }

    /** A mix, an edit or a version that no other word explains. */
    private void addUnmarked(Marks marks, String who) {
        boolean shorter = sorts.contains(Sort.SHORT);
        boolean usual = sorts.contains(Sort.PLAIN_VERSION);
        if (sorts.contains(Sort.EDIT)) {
            marks.add(who.isEmpty() || shorter ? Mark.EDIT : Mark.REMIX, shorter ? "" : who);
        } else if (sorts.contains(Sort.MIX) && !usual) {
            marks.add(shorter ? Mark.EDIT : Mark.REMIX, shorter ? "" : (who + " " + numbers).strip());
        } else if (sorts.contains(Sort.VERSION) && !usual) {
            addVersion(marks, who, shorter);
        } else if (numbers.toString().equals("12") && who.matches("inch|in")) {
            marks.add(Mark.EXTENDED, "");
        }
    }

    private void addVersion(Marks marks, String who, boolean shorter) {
        String lower = content.toLowerCase(Locale.ROOT).replace('’', '\'');
        if (lower.contains("'s version")) {
            marks.add(Mark.RERECORDED, who);
        } else if (shorter) {
            marks.add(Mark.EDIT, "");
        } else if (!who.isEmpty() || !numbers.isEmpty()) {
            marks.add(Mark.VERSION, (who + " " + numbers).strip());
        }
    }

    private boolean isMadeFamous() {
        return plain.contains("made famous by")
                || plain.contains("originally performed")
                || plain.contains("in the style of");
    }

    /** Of a remix it matters by whom, of a concert where, of a remaster when. */
    private String detail(Mark mark) {
        return switch (mark) {
            case REMIX, ARRANGED, VERSION, COVER, RERECORDED, PIECE -> unknown.toString();
            case LIVE, DEMO, ALTERNATE -> (unknown + " " + numbers).strip();
            case REMASTER -> year();
            case SPEED -> plain.contains("slowed") || plain.contains("reverb") ? "slowed" : "fast";
            default -> "";
        };
    }

    private String year() {
        for (String number : numbers.toString().split(" ")) {
            if (number.length() == 4) {
                return number;
            }
        }
        return "";
    }

    private boolean isOrnament() {
        return !sorts.isEmpty() && (unknown.isEmpty() && weak.isEmpty() || sorts.contains(Sort.SOURCE))
                || plain.startsWith("from ");
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.length() <= 8 && word.chars().allMatch(Character::isDigit);
    }
}
