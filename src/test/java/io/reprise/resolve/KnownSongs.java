package io.reprise.resolve;

import io.reprise.media.ContainerKind;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An authority of a few songs on this machine, written by hand: asked for a song of Nils Frahm it tells all of them.
 */
public final class KnownSongs implements Authority {
    private static final ExternalId FRAHM = new ExternalId("mb:artist", "2b3d4b3c-0c4e-4c59-a3d0-0a2a1f5d5d5f");

    @Override
    public String word() {
        return "known-songs";
    }

    @Override
    public String title() {
        return "Known songs";
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
    public List<Finding> ask(Question question) {
        String title = question.title().replaceFirst(" \\(feat\\..*", "");
        if (!question.credit().toLowerCase(Locale.ROOT).contains("frahm")) {
            return List.of();
        }
        return List.of(
                finding("0001", title, "Spaces", 480, "2013-11-19", ""),
                finding("0002", title, "Solo", 480, "2015", ""));
    }

    private static Finding finding(
            String id, String title, String release, int seconds, String released, String comment) {
        String end =
                id + Integer.toHexString(title.hashCode() & 0xffff | 0x10000).substring(1);
        return new Finding(
                new ExternalId("mb:recording", "b1a9c0e9-d987-4042-ae91-78d6" + end),
                null,
                MediaKind.SONG,
                title,
                List.of(new Finding.Creator(FRAHM, "Nils Frahm", "Frahm, Nils", "Nils Frahm", "", "artist")),
                Optional.of(new Finding.Container(
                        ContainerKind.RELEASE,
                        new ExternalId("mb:release", "c1a9c0e9-d987-4042-ae91-78d6" + end),
                        release,
                        "Nils Frahm",
                        released,
                        "",
                        List.of())),
                null,
                null,
                seconds,
                released,
                comment,
                List.of(),
                List.of(),
                List.of(),
                0.5);
    }
}
