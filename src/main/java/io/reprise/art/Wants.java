package io.reprise.art;

import io.reprise.account.UserId;
import io.reprise.catalog.Identity;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.ContainerKind;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose pictures are looked for, and by which ids: releases, shows, creators, films and books, the most played first. A
 * container is known by its own ids, else by those told of or found for the items last played from it; a creator by its
 * own, else by that told of an item that is its alone. Used by one thread.
 */
final class Wants {
    private static final int ITEMS_LOOKED_AT = 4;
    /** What a decision is worth against what was told of items. */
    private static final int CERTAIN = 1_000;

    private static final String ARTIST = "mb:artist";

    private final UserId user;
    private final Names names;
    private final Played containers;
    private final Played creators;
    private final int[] items;

    Wants(UserId user, History history) {
        this.user = user;
        this.names = history.names();
        containers = new Played(names.lastContainer());
        creators = new Played(names.lastCreator());
        items = new int[names.lastItem() + 1];
        for (int i = history.size() - 1; i >= 0; i--) {
            int item = history.item(i);
            items[item]++;
            containers.add(history.container(i), item);
            for (int place = 0; place < names.creditCount(item); place++) {
                creators.add(names.creator(item, place), names.creditCount(item) == 1 ? item : 0);
            }
        }
    }

    /** By number: how many plays, and the items last played of it, the latest first. */
    private static final class Played {
        private final int[] plays;
        private final int[] latest;

        Played(int last) {
            plays = new int[last + 1];
            latest = new int[(last + 1) * ITEMS_LOOKED_AT];
        }

        /** One more play, seen from the latest on; an item 0 is not looked at. */
        void add(int number, int item) {
            plays[number]++;
            int at = number * ITEMS_LOOKED_AT;
            for (int i = at; i < at + ITEMS_LOOKED_AT && item != 0 && latest[i] != item; i++) {
                if (latest[i] == 0) {
                    latest[i] = item;
                    return;
                }
            }
        }

        List<Integer> latest(int number) {
            List<Integer> items = new ArrayList<>();
            for (int i = number * ITEMS_LOOKED_AT; i < (number + 1) * ITEMS_LOOKED_AT; i++) {
                if (latest[i] != 0) {
                    items.add(latest[i]);
                }
            }
            return items;
        }
    }

    private record Want(Thing thing, int plays) {}

    /** The things, the most played first, at most so many. */
    List<Thing> things(int most) {
        List<Want> wants = new ArrayList<>();
        for (int number = 1; number < containers.plays.length; number++) {
            ContainerKind kind = containers.plays[number] == 0 ? null : names.containerKind(number);
            if (kind == ContainerKind.RELEASE || kind == ContainerKind.SHOW) {
                wants.add(new Want(new Thing(SubjectKind.CONTAINER, number), containers.plays[number]));
            }
        }
        for (int number = 1; number < creators.plays.length; number++) {
            if (creators.plays[number] > 0) {
                wants.add(new Want(new Thing(SubjectKind.CREATOR, number), creators.plays[number]));
            }
        }
        for (int number = 1; number < items.length; number++) {
            MediaKind kind = items[number] == 0 ? null : names.kind(number);
            if (kind == MediaKind.FILM || kind == MediaKind.BOOK) {
                wants.add(new Want(new Thing(SubjectKind.ITEM, number), items[number]));
            }
        }
        wants.sort(Comparator.comparingInt(Want::plays).reversed());
        return wants.stream().limit(most).map(Want::thing).toList();
    }

    /** What this thing is called. */
    String name(Thing thing) {
        return switch (thing.kind()) {
            case ITEM -> names.title(thing.number());
            case CREATOR -> names.creatorName(thing.number());
            case CONTAINER -> names.containerTitle(thing.number());
            case PLAY, DECISION, RUN, RULE -> "";
        };
    }

    /**
     * The ids by which this thing's picture may be asked for, inside the caller's step: those that decisions tie to it
     * first, then those that most of what was looked at names.
     */
    List<ExternalId> ids(Tx tx, Thing thing) throws SQLException {
        List<Identity.Link> own = links(tx, thing.kind(), thing.number());
        Map<ExternalId, Integer> support = new LinkedHashMap<>();
        own.forEach(link -> support.put(link.id(), CERTAIN));
        List<Integer> parts = switch (thing.kind()) {
            case CREATOR -> creators.latest(thing.number());
            case CONTAINER -> containers.latest(thing.number());
            case ITEM -> List.of(thing.number());
            case PLAY, DECISION, RUN, RULE -> List.of();
        };
        for (int item : parts) {
            ofItem(tx, thing.kind(), item).forEach(id -> support.merge(id, 1, Integer::sum));
        }
        own.stream().filter(link -> link.confidence() == 0).forEach(link -> support.remove(link.id()));
        return support.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<ExternalId, Integer> each) -> isOfAPart(each.getKey()))
                        .thenComparing(Comparator.comparingInt((Map.Entry<ExternalId, Integer> each) -> each.getValue())
                                .reversed()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Identity.Link> links(Tx tx, SubjectKind kind, int number) throws SQLException {
        return Identity.links(tx, user, kind, List.of(number)).getOrDefault(number, List.of());
    }

    /** The ids told of or found for an item; for a creator only that of the one artist it names. */
    private List<ExternalId> ofItem(Tx tx, SubjectKind wanted, int item) throws SQLException {
        List<ExternalId> ids = new ArrayList<>(Identity.claims(tx, user, item));
        if (wanted == SubjectKind.CREATOR) {
            ids.removeIf(id -> !id.scheme().equals(ARTIST));
            return ids.size() == 1 ? ids : List.of();
        }
        links(tx, SubjectKind.ITEM, item).stream()
                .filter(link -> link.confidence() > 0)
                .forEach(link -> ids.add(link.id()));
        return ids;
    }

    /** Ids of releases and shows say at once what those of songs and episodes say after one more question. */
    private static boolean isOfAPart(ExternalId id) {
        return switch (id.scheme()) {
            case "mb:recording", "tvmaze:episode", "tmdb:episode", "imdb" -> true;
            default -> false;
        };
    }
}
