package io.reprise.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * All but the music: series that are watched in order, feeds, films, books that are read in sittings, articles, videos
 * and pictures. Each call gives what comes next; used by one thread.
 */
final class Shelf {
    private static final int MINUTE = 60;
    private static final int FEEDS = 6;
    private static final int SITES = 7;
    private static final int CHANNELS = 9;
    private static final int WRITERS = 60;
    private static final int DIRECTORS = 90;
    private static final int SITTINGS_PER_BOOK_DROPPED = 90;

    private final Random random;
    private final WordLists names;
    private final List<String> feeds = new ArrayList<>();
    private final int[] heard = new int[FEEDS];
    private final List<String> hosts = new ArrayList<>();
    private final List<String> sites = new ArrayList<>();
    private final List<String> channels = new ArrayList<>();
    private final List<String> writers = new ArrayList<>();
    private final List<String> directors = new ArrayList<>();
    private Series series;
    private Book book;

    /** A series that is being watched, and which episode is next. */
    private record Series(String title, int seasons, int perSeason, int minutes, int season, int episode) {
        Series next() {
            return episode < perSeason
                    ? new Series(title, seasons, perSeason, minutes, season, episode + 1)
                    : new Series(title, seasons, perSeason, minutes, season + 1, 1);
        }
    }

    /** A book that is being read, and the page it is open at. */
    private record Book(String title, String author, int pages, int page) {}

    Shelf(Invention invention) {
        this.random = invention.random();
        this.names = invention.names();
        for (int i = 0; i < FEEDS; i++) {
            feeds.add(names.show());
            hosts.add(names.person());
        }
        for (int i = 0; i < SITES; i++) {
            sites.add("the-" + names.place().toLowerCase(java.util.Locale.ROOT) + "-review.example");
        }
        for (int i = 0; i < CHANNELS; i++) {
            channels.add(names.show());
        }
        for (int i = 0; i < WRITERS; i++) {
            writers.add(names.person());
        }
        for (int i = 0; i < DIRECTORS; i++) {
            directors.add(names.person());
        }
        this.series = newSeries();
        this.book = newBook();
    }

    /** A thing and how long it takes, in seconds. */
    record Taken(Thing thing, int seconds) {}

    private Series newSeries() {
        return new Series(
                names.work(), 1 + random.nextInt(5), 6 + random.nextInt(7), random.nextBoolean() ? 26 : 48, 1, 1);
    }

    private Book newBook() {
        return new Book(names.work(), one(writers), 180 + random.nextInt(420), 0);
    }

    Taken episode() {
        if (series.season() > series.seasons()) {
            series = newSeries();
        }
        Series now = series;
        series = now.next();
        int seconds = now.minutes() * MINUTE + random.nextInt(3 * MINUTE);
        return new Taken(
                new Thing(
                        "episode",
                        Members.of(
                                "show",
                                now.title(),
                                "season",
                                now.season(),
                                "episode",
                                now.episode(),
                                "title",
                                names.phrase())),
                seconds);
    }

    Taken film(int year) {
        int seconds = (82 + random.nextInt(60)) * MINUTE;
        Thing film = new Thing(
                "film",
                Members.of("title", names.work(), "year", year - random.nextInt(45), "director", one(directors)));
        return new Taken(film, seconds);
    }

    Taken podcast() {
        int feed = random.nextInt(FEEDS);
        heard[feed]++;
        Thing episode = new Thing(
                "podcast",
                Members.of(
                        "title",
                        "#" + heard[feed] + " " + names.phrase(),
                        "feed",
                        feeds.get(feed),
                        "author",
                        hosts.get(feed)));
        return new Taken(episode, (24 + random.nextInt(12)) * MINUTE);
    }

    /** A sitting of half an hour or so; the book is put back when its last page is read, or when it bores. */
    Taken sitting() {
        int minutes = 20 + random.nextInt(40);
        int page = Math.min(book.pages(), book.page() + minutes * 4 / 5);
        Thing sitting = new Thing(
                "book",
                Members.of(
                        "title",
                        book.title(),
                        "author",
                        book.author(),
                        "position",
                        page,
                        "total",
                        book.pages(),
                        "unit",
                        "pages"));
        boolean isPutAway = page == book.pages() || random.nextInt(SITTINGS_PER_BOOK_DROPPED) == 0;
        book = isPutAway ? newBook() : new Book(book.title(), book.author(), book.pages(), page);
        return new Taken(sitting, minutes * MINUTE);
    }

    Taken article() {
        String site = sites.get(random.nextInt(SITES));
        String title = names.phrase();
        String address = title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-");
        Thing article = new Thing(
                "article",
                Members.of(
                        "title",
                        title,
                        "url",
                        "https://" + site + "/" + address + "-" + random.nextInt(10_000),
                        "site",
                        site,
                        "author",
                        one(writers)));
        return new Taken(article, (3 + random.nextInt(12)) * MINUTE);
    }

    Taken video() {
        String channel = channels.get(random.nextInt(CHANNELS));
        return new Taken(
                new Thing("video", Members.of("title", names.phrase(), "channel", channel)),
                (4 + random.nextInt(20)) * MINUTE);
    }

    private String one(List<String> people) {
        return people.get(random.nextInt(people.size()));
    }

    String album(int year) {
        return names.place() + " " + year;
    }

    Taken picture(String album, int number) {
        return new Taken(
                new Thing("picture", Members.of("title", album + ", " + number, "album", album)),
                5 + random.nextInt(40));
    }
}
