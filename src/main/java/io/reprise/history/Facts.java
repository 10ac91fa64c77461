package io.reprise.history;

import io.reprise.account.UserId;
import io.reprise.catalog.CatalogRows;
import io.reprise.catalog.SubjectKind;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What authorities told of the things in a history: genres, when they came out, where they are from, other names, and
 * the episodes of series. Things that no decision ties to an authority's id have none. Numbers are canonical, genres
 * are numbered from 0. Immutable and thread-safe.
 */
public final class Facts {
    private final Raw raw;
    private final Names names;
    private final ThingFacts items;
    private final ThingFacts creators;
    private final ThingFacts containers;
    private final EpisodeFacts episodes;

    Facts(Raw raw, Names names) {
        this.raw = raw;
        this.names = names;
        items = ThingFacts.of(raw.items, names.lastItem(), names::canonicalItem);
        creators = ThingFacts.of(raw.creators, names.lastCreator(), names::canonicalCreator);
        containers = ThingFacts.of(raw.containers, names.lastContainer(), names::canonicalContainer);
        episodes = new EpisodeFacts(raw.episodes, names::canonicalContainer, names.lastContainer());
    }

    /** As the store tells them, before who stands for whom is looked at. */
    record Raw(
            long version,
            Words genres,
            FactColumns items,
            FactColumns creators,
            FactColumns containers,
            EpisodeFacts.Raw episodes) {
        static Raw nothing() {
            Words genres = new Words();
            FactColumns none = new FactColumns(genres);
            return new Raw(0, genres, none, none, none, EpisodeFacts.Raw.NOTHING);
        }

        static Raw read(Tx tx, UserId user, CatalogRows.Version version) throws SQLException {
            Words genres = new Words();
            return new Raw(
                    version.facts(),
                    genres,
                    FactColumns.read(tx, user, SubjectKind.ITEM, genres),
                    FactColumns.read(tx, user, SubjectKind.CREATOR, genres),
                    FactColumns.read(tx, user, SubjectKind.CONTAINER, genres),
                    EpisodeFacts.Raw.read(tx, user));
        }
    }

    Raw raw() {
        return raw;
    }

    public ThingFacts items() {
        return items;
    }

    public ThingFacts creators() {
        return creators;
    }

    public ThingFacts containers() {
        return containers;
    }

    /** The episodes of series. */
    public EpisodeFacts episodes() {
        return episodes;
    }

    /** Of one kind of things. */
    public ThingFacts of(SubjectKind kind) {
        return switch (kind) {
            case ITEM -> items;
            case CREATOR -> creators;
            case CONTAINER -> containers;
            case PLAY, DECISION, RUN, RULE -> throw new IllegalArgumentException("nothing is told of a " + kind.word());
        };
    }

    /** How many genres there are. */
    public int genres() {
        return raw.genres.size();
    }

    /** A genre's name, in lower case. */
    public String genre(int genre) {
        return raw.genres.get(genre);
    }

    /** The genre of this name, however it is capitalised; empty where nothing has it. */
    public OptionalInt genre(String name) {
        return raw.genres.find(name.strip().toLowerCase(Locale.ROOT));
    }

    /** How many genres an item has: its own, or where none were told those of the first creator of its credit. */
    public int genreCount(int item) {
        int own = items.genreCount(item);
        return own > 0 || names.creditCount(item) == 0 ? own : creators.genreCount(names.creator(item, 0));
    }

    /** The item's genre at this place, the most fitting first. */
    public int genre(int item, int place) {
        return items.genreCount(item) > 0 ? items.genre(item, place) : creators.genre(names.creator(item, 0), place);
    }

    /** The names of an item's genres, the most fitting first. */
    public List<String> genresOf(int item) {
        List<String> told = new ArrayList<>();
        for (int place = 0; place < genreCount(item); place++) {
            told.add(genre(genre(item, place)));
        }
        return told;
    }

    long weight() {
        return raw.genres.weight()
                + raw.items.weight()
                + raw.creators.weight()
                + raw.containers.weight()
                + items.weight()
                + creators.weight()
                + containers.weight()
                + episodes.weight();
    }
}
