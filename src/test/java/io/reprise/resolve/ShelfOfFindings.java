package io.reprise.resolve;

import io.reprise.http.TryLater;
import io.reprise.media.ContainerKind;
import io.reprise.media.ExternalId;
import io.reprise.media.Mbid;
import io.reprise.media.MediaKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** An authority by hand: what it knows is what a test told it, found by the title's first word. */
final class ShelfOfFindings implements Authority, ContainerAuthority, CreatorAuthority {
    private final Map<String, List<Finding>> byWord = new HashMap<>();
    private final Map<ExternalId, CreatorFinding> creators = new HashMap<>();
    private final Map<ExternalId, ContainerFinding> containers = new HashMap<>();
    final AtomicInteger asked = new AtomicInteger();
    private final boolean local;
    volatile boolean down;

    ShelfOfFindings(boolean local) {
        this.local = local;
    }

    /** A recording by these artists; "A feat. B" is two. */
    Finding knows(String credit, String title, int seconds) {
        List<Finding.Creator> creators = new ArrayList<>();
        String[] names = credit.split(" feat\\. ");
        for (int i = 0; i < names.length; i++) {
            String join = i + 1 < names.length ? " feat. " : "";
            creators.add(new Finding.Creator(id("mb:artist", names[i]), names[i], names[i], names[i], join, "artist"));
        }
        Finding finding = new Finding(
                id("mb:recording", credit + "/" + title + "/" + seconds),
                null,
                MediaKind.SONG,
                title,
                creators,
                Optional.of(new Finding.Container(
                        ContainerKind.RELEASE, id("mb:release", title), title, credit, "2001", "DE", List.of())),
                null,
                null,
                seconds,
                "2001",
                "",
                List.of(),
                List.of(),
                List.of(),
                0.5);
        byWord.computeIfAbsent(word(title), any -> new ArrayList<>()).add(finding);
        return finding;
    }

    /** The artist of this name. */
    CreatorFinding knowsArtist(String name, String country, String genre) {
        CreatorFinding finding = new CreatorFinding(
                id("mb:artist", name), null, name, name, "", country, List.of(name + " alias"), List.of(genre));
        creators.put(finding.id(), finding);
        return finding;
    }

    @Override
    public Optional<CreatorFinding> creator(ExternalId id) {
        return Optional.ofNullable(creators.get(id));
    }

    /** The album of this title. */
    ContainerFinding knowsAlbum(String title, String released, String genre) {
        ExternalId id = id("mb:release-group", title);
        ContainerFinding finding = new ContainerFinding(
                new Finding.Container(ContainerKind.RELEASE, id, title, "", released, "FI", List.of()),
                List.of(genre),
                List.of());
        containers.put(id, finding);
        return finding;
    }

    @Override
    public Optional<ContainerFinding> container(ExternalId id) {
        return Optional.ofNullable(containers.get(id));
    }

    /** It answers to this title with that finding, too. */
    void files(Finding finding, String under) {
        byWord.computeIfAbsent(word(under), any -> new ArrayList<>()).add(finding);
    }

    static ExternalId id(String scheme, String of) {
        String uuid =
                UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
        return new ExternalId(scheme, new Mbid(uuid).value());
    }

    private static String word(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").split(" ")[0];
    }

    @Override
    public String word() {
        return "shelf";
    }

    @Override
    public String title() {
        return "The shelf";
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
        return local;
    }

    @Override
    public List<Finding> ask(Question question) {
        asked.incrementAndGet();
        if (down) {
            throw new TryLater("the shelf is closed", Duration.ofSeconds(1), new IllegalStateException("closed"));
        }
        return byWord.getOrDefault(word(question.title()), List.of());
    }
}
