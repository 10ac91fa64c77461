package io.reprise.adapters.musicbrainz.offline;

import io.reprise.http.GiveUp;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.Authority;
import io.reprise.resolve.ContainerAuthority;
import io.reprise.resolve.ContainerFinding;
import io.reprise.resolve.CreatorAuthority;
import io.reprise.resolve.CreatorFinding;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * MusicBrainz from the indexes of this machine ({@link IndexShelf}): no network, tens of thousands of questions a
 * second. Knows nothing while no dump is loaded, and answers from a new index when it is next asked. Thread-safe. An
 * index that cannot be used is a {@link GiveUp} that says what to do.
 */
public final class OfflineMusicBrainz implements Authority, ContainerAuthority, CreatorAuthority {
    private static final int REDIRECTS_MAX = 4;
    private static final String DAMAGED =
            "An index of MusicBrainz is damaged inside. Load its dump again (`reprise authority load FILE`).";

    private final OpenIndexes open;

    /** {@code folder} is the one of the shelf; it need not be there. */
    public OfflineMusicBrainz(Path folder) {
        this.open = new OpenIndexes(folder);
    }

    @Override
    public String word() {
        return "musicbrainz";
    }

    @Override
    public String title() {
        return "MusicBrainz (offline)";
    }

    @Override
    public Set<MediaKind> kinds() {
        return Set.of(MediaKind.SONG);
    }

    @Override
    public Terms terms() {
        return new Terms("CC0-1.0", "");
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public boolean isReady() {
        return !open.now().isEmpty();
    }

    @Override
    public List<Finding> ask(Question question) {
        if (question.kind() != MediaKind.SONG) {
            return List.of();
        }
        try {
            Indexes indexes = open.now();
            return indexes.isEmpty() ? List.of() : new Asked(indexes).answer(question);
        } catch (DumpFailure e) {
            throw new GiveUp(String.valueOf(e.getMessage()), e);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new GiveUp(DAMAGED, e);
        }
    }

    @Override
    public Optional<CreatorFinding> creator(ExternalId id) {
        return known(id, SongFinding.ARTIST, Indexes::artist).map(SongFinding::creator);
    }

    /** Groups only: the dump of releases is read for the recordings that they hold. */
    @Override
    public Optional<ContainerFinding> container(ExternalId id) {
        return known(id, SongFinding.RELEASE_GROUP, Indexes::group).map(SongFinding::album);
    }

    private Optional<Facts> known(ExternalId id, String scheme, BiFunction<Indexes, UUID, Optional<Facts>> index) {
        UUID mbid = id.scheme().equals(scheme) ? Uuids.of(id.value()) : null;
        if (mbid == null) {
            return Optional.empty();
        }
        try {
            return index.apply(open.now(), mbid);
        } catch (DumpFailure e) {
            throw new GiveUp(String.valueOf(e.getMessage()), e);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new GiveUp(DAMAGED, e);
        }
    }

    /** One question. */
    private static final class Asked {
        private final Indexes indexes;
        private final SongFinding teller;
        private final Map<String, Finding> findings = new LinkedHashMap<>();

        Asked(Indexes indexes) {
            this.indexes = indexes;
            this.teller = new SongFinding(indexes);
        }

        List<Finding> answer(Question question) {
            question.id(SongFinding.RECORDING).map(Uuids::of).ifPresent(this::recording);
            question.id("isrc").ifPresent(this::isrc);
            SongIndex songs = indexes.songs();
            if (songs != null) {
                Places found = new SongSearch(songs, indexes, question).search();
                for (int i = 0; i < found.count(); i++) {
                    add(teller.of(songs.song(found.at(i)), null));
                }
            }
            return List.copyOf(findings.values());
        }

        private void add(Finding finding) {
            if (findings.size() < FINDINGS_MAX) {
                findings.putIfAbsent(finding.id().value(), finding);
            }
        }

        private void recording(UUID asked) {
            UUID mbid = asked;
            for (int i = 0; i < REDIRECTS_MAX; i++) {
                if (song(mbid, mbid.equals(asked) ? null : asked)) {
                    return;
                }
                Optional<UUID> canonical = indexes.canonical(mbid);
                if (canonical.isEmpty()) {
                    break;
                }
                mbid = canonical.get();
            }
            indexes.recording(asked).map(teller::of).ifPresent(this::add);
        }

        private boolean song(UUID mbid, @Nullable UUID asked) {
            SongIndex songs = indexes.songs();
            int song = songs == null ? -1 : songs.of(mbid);
            if (songs == null || song < 0) {
                return false;
            }
            add(teller.of(songs.song(song), asked));
            return true;
        }

        private void isrc(String isrc) {
            String folded = LookupText.fold(isrc);
            for (FactsIndex recordings : indexes.recordings()) {
                recordings.named(folded, FINDINGS_MAX).forEach(this::recording);
            }
        }
    }
}
