package io.reprise.adapters.musicbrainz;

import io.reprise.media.Fold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which release stands for those that a recording is on. One per release group:
 *
 * <ol>
 *   <li>one that was told wins;
 *   <li>else only dated releases compete, and a group without one has no candidate;
 *   <li>the country comes first: not Japan, the whole world, Europe or unknown, unless nothing else is there; then the
 *       country with the most releases, then with the most full dates, then the first by its code;
 *   <li>in that country the earliest date, where an incomplete one counts as the end of its year or month.
 * </ol>
 *
 * Of several groups: one that was told, one of exactly the told title, a plain album, a plain EP or single, any other;
 * of equals the earliest. Pure.
 */
final class ReleaseChoice {
    private static final Set<String> LAST_RESORT = Set.of("JP", "XW", "XE", "");

    private ReleaseChoice() {}

    /** The release to name where a title was told, which may be empty. */
    static Optional<Release> best(List<Release> releases, String toldTitle) {
        String folded = Fold.fold(toldTitle);
        return perGroup(releases).stream()
                .min(Comparator.comparing((Release release) -> !release.told())
                        .thenComparing(release -> !isTitled(release, folded, releases))
                        .thenComparing(ReleaseChoice::rank)
                        .thenComparing(Release.EARLIEST));
    }

    /** One release for each group that has a candidate, in the order in which the groups come. */
    static List<Release> perGroup(List<Release> releases) {
        Map<String, List<Release>> groups = new LinkedHashMap<>();
        for (Release release : releases) {
            String group = release.group().id();
            groups.computeIfAbsent(group.isEmpty() ? release.id() : group, none -> new ArrayList<>())
                    .add(release);
        }
        return groups.values().stream().flatMap(group -> of(group).stream()).toList();
    }

    private static Optional<Release> of(List<Release> group) {
        Optional<Release> told = group.stream().filter(Release::told).min(Release.EARLIEST);
        return told.isPresent() ? told : ofCountries(group);
    }

    private static Optional<Release> ofCountries(List<Release> group) {
        Map<String, List<Release>> countries = new LinkedHashMap<>();
        for (Release release : group) {
            if (release.isDated()) {
                countries
                        .computeIfAbsent(release.country(), none -> new ArrayList<>())
                        .add(release);
            }
        }
        return countries.entrySet().stream()
                .min(Comparator.comparing(
                                (Map.Entry<String, List<Release>> country) -> LAST_RESORT.contains(country.getKey()))
                        .thenComparing(country -> -country.getValue().size())
                        .thenComparing(country -> -fullDates(country.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .flatMap(country -> country.getValue().stream().min(Release.EARLIEST));
    }

    private static long fullDates(List<Release> releases) {
        return releases.stream().filter(Release::isDatedToTheDay).count();
    }

    /** Whether the group, or any release of it, has exactly this folded title. */
    private static boolean isTitled(Release chosen, String folded, List<Release> all) {
        if (folded.isEmpty()) {
            return false;
        }
        return Fold.fold(chosen.group().title()).equals(folded)
                || all.stream()
                        .filter(release ->
                                release.group().id().equals(chosen.group().id()))
                        .anyMatch(release -> Fold.fold(release.title()).equals(folded));
    }

    private static int rank(Release release) {
        if (!release.group().plain()) {
            return 2;
        }
        return switch (release.group().type()) {
            case "Album" -> 0;
            case "EP", "Single" -> 1;
            default -> 2;
        };
    }
}
