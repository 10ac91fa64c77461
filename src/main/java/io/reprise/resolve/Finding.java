package io.reprise.resolve;

import io.reprise.media.ContainerKind;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A thing as an authority tells of it. {@code id} is the authority's own id for it (a recording's MBID, an episode's
 * number at TVmaze), {@code asked} that by which it was found where that was another one (a merged MBID), else null.
 * {@code seconds} is its length; {@code released} a date as far as it is known ({@code 2016}, {@code 2016-04},
 * {@code 2016-04-23} or empty); {@code comment} tells things of one name apart; {@code weight} from 0 to 1 is how sure
 * the authority's own search is, or how often it is meant, for ties only.
 */
public record Finding(
        ExternalId id,
        @Nullable ExternalId asked,
        MediaKind kind,
        String title,
        List<Creator> creators,
        Optional<Container> container,
        @Nullable Integer season,
        @Nullable Integer number,
        @Nullable Integer seconds,
        String released,
        String comment,
        List<ExternalId> ids,
        List<String> genres,
        List<String> aliases,
        double weight) {
    public Finding {
        creators = List.copyOf(creators);
        ids = List.copyOf(ids);
        genres = List.copyOf(genres);
        aliases = List.copyOf(aliases);
        if (weight < 0 || weight > 1) {
            throw new IllegalArgumentException("the weight of a finding is from 0 to 1, not " + weight);
        }
    }

    /**
     * One place of its credit: the creator's own id and name, and as whom it is credited here; {@code aliases} are its
     * other names, as far as the authority told them along.
     */
    public record Creator(
            @Nullable ExternalId id,
            String name,
            String sortName,
            String creditedAs,
            String join,
            String role,
            List<String> aliases) {
        public Creator {
            aliases = List.copyOf(aliases);
        }

        Creator called(String other) {
            return new Creator(id, other, sortName, creditedAs, join, role, aliases);
        }

        public Creator(
                @Nullable ExternalId id, String name, String sortName, String creditedAs, String join, String role) {
            this(id, name, sortName, creditedAs, join, role, List.of());
        }
    }

    /**
     * What it is part of: a release, a show, a series; {@code released} and {@code country} are empty where unknown.
     */
    public record Container(
            ContainerKind kind,
            ExternalId id,
            String title,
            String credit,
            String released,
            String country,
            List<ExternalId> ids) {
        public Container {
            ids = List.copyOf(ids);
        }
    }

    /** The same, its creators called by these names, by their ids, as they are at home. */
    Finding knownAs(Map<ExternalId, String> names) {
        if (creators.stream().noneMatch(creator -> creator.id() != null && names.containsKey(creator.id()))) {
            return this;
        }
        List<Creator> known = creators.stream()
                .map(creator -> creator.id() == null
                        ? creator
                        : creator.called(names.getOrDefault(creator.id(), creator.name())))
                .toList();
        return new Finding(
                id, asked, kind, title, known, container, season, number, seconds, released, comment, ids, genres,
                aliases, weight);
    }

    /** The credit as one line, with its join phrases. */
    public String credit() {
        StringBuilder line = new StringBuilder();
        for (Creator creator : creators) {
            line.append(creator.creditedAs()).append(creator.join());
        }
        return line.toString().strip();
    }
}
