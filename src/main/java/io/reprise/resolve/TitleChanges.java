package io.reprise.resolve;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.CreditedName;
import io.reprise.media.Fold;
import io.reprise.media.MediaKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What would become of the songs of one history whose titles name guests: the guests go into the credit. Where another
 * song has just that title and just that credit, it is the same one. Not thread-safe.
 */
final class TitleChanges {
    private static final String ROLE = "artist";
    private static final String BECAUSE = "the title names guests";
    private static final String BECAUSE_KNOWN = "the title names guests who are credited elsewhere in the library";
    private static final String BECAUSE_CREDITED = "the title names guests who are in the credit";
    private static final String AND_SAME = ", and a song of this title and credit is there";

    private final Names names;
    private final long[] plays;
    private final CreatorChanges creators;
    private final Map<Integer, List<CreditedName>> becoming = new HashMap<>();

    /** {@code changes}: what becomes of creators in the same step. */
    TitleChanges(History history, CreatorChanges creators, List<Change.OfCreator> changes) {
        this.names = history.names();
        this.creators = creators;
        changes.forEach(change -> becoming.put(change.creator(), change.into()));
        plays = new long[names.lastItem() + 1];
        for (int i = 0; i < history.size(); i++) {
            plays[history.item(i)]++;
        }
    }

    List<Change.OfTitle> all() {
        List<Change.OfTitle> drafts = new ArrayList<>();
        for (int item = 1; item < plays.length; item++) {
            if (isSong(item) && !creators.isKept(names.title(item))) {
                int song = item;
                TitleGuests.read(names.title(item), creators::isKnown).ifPresent(read -> drafts.add(draft(song, read)));
            }
        }
        drafts.sort(Comparator.comparingLong(Change::plays)
                .reversed()
                .thenComparing(change -> change.thing().number()));
        return drafts.isEmpty() ? List.of() : merged(drafts);
    }

    /** A song somebody is credited with; who the guests of nobody are cannot be told. */
    private boolean isSong(int item) {
        return plays[item] > 0 && names.kind(item) == MediaKind.SONG && names.creditCount(item) > 0;
    }

    private Change.OfTitle draft(int item, TitleGuests read) {
        List<CreditedName> into = credit(item);
        Set<String> credited =
                into.stream().map(name -> Fold.fold(name.name())).collect(Collectors.toCollection(HashSet::new));
        List<CreditedName> guests = read.names().stream()
                .filter(guest -> credited.add(Fold.fold(guest.name())))
                .toList();
        into.addAll(guests);
        String because = guests.isEmpty() ? BECAUSE_CREDITED : read.doubtful() ? BECAUSE_KNOWN : BECAUSE;
        return new Change.OfTitle(item, names.title(item), plays[item], read.title(), into, guests, 0, because);
    }

    /**
     * Those of equal title and credit are one: with a song that is there already, else with the most played of them.
     */
    private List<Change.OfTitle> merged(List<Change.OfTitle> drafts) {
        Set<String> wanted =
                drafts.stream().map(draft -> Fold.fold(draft.title())).collect(Collectors.toCollection(HashSet::new));
        Set<Integer> changing =
                drafts.stream().map(Change.OfTitle::item).collect(Collectors.toCollection(HashSet::new));
        Map<String, Integer> songs = new HashMap<>();
        for (int item = 1; item < plays.length; item++) {
            if (isSong(item) && !changing.contains(item) && wanted.contains(Fold.fold(names.title(item)))) {
                songs.putIfAbsent(key(names.title(item), credit(item)), item);
            }
        }
        List<Change.OfTitle> changes = new ArrayList<>();
        for (Change.OfTitle draft : drafts) {
            int same = songs.computeIfAbsent(key(draft.title(), draft.into()), any -> draft.item());
            changes.add(same == draft.item() ? draft : same(draft, same));
        }
        return changes;
    }

    /** Who is credited with a song once the creators have changed. */
    private List<CreditedName> credit(int item) {
        List<CreditedName> credit = new ArrayList<>();
        for (int place = 0; place < names.creditCount(item); place++) {
            int creator = names.creator(item, place);
            credit.addAll(
                    becoming.getOrDefault(creator, List.of(new CreditedName(names.creatorName(creator), ", ", ROLE))));
        }
        return credit;
    }

    private static String key(String title, List<CreditedName> credit) {
        return Fold.fold(title) + "\n"
                + credit.stream().map(name -> Fold.fold(name.name())).collect(Collectors.joining("\n"));
    }

    private static Change.OfTitle same(Change.OfTitle draft, int same) {
        return new Change.OfTitle(
                draft.item(),
                draft.name(),
                draft.plays(),
                draft.title(),
                draft.into(),
                draft.guests(),
                same,
                draft.because() + AND_SAME);
    }
}
