package io.reprise.playlist;

import io.reprise.history.Names;
import io.reprise.history.Titles;
import io.reprise.media.Fold;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Texts are compared folded (case, width, white space); patterns look at them as they are. */
final class TextTests {
    private TextTests() {}

    /** A test for what an operator, without its denial, says of one of these operands. */
    static TextTest of(Operator operator, List<Operand> operands) {
        String text = text(operands.getFirst());
        return switch (operator) {
            case CONTAINS -> new Holding(Titles.Place.ANYWHERE, Fold.fold(text));
            case STARTS_WITH -> new Holding(Titles.Place.START, Fold.fold(text));
            case ENDS_WITH -> new Holding(Titles.Place.END, Fold.fold(text));
            case MATCHES -> new PatternTest(text);
            case GT, AFTER, GTE, LT, BEFORE, LTE -> new Ordered(operator, Fold.fold(text));
            case IN -> OneOf.these(operands);
            default -> new Holding(Titles.Place.WHOLE, Fold.fold(text));
        };
    }

    static String text(Operand operand) {
        return operand instanceof Operand.Text(String text) ? text : "";
    }

    private record Holding(Titles.Place place, String sought) implements TextTest {
        @Override
        public boolean test(String told) {
            String folded = Fold.fold(told);
            return switch (place) {
                case WHOLE -> folded.equals(sought);
                case START -> folded.startsWith(sought);
                case END -> folded.endsWith(sought);
                case ANYWHERE -> folded.contains(sought);
            };
        }

        @Override
        public IntPredicate ofTitles(Names names) {
            Titles titles = names.foldedTitles();
            byte[] bytes = sought.getBytes(StandardCharsets.UTF_8);
            return item -> titles.holds(item, place, bytes);
        }
    }

    private record Ordered(Operator operator, String than) implements TextTest {
        @Override
        public boolean test(String told) {
            return isSo(Fold.fold(told));
        }

        private boolean isSo(String folded) {
            int order = folded.compareTo(than);
            return switch (operator) {
                case GT, AFTER -> order > 0;
                case GTE -> order >= 0;
                case LT, BEFORE -> order < 0;
                default -> order <= 0;
            };
        }

        @Override
        public IntPredicate ofTitles(Names names) {
            Titles titles = names.foldedTitles();
            return item -> isSo(titles.text(item));
        }
    }

    private record OneOf(Set<String> sought) implements TextTest {
        static OneOf these(List<Operand> operands) {
            Set<String> sought = new HashSet<>();
            operands.forEach(each -> sought.add(Fold.fold(text(each))));
            return new OneOf(sought);
        }

        @Override
        public boolean test(String told) {
            return sought.contains(Fold.fold(told));
        }

        @Override
        public IntPredicate ofTitles(Names names) {
            Titles titles = names.foldedTitles();
            return item -> sought.contains(titles.text(item));
        }
    }
}
