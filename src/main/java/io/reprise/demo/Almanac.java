package io.reprise.demo;

import io.reprise.media.ContainerKind;
import io.reprise.media.ContainerMention;
import io.reprise.media.Credit;
import io.reprise.media.CreditedName;
import io.reprise.media.Mention;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What an invented authority tells of those who made what is played: from where they are, of which genres, when an
 * album came out. All of it follows from the names, and an album is never newer than its first play.
 */
final class Almanac {
    private static final List<String> MUSIC = List.of(
            "dream pop", "ambient", "post-rock", "indie folk", "house", "chamber jazz", "trip hop", "synth-pop");
    private static final List<String> BOOKS =
            List.of("novel", "short stories", "science fiction", "crime", "essays", "history", "nature writing");
    private static final List<String> FILMS =
            List.of("drama", "comedy", "thriller", "documentary", "science fiction", "animation");
    /** The more often, the likelier. */
    private static final List<String> COUNTRIES = List.of(("US US US US US GB GB GB GB DE DE DE FR FR SE SE SE IS JP JP"
                    + " BR BR CA CA AU NL NO ML NG ZA AR CL MX KR IT ES PL IE BE DK FI PT NZ ET SN JM IN TR GR CZ AT CH"
                    + " TW GE CO EG SG")
            .split(" ", -1));

    private static final int YEAR_DAYS = 365;
    private static final int RELEASED_YEAR_MIN = 1950;

    /** What is told of the thing whose key is made of {@code identity}; empty texts are not told. */
    record Told(String of, String identity, String name, String released, String country, List<String> genres) {}

    private final ZoneId zone;
    private final Map<String, Told> told = new LinkedHashMap<>();

    private Almanac(ZoneId zone) {
        this.zone = zone;
    }

    /** Of everything in these entries, which are in the order of time. */
    static List<Told> of(List<Entry> entries, ZoneId zone) {
        Almanac almanac = new Almanac(zone);
        entries.forEach(almanac::read);
        return List.copyOf(almanac.told.values());
    }

    /** The place of an artist's genre among {@link Mood#GENRES}. */
    static int genre(String artist) {
        return Math.floorMod(artist.hashCode(), Mood.GENRES);
    }

    private void read(Entry entry) {
        Map<String, Object> members = entry.thing().members();
        switch (entry.thing().kind()) {
            case "song" -> {
                String artist = text(members, "artist");
                creator(artist, genres(MUSIC, genre(artist), artist));
                release(artist, text(members, "release"), entry);
            }
            case "book" -> person(text(members, "author"), BOOKS);
            case "film" -> {
                person(text(members, "director"), FILMS);
                film(text(members, "title"), text(members, "year"));
            }
            default -> {}
        }
    }

    private void person(String name, List<String> genres) {
        creator(name, genres(genres, Math.floorMod(name.hashCode(), genres.size()), name));
    }

    private void creator(String name, List<String> genres) {
        String country = COUNTRIES.get(new Random(name.hashCode()).nextInt(COUNTRIES.size()));
        String identity = CreditedName.identity(name);
        told.computeIfAbsent(identity, any -> new Told("creator", identity, name, "", country, genres));
    }

    /** One genre, and often another beside it. */
    private static List<String> genres(List<String> all, int first, String name) {
        int other = new Random(~name.hashCode()).nextInt(all.size() + all.size() / 2);
        return other >= all.size() || other == first
                ? List.of(all.get(first))
                : List.of(all.get(first), all.get(other));
    }

    private void release(String artist, String title, Entry first) {
        String identity = new ContainerMention(ContainerKind.RELEASE, title, Credit.of(artist, "artist")).identity();
        told.computeIfAbsent(
                identity, any -> new Told("container", identity, title, released(identity, first), "", List.of()));
    }

    private void film(String title, String year) {
        String identity = new Mention.Film(title, Integer.valueOf(year), Credit.NONE, null, List.of()).identity();
        told.computeIfAbsent(identity, any -> new Told("item", identity, title, year, "", List.of()));
    }

    /** Four of ten are new when they are found, three some years old, three from long ago. */
    private String released(String identity, Entry first) {
        Random random = new Random(identity.hashCode());
        int way = random.nextInt(10);
        int years = way < 4 ? 0 : way < 7 ? 1 + random.nextInt(14) : 15 + random.nextInt(40);
        LocalDate played = LocalDate.ofInstant(Instant.ofEpochSecond(first.at()), zone);
        LocalDate day = played.minusYears(years).minusDays(1 + random.nextInt(YEAR_DAYS));
        return day.getYear() < RELEASED_YEAR_MIN ? "" : day.toString();
    }

    private static String text(Map<String, Object> members, String name) {
        return String.valueOf(members.get(name));
    }
}
