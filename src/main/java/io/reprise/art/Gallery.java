package io.reprise.art;

import io.reprise.account.UserId;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which picture each of a user's things shows, in memory. Things are asked for by their canonical numbers. Immutable;
 * thread-safe.
 */
public final class Gallery {
    private static final long ENTRY_BYTES = 200;

    private final long version;
    private final Map<Integer, String> creators = new HashMap<>();
    private final Map<Integer, String> containers = new HashMap<>();
    private final Map<Integer, String> items = new HashMap<>();
    private final Mains mains;

    private Gallery(Tx tx, UserId user, History history) throws SQLException {
        version = ShownTable.version(tx, user);
        ShownTable.all(tx, user, (kind, number, hash) -> of(kind).put(number, hash));
        // Own pictures go before those that were found, and that of a thing before those of what it stands for.
        UploadTable.all(tx, user, (kind, number, hash) -> {
            int canonical = canonical(history.names(), kind, number);
            if (canonical != number) {
                of(kind).put(canonical, hash);
            }
        });
        UploadTable.all(tx, user, (kind, number, hash) -> of(kind).put(number, hash));
        mains = Mains.of(history, containers::containsKey);
    }

    static Gallery load(Tx tx, UserId user, History history) throws SQLException {
        return new Gallery(tx, user, history);
    }

    private Map<Integer, String> of(SubjectKind kind) {
        return switch (kind) {
            case ITEM -> items;
            case CREATOR -> creators;
            case CONTAINER -> containers;
            case PLAY, DECISION, RUN, RULE ->
                throw new IllegalArgumentException("a " + kind.word() + " has no picture");
        };
    }

    /** The number that a thing stands under now; itself where the history does not know it. */
    static int canonical(Names names, SubjectKind kind, int number) {
        return switch (kind) {
            case ITEM -> number <= names.lastItem() ? names.canonicalItem(number) : number;
            case CREATOR -> number <= names.lastCreator() ? names.canonicalCreator(number) : number;
            case CONTAINER -> number <= names.lastContainer() ? names.canonicalContainer(number) : number;
            case PLAY, DECISION, RUN, RULE -> throw new IllegalArgumentException("a " + kind.word() + " has no number");
        };
    }

    /** The hash of the picture that this thing shows; null where it has none. */
    public @Nullable String hash(Thing thing) {
        Thing bearer = bearer(thing);
        return of(bearer.kind()).get(bearer.number());
    }

    /** Whose picture this thing shows: itself, or what it was mostly played from. */
    public Thing bearer(Thing thing) {
        if (of(thing.kind()).containsKey(thing.number())) {
            return thing;
        }
        int main = switch (thing.kind()) {
            case ITEM -> mains.ofItem(thing.number());
            case CREATOR -> mains.ofCreator(thing.number());
            case CONTAINER, PLAY, DECISION, RUN, RULE -> 0;
        };
        return main == 0 ? thing : new Thing(SubjectKind.CONTAINER, main);
    }

    long version() {
        return version;
    }

    long weight() {
        return mains.weight() + ENTRY_BYTES * (1L + creators.size() + containers.size() + items.size());
    }
}
