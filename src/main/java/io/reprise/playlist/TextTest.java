package io.reprise.playlist;

import io.reprise.history.Names;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** What is asked of a text; of titles, which are many, without making a text of each where that can be helped. */
interface TextTest extends Predicate<String> {
    /** The same of items' titles. */
    default IntPredicate ofTitles(Names names) {
        return item -> test(names.title(item));
    }
}
