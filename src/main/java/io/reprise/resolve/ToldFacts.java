package io.reprise.resolve;

import io.reprise.catalog.Fact;
import io.reprise.media.ExternalId;
import java.util.List;

/** What is worth keeping of what an authority told, as facts of the ids it goes by. */
final class ToldFacts {
    private static final String GROUP = "mb:release-group";

    private final String source;
    private final long now;

    /** {@code source} is the authority's word, {@code now} in epoch seconds. */
    ToldFacts(String source, long now) {
        this.source = source;
        this.now = now;
    }

    Fact of(Finding finding) {
        return of(finding, finding.id());
    }

    /** Kept under this id, which may be an older one of the authority's. */
    Fact of(Finding finding, ExternalId id) {
        Integer seconds = finding.seconds();
        String released = finding.released().isEmpty()
                ? finding.container().map(Finding.Container::released).orElse("")
                : finding.released();
        return new Fact(
                id,
                source,
                now,
                finding.title(),
                "",
                seconds == null || seconds <= 0 ? null : seconds,
                Fact.date(released),
                "",
                finding.genres(),
                finding.aliases());
    }

    Fact of(Finding.Container container) {
        return of(new ContainerFinding(container, List.of(), List.of()), id(container));
    }

    /** Kept under this id, which may be one of a pressing, or an older one of the authority's. */
    Fact of(ContainerFinding found, ExternalId id) {
        Finding.Container container = found.container();
        return new Fact(
                id,
                source,
                now,
                container.title(),
                "",
                null,
                Fact.date(container.released()),
                container.country(),
                found.genres(),
                found.aliases());
    }

    /** {@code asked} is the id that the creator is tied to, which may be an older one of the authority's. */
    Fact of(CreatorFinding creator, ExternalId asked) {
        return new Fact(
                asked,
                source,
                now,
                creator.name(),
                creator.sortName(),
                null,
                "",
                creator.country(),
                creator.genres(),
                creator.aliases());
    }

    /** What the container goes by: of all pressings of an album the group they are in, where that is told. */
    static ExternalId id(Finding.Container container) {
        return container.ids().stream()
                .filter(id -> id.scheme().equals(GROUP))
                .findFirst()
                .orElse(container.id());
    }
}
