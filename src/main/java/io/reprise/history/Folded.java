package io.reprise.history;

import java.lang.ref.SoftReference;

/**
 * Texts folded when that is first asked for, and kept as long as nothing else wants the memory; where texts were added
 * since, only these are folded. Thread-safe: two that ask at once may both do the work.
 */
final class Folded {
    private volatile SoftReference<Texts> known = new SoftReference<>(null);

    /** {@code texts} are those of the call before, or more. */
    Texts of(Texts texts) {
        Texts before = known.get();
        if (before != null && before.size() >= texts.size()) {
            return before;
        }
        Texts folded = before == null ? new Texts(texts.size()) : before.copy();
        for (int i = folded.size(); i < texts.size(); i++) {
            folded.addFolded(texts, i);
        }
        known = new SoftReference<>(folded);
        return folded;
    }
}
