package io.reprise.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lives through the days: work and weekends, evenings with a series, holidays with books and pictures. */
final class Life {
    private static final double SONGS_A_DAY = 29;
    private static final String PHONE = "phone";
    private static final String DESK = "desk";
    private static final String LIVING_ROOM = "living room";

    private final Random random;
    private final Jukebox jukebox;
    private final Shelf shelf;
    private final ZoneId zone;
    private final List<Entry> entries = new ArrayList<>();

    Life(Invention invention, ZoneId zone) {
        this.random = invention.random();
        this.jukebox = new Jukebox(invention);
        this.shelf = new Shelf(invention);
        this.zone = zone;
    }

    List<Entry> entries() {
        return entries;
    }

    void live(LocalDate date) {
        int songs = (int) Math.round(SONGS_A_DAY * Mood.appetite(date, random));
        if (songs == 0) {
            return;
        }
        Day day = new Day(date, zone, entries);
        if (Mood.isFree(date)) {
            free(day, date, songs);
        } else {
            work(day, date, songs);
        }
        evening(day, date, songs / 4);
    }

    private void work(Day day, LocalDate date, int songs) {
        day.goOnAt(7, 5, random);
        if (chance(0.5)) {
            day.take(shelf.podcast(), PHONE, random);
        } else {
            music(day, date, new Sitting(7, 9, songs / 6, PHONE));
        }
        day.goOnAt(9, 10, random);
        music(day, date, new Sitting(9, 12, songs * 2 / 6, DESK));
        day.goOnAt(12, 20, random);
        for (int i = random.nextInt(3); i > 0; i--) {
            day.take(shelf.article(), DESK, random);
        }
        day.goOnAt(14, 0, random);
        music(day, date, new Sitting(14, 18, songs / 3, DESK));
    }

    private void free(Day day, LocalDate date, int songs) {
        day.goOnAt(10, 0, random);
        music(day, date, new Sitting(10, 13, songs / 3, LIVING_ROOM));
        day.goOnAt(13, 30, random);
        if (chance(Mood.isHoliday(date) ? 0.3 : 0.06)) {
            String album = shelf.album(date.getYear());
            int pictures = 6 + random.nextInt(20);
            for (int i = 1; i <= pictures; i++) {
                day.take(shelf.picture(album, i), PHONE, random);
            }
        }
        if (chance(0.35)) {
            day.take(shelf.video(), LIVING_ROOM, random);
        }
        if (Mood.isHoliday(date) || chance(0.25)) {
            day.take(shelf.sitting(), "reader", random);
        }
        day.goOnAt(15, 30, random);
        music(day, date, new Sitting(15, 19, songs * 5 / 12, LIVING_ROOM));
    }

    private void evening(Day day, LocalDate date, int songs) {
        day.goOnAt(19, 40, random);
        boolean isWeekend = date.getDayOfWeek().getValue() >= DayOfWeek.FRIDAY.getValue();
        if (isWeekend && chance(0.4)) {
            day.take(shelf.film(date.getYear()), LIVING_ROOM, random);
        } else if (chance(0.5)) {
            for (int i = 1 + random.nextInt(3); i > 0 && day.isBefore(22); i--) {
                day.take(shelf.episode(), LIVING_ROOM, random);
            }
        } else {
            music(day, date, new Sitting(20, 23, songs, LIVING_ROOM));
            if (chance(0.3)) {
                day.take(shelf.video(), PHONE, random);
            }
        }
        day.goOnAt(22, 25, random);
        if (day.isBefore(24) && chance(0.35)) {
            day.take(shelf.sitting(), "reader", random);
        }
    }

    /** Music from an hour to another, so many songs at most, on one device. */
    private record Sitting(int hour, int until, int songs, String client) {}

    private void music(Day day, LocalDate date, Sitting sitting) {
        List<Shelf.Taken> songs = jukebox.session(date, sitting.hour(), sitting.songs());
        for (int i = 0; i < songs.size() && day.isBefore(sitting.until()); i++) {
            day.take(songs.get(i), sitting.client(), random);
        }
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
