package io.reprise.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;

/** What is felt like when: a taste that stays for some months, and hours that have their own. */
final class Mood {
    static final int GENRES = 8;
    private static final int PHASE_DAYS = 140;
    private static final double PHASE_FACTOR = 5;
    private static final double HOUR_FACTOR = 2.5;

    private final int[] phases;
    private final LocalDate begin;

    Mood(Invention invention) {
        this.begin = invention.begin();
        this.phases = new int[invention.days() / PHASE_DAYS + 2];
        Random random = invention.random();
        for (int i = 0; i < phases.length; i++) {
            phases[i] = random.nextInt(GENRES);
        }
    }

    /** How much more than usual each genre is felt like. */
    double[] at(LocalDate day, int hour) {
        double[] factors = new double[GENRES];
        Arrays.fill(factors, 1);
        int phase = (int) Math.max(0, (day.toEpochDay() - begin.toEpochDay()) / PHASE_DAYS);
        factors[phases[phase]] *= PHASE_FACTOR;
        factors[hourGenre(day, hour)] *= HOUR_FACTOR;
        return factors;
    }

    private static int hourGenre(LocalDate day, int hour) {
        boolean isWeekend = isFree(day);
        if (hour < 9) {
            return isWeekend ? 5 : 0;
        }
        if (hour < 13) {
            return isWeekend ? 1 : 2;
        }
        if (hour < 19) {
            return 3;
        }
        return day.getDayOfWeek() == DayOfWeek.FRIDAY || isWeekend ? 4 : hour >= 22 ? 6 : 7;
    }

    /** Weekends, the holidays of summer and winter, and the days at home at the end of the year. */
    static boolean isFree(LocalDate day) {
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() || isHoliday(day);
    }

    static boolean isHoliday(LocalDate day) {
        int ofYear = day.getDayOfYear();
        int summer = 185 + day.getYear() * 7 % 40;
        int month = day.getMonthValue();
        return ofYear >= summer && ofYear < summer + 15
                || month == 12 && day.getDayOfMonth() >= 24
                || month == 2 && day.getDayOfMonth() <= 7;
    }

    /** How much is listened to on this day, 1 being the usual; a few days are silent. */
    static double appetite(LocalDate day, Random random) {
        double chance = random.nextDouble();
        if (chance < 0.015) {
            return 0;
        }
        double wave = 1 + 0.25 * Math.sin(day.toEpochDay() / 190.0);
        double kind = isHoliday(day) ? 0.55 : isFree(day) ? 0.95 : 1.15;
        return wave * kind * (0.45 + 1.1 * chance);
    }
}
