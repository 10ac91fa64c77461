package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.catalog.Identity;
import io.reprise.catalog.SubjectKind;
import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The items of one user as authorities are asked for them, the most played first. What is asked is what was told with
 * the first play of an item; it is read from the log only where the catalog does not say enough. Thread-safe.
 */
final class Shelf {
    private final UserId user;
    private final ScrobbleLog log;
    private final History history;
    /** By canonical item: the index of its first play, -1 where it has none, and how many plays it has. */
    private final int[] firstPlay;

    private final int[] plays;
    private @Nullable Homes homes;

    Shelf(UserId user, ScrobbleLog log, History history) {
        this.user = user;
        this.log = log;
        this.history = history;
        int items = history.names().lastItem() + 1;
        firstPlay = new int[items];
        plays = new int[items];
        java.util.Arrays.fill(firstPlay, -1);
        for (int i = 0; i < history.size(); i++) {
            int item = history.item(i);
            plays[item]++;
            // A later play tells more where the first one was told without what it was played from.
            if (firstPlay[item] < 0 || history.container(firstPlay[item]) == 0 && history.container(i) != 0) {
                firstPlay[item] = i;
            }
        }
    }

    /** The canonical items that have plays and are not among these, the most played first. */
    List<Integer> items(BitSet without) {
        return IntStream.range(1, plays.length)
                .filter(item -> plays[item] > 0 && !without.get(item))
                .boxed()
                .sorted((a, b) -> plays[a] != plays[b] ? Integer.compare(plays[b], plays[a]) : Integer.compare(a, b))
                .toList();
    }

    /**
     * An item, what is asked for it, whom it was credited to when it was told, and the name at home of each of its
     * creators whose id with an authority is decided.
     */
    record Item(int number, Question question, List<CreditedName> told, Map<ExternalId, String> known) {}

    /** Whether any play of this canonical item counts. */
    private boolean isPlayed(int item) {
        return item < firstPlay.length && firstPlay[item] >= 0;
    }

    /** Whether any play of this item, or of what stands for it, counts. */
    boolean hasPlays(int item) {
        return item <= history.names().lastItem() && isPlayed(history.names().canonicalItem(item));
    }

    /**
     * What is to be asked for these items, or for what stands for them, inside the caller's step; those without a play
     * are left out.
     */
    List<Item> questions(Tx tx, List<Integer> items) throws SQLException {
        List<Integer> played = items.stream()
                .map(history.names()::canonicalItem)
                .filter(this::isPlayed)
                .toList();
        List<Long> numbers = new ArrayList<>();
        for (int item : played) {
            numbers.add(history.number(firstPlay[item]));
        }
        Map<Long, ScrobbleLog.Entry> entries = log.numbered(tx, user, numbers);
        Map<Integer, List<Identity.Link>> links = links(tx, played);
        List<Item> questions = new ArrayList<>();
        for (int i = 0; i < played.size(); i++) {
            if (entries.get(numbers.get(i)) instanceof ScrobbleLog.Entry.Read(var fresh, var payload)) {
                questions.add(item(tx, played.get(i), fresh.told().mention(), links));
            }
        }
        return questions;
    }

    private Map<Integer, List<Identity.Link>> links(Tx tx, List<Integer> items) throws SQLException {
        Set<Integer> all = new HashSet<>();
        items.forEach(item -> all.addAll(creators(item)));
        all.remove(0);
        return all.isEmpty() ? Map.of() : Identity.links(tx, user, SubjectKind.CREATOR, all);
    }

    private Item item(Tx tx, int item, Mention mention, Map<Integer, List<Identity.Link>> links) throws SQLException {
        Names names = history.names();
        List<ExternalId> ids = Identity.claims(tx, user, item);
        int length = names.length(item);
        Integer season = null;
        Integer number = null;
        Integer year = null;
        String container = names.containerTitle(history.container(firstPlay[item]));
        if (mention instanceof Mention.Episode episode) {
            season = episode.season();
            number = episode.number();
            container = episode.show();
        }
        if (mention instanceof Mention.Film film) {
            year = film.year();
        }
        List<String> creators =
                mention.credit().names().stream().map(CreditedName::name).toList();
        Question question = new Question(
                mention.kind(),
                mention.title(),
                mention.credit().text(),
                creators,
                container,
                length == 0 ? mention.length() : (Integer) length,
                season,
                number,
                year,
                ids);
        return new Item(
                item,
                question,
                mention.credit().names(),
                known(item, mention.credit().names(), links));
    }

    private Map<ExternalId, String> known(int item, List<CreditedName> told, Map<Integer, List<Identity.Link>> links) {
        Map<ExternalId, String> known = new HashMap<>();
        List<Integer> creators = creators(item);
        for (int place = 0; place < creators.size(); place++) {
            String name = told.size() == creators.size()
                    ? told.get(place).name()
                    : history.names().creatorName(creators.get(place));
            for (Identity.Link link : links.getOrDefault(creators.get(place), List.of())) {
                if (link.confidence() > 0) {
                    known.put(link.id(), name);
                }
            }
        }
        return known;
    }

    Names names() {
        return history.names();
    }

    /** The container that a play of this item was told from, 0 where none was. */
    int container(int item) {
        return history.container(firstPlay[item]);
    }

    synchronized Homes homes() {
        if (homes == null) {
            homes = new Homes(history);
        }
        return homes;
    }

    /** The creators of an item's credit, by number, as they stand now. */
    List<Integer> creators(int item) {
        return IntStream.range(0, history.names().creditCount(item))
                .mapToObj(place -> history.names().creator(item, place))
                .toList();
    }
}
