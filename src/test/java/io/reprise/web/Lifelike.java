package io.reprise.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Scrobbles of somebody's last years, every kind among them; the same for the same seed. */
final class Lifelike {
    private static final String[] ARTISTS = {
        "Nils Frahm", "Big Thief", "Alice Coltrane", "Fontaines D.C.", "Mitski", "Khruangbin", "Sigur Rós",
                "Ólafur Arnalds",
        "Fela Kuti", "坂本龍一", "فيروز", "Björk", "Bill Evans Trio", "Godspeed You! Black Emperor", "Ali Farka Touré",
                "Low"
    };
    private static final String[] WORDS = {
        "Says", "River", "Night", "Ghost", "Paper", "Light", "Harbour", "Blue", "Window", "Slow", "Winter", "Glass",
        "Field", "Salt", "Echo", "Morning", "Signal", "Garden"
    };
    private static final String[] SHOWS = {"The Bear", "Severance", "Dark"};
    private static final String[] FILMS = {"Past Lives", "Perfect Days", "Ikiru", "Stalker"};
    private static final String[] SITES = {"lwn.net", "aeon.co"};
    private static final int MINUTE_SECONDS = 60;

    private final Random random;
    private final List<String> scrobbles = new ArrayList<>();

    private Lifelike(long seed) {
        this.random = new Random(seed);
    }

    /** About {@code count} scrobbles that end shortly before {@code until}. */
    static List<String> until(Instant until, int count) {
        Lifelike life = new Lifelike(7);
        long at = until.getEpochSecond() - 7 * MINUTE_SECONDS;
        for (int i = 0; i < count; i++) {
            life.one(at);
            boolean pause = life.random.nextInt(12) == 0;
            at -= pause ? 3_600L * (2 + life.random.nextInt(i % 900 > 800 ? 90 : 14)) : 200 + life.random.nextInt(120);
        }
        return life.scrobbles;
    }

    private void one(long at) {
        switch (random.nextInt(40)) {
            case 0 ->
                add(
                        at,
                        "'kind':'episode','show':'%s','season':%d,'episode':%d,"
                                + "'title':'%s','length':2400,'duration':2400",
                        pick(SHOWS),
                        1 + random.nextInt(3),
                        1 + random.nextInt(10),
                        title());
            case 1 ->
                add(
                        at,
                        "'kind':'article','title':'How a %s became a %s',"
                                + "'url':'https://%s/%d','site':'lwn.net','duration':400",
                        word(),
                        word(),
                        pick(SITES),
                        random.nextInt(400));
            case 2 -> other(at);
            default -> song(at);
        }
    }

    private void other(long at) {
        switch (random.nextInt(5)) {
            case 0 ->
                add(
                        at,
                        "'kind':'film','title':'%s','year':2023,'director':'Celine Song','length':6300,'duration':6300",
                        pick(FILMS));
            case 1 -> add(at, "'kind':'book','title':'Piranesi','author':'Susanna Clarke','duration':1800");
            case 2 -> add(at, "'kind':'picture','title':'IMG_%d','album':'Ghost Light'", random.nextInt(300));
            case 3 ->
                add(
                        at,
                        "'kind':'podcast','title':'Episode %d','feed':'In Our Time','length':2500,'duration':2500",
                        random.nextInt(90));
            default ->
                add(at, "'kind':'video','title':'%s','channel':'Every Frame','length':600,'duration':600", title());
        }
    }

    private void song(long at) {
        int artist = (int) Math.min(ARTISTS.length - 1.0, Math.abs(random.nextGaussian()) * ARTISTS.length / 2.5);
        int album = random.nextInt(3);
        int track = random.nextInt(9);
        String name = WORDS[(artist * 5 + album * 3 + track) % WORDS.length]
                + (track % 3 == 0 ? "" : " " + WORDS[(artist + track) % WORDS.length]);
        String release =
                WORDS[(artist * 7 + album) % WORDS.length] + " " + WORDS[(artist + album * 4 + 1) % WORDS.length];
        add(
                at,
                "'kind':'song','title':'%s','artist':'%s','release':'%s','length':%d,'duration':%d",
                name,
                ARTISTS[artist],
                release,
                240,
                240);
    }

    private void add(long at, String members, Object... values) {
        String told = "{'started_at':" + at + "," + String.format(Locale.ROOT, members, values) + "}";
        scrobbles.add(told.replace('\'', '"'));
    }

    private String title() {
        return word() + " " + word();
    }

    private String word() {
        return pick(WORDS);
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
