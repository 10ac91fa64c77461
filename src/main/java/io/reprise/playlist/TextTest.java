package io.reprise.playlist;

import com.google.re2j.Pattern;
import io.reprise.media.Fold;
import java.util.List;
import java.util.function.Predicate;

/** Compares texts folded (case, width, white space); most are plain and need no folding to tell. */
final class TextTest implements Predicate<String> {
    private enum Place {
        WHOLE,
        START,
        END,
        ANYWHERE
    }

    private final Place place;
    private final String sought;

    private TextTest(Place place, String sought) {
        this.place = place;
        this.sought = Fold.fold(sought);
    }

    /** A test for what an operator, without its denial, says of one of these operands. */
    static Predicate<String> of(Operator operator, List<Operand> operands) {
        String text = text(operands.getFirst());
        return switch (operator) {
            case CONTAINS -> new TextTest(Place.ANYWHERE, text);
            case STARTS_WITH -> new TextTest(Place.START, text);
            case ENDS_WITH -> new TextTest(Place.END, text);
            case MATCHES -> pattern(text);
            case GT, AFTER -> told -> Fold.fold(told).compareTo(Fold.fold(text)) > 0;
            case GTE -> told -> Fold.fold(told).compareTo(Fold.fold(text)) >= 0;
            case LT, BEFORE -> told -> Fold.fold(told).compareTo(Fold.fold(text)) < 0;
            case LTE -> told -> Fold.fold(told).compareTo(Fold.fold(text)) <= 0;
            case IN -> anyOf(operands);
            default -> new TextTest(Place.WHOLE, text);
        };
    }

    private static Predicate<String> pattern(String text) {
        Pattern pattern = Pattern.compile(text);
        return told -> pattern.matcher(told).find();
    }

    private static Predicate<String> anyOf(List<Operand> operands) {
        java.util.Set<String> sought = new java.util.HashSet<>();
        operands.forEach(each -> sought.add(Fold.fold(text(each))));
        return told -> sought.contains(Fold.fold(told));
    }

    static String text(Operand operand) {
        return operand instanceof Operand.Text(String text) ? text : "";
    }

    @Override
    public boolean test(String told) {
        return isPlain(told) ? plainly(told) : folded(Fold.fold(told));
    }

    private boolean folded(String told) {
        return switch (place) {
            case WHOLE -> told.equals(sought);
            case START -> told.startsWith(sought);
            case END -> told.endsWith(sought);
            case ANYWHERE -> told.contains(sought);
        };
    }

    private boolean plainly(String told) {
        int last = told.length() - sought.length();
        return switch (place) {
            case WHOLE -> last == 0 && isAt(told, 0);
            case START -> last >= 0 && isAt(told, 0);
            case END -> last >= 0 && isAt(told, last);
            case ANYWHERE -> isIn(told, last);
        };
    }

    private boolean isIn(String told, int last) {
        for (int i = 0; i <= last; i++) {
            if (isAt(told, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(String told, int at) {
        for (int i = 0; i < sought.length(); i++) {
            char c = told.charAt(at + i);
            char lower = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
            if (lower != sought.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Printable ASCII without space at an end or twice: folding it changes its case alone. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }
}
