package io.reprise.adapters.musicbrainz.offline;

import io.reprise.media.ContainerKind;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.ContainerFinding;
import io.reprise.resolve.CreatorFinding;
import io.reprise.resolve.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells of a song all that the indexes know, as a finding. Thread-safe. */
final class SongFinding {
    static final String RECORDING = "mb:recording";
    static final String ARTIST = "mb:artist";
    static final String RELEASE_GROUP = "mb:release-group";
    private static final String ROLE = "artist";
    private static final double MILLIS_PER_SECOND = 1000;

    private final Indexes indexes;
    private final long scoreMax;

    SongFinding(Indexes indexes) {
        this.indexes = indexes;
        this.scoreMax = indexes.songs() == null ? 1 : indexes.songs().scoreMax();
    }

    /** A song of the canonical dump, found by {@code asked} where that is another MBID. */
    Finding of(Song song, @Nullable UUID asked) {
        Optional<Facts> facts = indexes.recording(song.mbid());
        Optional<UUID> group = indexes.groupOf(song.release());
        String groupDate = group.flatMap(indexes::group).map(Facts::date).orElse("");
        String year = song.year() == 0 ? groupDate : Integer.toString(song.year());
        return new Finding(
                id(RECORDING, song.mbid()),
                asked == null ? null : id(RECORDING, asked),
                MediaKind.SONG,
                song.title(),
                facts.filter(told -> !told.credit().isEmpty())
                        .map(told -> creators(told.credit()))
                        .orElseGet(() -> creators(song.credit())),
                container(song, group, groupDate),
                null,
                null,
                facts.map(SongFinding::seconds).orElse(null),
                facts.map(Facts::date).filter(date -> !date.isEmpty()).orElse(year),
                facts.map(Facts::comment).orElse(""),
                ids(song.mbid(), facts, asked),
                facts.map(Facts::genres).orElse(List.of()),
                facts.map(Facts::aliases).orElse(List.of()),
                1 - Math.clamp((double) song.score() / scoreMax, 0, 1));
    }

    /** A recording that only the JSON dump knows. */
    Finding of(Facts facts) {
        return new Finding(
                id(RECORDING, facts.mbid()),
                null,
                MediaKind.SONG,
                facts.name(),
                creators(facts.credit()),
                Optional.empty(),
                null,
                null,
                seconds(facts),
                facts.date(),
                facts.comment(),
                ids(facts.mbid(), Optional.of(facts), null),
                facts.genres(),
                facts.aliases(),
                0);
    }

    /** A release group of the JSON dump. */
    static ContainerFinding album(Facts facts) {
        String credit = facts.credit().stream()
                .map(part -> part.creditedAs() + part.join())
                .collect(Collectors.joining());
        return new ContainerFinding(
                new Finding.Container(
                        ContainerKind.RELEASE,
                        id(RELEASE_GROUP, facts.mbid()),
                        facts.name(),
                        credit,
                        facts.date(),
                        "",
                        List.of()),
                facts.genres(),
                facts.aliases());
    }

    /** An artist by itself. */
    static CreatorFinding creator(Facts facts) {
        return new CreatorFinding(
                id(ARTIST, facts.mbid()),
                null,
                facts.name(),
                facts.sortName(),
                facts.comment(),
                facts.place(),
                facts.aliases(),
                facts.genres());
    }

    private static @Nullable Integer seconds(Facts facts) {
        return facts.millis() <= 0 ? null : (int) Math.round(facts.millis() / MILLIS_PER_SECOND);
    }

    /** Its MBID and ISRCs, and those of the recording for which it stands. */
    private List<ExternalId> ids(UUID mbid, Optional<Facts> facts, @Nullable UUID asked) {
        Set<ExternalId> ids = new LinkedHashSet<>();
        ids.add(id(RECORDING, mbid));
        facts.ifPresent(told -> addIsrcs(told, ids));
        if (asked != null) {
            indexes.recording(asked).ifPresent(told -> addIsrcs(told, ids));
        }
        return List.copyOf(ids);
    }

    private static void addIsrcs(Facts facts, Set<ExternalId> ids) {
        facts.isrcs().forEach(isrc -> ids.add(new ExternalId("isrc", isrc)));
    }

    private static ExternalId id(String scheme, UUID uuid) {
        return new ExternalId(scheme, uuid.toString());
    }

    private static Optional<Finding.Container> container(Song song, Optional<UUID> group, String date) {
        if (song.release().equals(Uuids.NONE)) {
            return Optional.empty();
        }
        ExternalId release = id("mb:release", song.release());
        List<ExternalId> ids = new ArrayList<>(List.of(release));
        group.ifPresent(found -> ids.add(id(RELEASE_GROUP, found)));
        return Optional.of(
                new Finding.Container(ContainerKind.RELEASE, release, song.releaseName(), "", date, "", ids));
    }

    private List<Finding.Creator> creators(List<Facts.CreditPart> credit) {
        return credit.stream()
                .map(part -> creator(part.artist(), part.creditedAs(), part.join()))
                .toList();
    }

    /**
     * The artists of a credit that is told as one text: where each one's name stands in it, it is taken apart there;
     * else it stays one creator without an id, for which name belongs to which artist would be a guess.
     */
    private List<Finding.Creator> creators(Song.SongCredit credit) {
        if (credit.artists().size() == 1) {
            return List.of(creator(credit.artists().getFirst(), credit.text(), ""));
        }
        List<Finding.Creator> creators = new ArrayList<>();
        String text = credit.text();
        int from = 0;
        for (int i = 0; i < credit.artists().size(); i++) {
            String name = name(credit.artists().get(i));
            boolean isLast = i + 1 == credit.artists().size();
            String next = isLast ? "" : name(credit.artists().get(i + 1));
            int end = from + name.length();
            int join = isLast ? text.length() : next.isEmpty() ? -1 : text.indexOf(next, end);
            if (name.isEmpty() || join < 0 || !text.startsWith(name, from)) {
                return List.of(new Finding.Creator(null, text, text, text, "", ROLE));
            }
            creators.add(creator(credit.artists().get(i), name, text.substring(end, join)));
            from = join;
        }
        return creators.isEmpty() ? List.of(new Finding.Creator(null, text, text, text, "", ROLE)) : creators;
    }

    private String name(UUID artist) {
        return indexes.artist(artist).map(Facts::name).orElse("");
    }

    private Finding.Creator creator(UUID artist, String creditedAs, String join) {
        Optional<Facts> facts = artist.equals(Uuids.NONE) ? Optional.empty() : indexes.artist(artist);
        String name = facts.map(Facts::name).orElse(creditedAs);
        String sortName =
                facts.map(Facts::sortName).filter(sort -> !sort.isEmpty()).orElse(name);
        ExternalId id = artist.equals(Uuids.NONE) ? null : id(ARTIST, artist);
        return new Finding.Creator(id, name, sortName, creditedAs, join, ROLE);
    }
}
