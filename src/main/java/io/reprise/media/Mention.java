package io.reprise.media;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a scrobble says of its item: names and ids, one record per {@link MediaKind}. A mention is a claim; which item
 * it means is decided later. {@link #identity()} is the folded text by which the same claim is found again: for a song
 * artist and title (the release is no part of it, so the same song told with and without its release is one item).
 */
public sealed interface Mention {
    MediaKind kind();

    /** The item's title as told, never blank. */
    String title();

    Credit credit();

    Optional<ContainerMention> container();

    /** The item's full length in seconds, where told; always positive. */
    @Nullable
    Integer length();

    List<ExternalId> ids();

    String identity();

    /** A song: {@code artist} as credited, the release it was played from, its length in seconds. */
    record Song(
            String title,
            Credit credit,
            @Nullable String release,
            @Nullable Credit releaseCredit,
            @Nullable Integer length,
            List<ExternalId> ids)
            implements Mention {
        public Song {
            title = Claims.title(title, "a song");
            length = Claims.positive(length);
            ids = List.copyOf(ids);
        }

        @Override
        public MediaKind kind() {
            return MediaKind.SONG;
        }

        @Override
        public Optional<ContainerMention> container() {
            return Claims.container(ContainerKind.RELEASE, release, releaseCredit == null ? credit : releaseCredit);
        }

        @Override
        public String identity() {
            return Claims.identity("song", credit.text(), title);
        }
    }

    /** An episode of a series: its show, season and number where told; the title is the episode's own or "S1 E2". */
    record Episode(
            String show,
            @Nullable Integer season,
            @Nullable Integer number,
            @Nullable String name,
            @Nullable Integer length,
            List<ExternalId> ids)
            implements Mention {
        public Episode {
            show = Claims.title(show, "an episode's show");
            if (Claims.blank(name) && number == null) {
                throw new IllegalArgumentException(
                        "an episode has a title or a number; " + show + " was told with neither");
            }
            length = Claims.positive(length);
            ids = List.copyOf(ids);
        }

        @Override
        public MediaKind kind() {
            return MediaKind.EPISODE;
        }

        @Override
        public String title() {
            return name != null && !name.isBlank()
                    ? name.strip()
                    : (season == null ? "" : "S" + season + " ") + "E" + number;
        }

        @Override
        public Credit credit() {
            return Credit.NONE;
        }

        @Override
        public Optional<ContainerMention> container() {
            return Claims.container(ContainerKind.SHOW, show, Credit.NONE);
        }

        @Override
        public String identity() {
            String which = number == null ? title() : "s" + (season == null ? "?" : season) + "e" + number;
            return Claims.identity("episode", show, which);
        }
    }

    /** A film, told apart from its namesakes by the year of its release. */
    record Film(
            String title,
            @Nullable Integer year,
            Credit credit,
            @Nullable Integer length,
            List<ExternalId> ids) implements Mention {
        public Film {
            title = Claims.title(title, "a film");
            length = Claims.positive(length);
            ids = List.copyOf(ids);
        }

        @Override
        public MediaKind kind() {
            return MediaKind.FILM;
        }

        @Override
        public Optional<ContainerMention> container() {
            return Optional.empty();
        }

        @Override
        public String identity() {
            return Claims.identity("film", year == null ? "" : year.toString(), title);
        }
    }

    /** An article: known by its canonical address, else by site and title. */
    record Article(
            String title,
            @Nullable String url,
            @Nullable String site,
            Credit credit,
            @Nullable Integer length,
            List<ExternalId> ids)
            implements Mention {
        public Article {
            title = Claims.title(Claims.blank(title) && url != null ? url : title, "an article");
            length = Claims.positive(length);
            ids = List.copyOf(ids);
        }

        @Override
        public MediaKind kind() {
            return MediaKind.ARTICLE;
        }

        @Override
        public Optional<ContainerMention> container() {
            return Claims.container(ContainerKind.FEED, site, Credit.NONE);
        }

        @Override
        public String identity() {
            return url == null || url.isBlank()
                    ? Claims.identity("article", site == null ? "" : site, title)
                    : "article\u001furl\u001f" + CanonicalUrl.of(url);
        }
    }

    /** A book: a work by title and first author, whatever the edition. */
    record Book(
            String title,
            Credit credit,
            @Nullable String series,
            @Nullable Integer length,
            List<ExternalId> ids) implements Mention {
        public Book {
            title = Claims.title(title, "a book");
            length = Claims.positive(length);
            ids = List.copyOf(ids);
        }

        @Override
        public MediaKind kind() {
            return MediaKind.BOOK;
        }

        @Override
        public Optional<ContainerMention> container() {
            return Claims.container(ContainerKind.SERIES, series, credit);
        }

        @Override
        public String identity() {
            return Claims.identity(
                    "book", credit.isNone() ? "" : credit.names().getFirst().name(), title);
        }
    }

    /** A picture: known by its checksum ({@code sha256}) or {@code uuid} where told, else by album and title. */
    record Picture(String title, @Nullable String album, Credit credit, List<ExternalId> ids) implements Mention {
        public Picture {
            title = Claims.title(title, "a picture");
            ids = List.copyOf(ids);
        }

        @Override
        public MediaKind kind() {
            return MediaKind.PICTURE;
        }

        @Override
        public @Nullable Integer length() {
            return null;
        }

        @Override
        public Optional<ContainerMention> container() {
            return Claims.container(ContainerKind.PICTURE_ALBUM, album, Credit.NONE);
        }

        @Override
        public String identity() {
            return Claims.id(ids, "sha256")
                    .map(sum -> "picture\u001fsha256\u001f" + sum)
                    .or(() -> Claims.id(ids, "uuid").map(id -> "picture\u001fuuid\u001f" + id))
                    .orElseGet(() -> Claims.identity("picture", album == null ? "" : album, title));
        }
    }

    /** An episode of a podcast, in its feed. */
    record Podcast(
            String title,
            String feed,
            Credit credit,
            @Nullable Integer length,
            List<ExternalId> ids) implements Mention {
        public Podcast {
            title = Claims.title(title, "a podcast episode");
            feed = Claims.title(feed, "a podcast");
            length = Claims.positive(length);
            ids = List.copyOf(ids);
        }

        @Override
        public MediaKind kind() {
            return MediaKind.PODCAST;
        }

        @Override
        public Optional<ContainerMention> container() {
            return Claims.container(ContainerKind.FEED, feed, credit);
        }

        @Override
        public String identity() {
            return Claims.identity("podcast", feed, title);
        }
    }

    /** A video: known by its address where told, else by channel and title. */
    record Video(
            String title,
            @Nullable String url,
            @Nullable String channel,
            @Nullable Integer length,
            List<ExternalId> ids)
            implements Mention {
        public Video {
            title = Claims.title(Claims.blank(title) && url != null ? url : title, "a video");
            length = Claims.positive(length);
            ids = List.copyOf(ids);
        }

        @Override
        public MediaKind kind() {
            return MediaKind.VIDEO;
        }

        @Override
        public Credit credit() {
            return channel == null ? Credit.NONE : Credit.of(channel, "channel");
        }

        @Override
        public Optional<ContainerMention> container() {
            return Claims.container(ContainerKind.CHANNEL, channel, Credit.NONE);
        }

        @Override
        public String identity() {
            return url == null || url.isBlank()
                    ? Claims.identity("video", channel == null ? "" : channel, title)
                    : "video\u001furl\u001f" + CanonicalUrl.of(url);
        }
    }
}
