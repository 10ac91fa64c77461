package io.reprise.resolve;

import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.media.CreditedName;
import java.util.List;

/**
 * What rules for names would change of one thing that has {@code plays} counted plays. {@code same} is the thing of its
 * kind that it turns out to be, 0 where there is none; {@code because} says by which rule.
 */
public sealed interface Change {
    Thing thing();

    /** What it is called now. */
    String name();

    long plays();

    /** The names that stand for it or are credited afterwards. */
    List<CreditedName> into();

    int same();

    String because();

    /** A creator becomes others, nobody where {@code into} is empty. */
    record OfCreator(int creator, String name, long plays, List<CreditedName> into, int same, String because)
            implements Change {
        public OfCreator {
            into = List.copyOf(into);
        }

        @Override
        public Thing thing() {
            return new Thing(SubjectKind.CREATOR, creator);
        }
    }

    /**
     * A song loses the guests in its title, which is {@code title} then, to its credit, which is {@code into} then;
     * {@code guests} are those of them who are not credited yet. It is another song only where that one has just this
     * title and just this credit.
     */
    record OfTitle(
            int item,
            String name,
            long plays,
            String title,
            List<CreditedName> into,
            List<CreditedName> guests,
            int same,
            String because)
            implements Change {
        public OfTitle {
            into = List.copyOf(into);
            guests = List.copyOf(guests);
        }

        @Override
        public Thing thing() {
            return new Thing(SubjectKind.ITEM, item);
        }
    }
}
