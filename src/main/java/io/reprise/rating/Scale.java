package io.reprise.rating;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scale that people or programs rate on: from {@code least} to {@code most} in steps of {@code step}. The one place
 * where ratings are converted: 4 of 5 is 8 of 10 is 80 inside, whatever the least is that can be given; only a scale
 * that goes below zero is centred, so that hate is 0 and love is 100. Where a scale has at most 100 steps, what is
 * given on it comes back the same from inside.
 */
public record Scale(String word, double least, double most, double step) {
    public static final Scale STARS = new Scale("stars", 1, 5, 1);
    public static final Scale HALF_STARS = new Scale("half-stars", 0.5, 5, 0.5);
    public static final Scale QUARTER_STARS = new Scale("quarter-stars", 0.25, 5, 0.25);
    public static final Scale TEN = new Scale("10", 1, 10, 1);
    /** From nought to ten with one decimal. */
    public static final Scale TENTHS = new Scale("10.0", 0, 10, 0.1);

    public static final Scale HUNDRED = new Scale("100", 0, 100, 1);
    /** Love and hate, thumbs up and down. */
    public static final Scale THUMBS = new Scale("thumbs", Loves.HATED, Loves.LOVED, 2);

    /** The scales that a user can choose to see. */
    public static final List<Scale> CHOICES = List.of(HALF_STARS, STARS, TEN, TENTHS, HUNDRED, THUMBS);
    /** What is shown to who has not chosen. */
    public static final Scale USUAL = HALF_STARS;

    private static final double EXACT = 1_000;
    private static final Pattern SHARE =
            Pattern.compile("([0-9]{1,7}(?:[.,][0-9]{1,3})?)\\s*(?:(/|of|out of)\\s*([0-9]{1,7})|(%))?");
    private static final Pattern DRAWN = Pattern.compile("([★*]{0,5})(½?)☆{0,5}");
    private static final int DRAWN_STARS = 5;

    public Scale {
        if (!(least < most) || !(step > 0)) {
            throw new IllegalArgumentException("a scale goes from a number up to a greater one in steps above 0, not "
                    + least + " to " + most + " by " + step);
        }
    }

    public static Optional<Scale> ofWord(String word) {
        return CHOICES.stream().filter(scale -> scale.word.equals(word)).findFirst();
    }

    /** The words of the scales that can be chosen, for a sentence. */
    public static String words() {
        return String.join(", ", CHOICES.stream().map(Scale::word).toList());
    }

    /** The score from 0 to 100 for what was told on a scale. */
    static int inside(double told, double least, double most) {
        double share = least >= 0 ? told / most : (told - least) / (most - least);
        return (int) Math.round(Math.clamp(share, 0, 1) * Score.FULL);
    }

    /** What was given on this scale; an {@link IllegalArgumentException} where it does not lie on it. */
    public Score score(double told) {
        return Score.of(told, least, most);
    }

    /** What this scale says for a score from 0 to 100: its nearest step. */
    public double of(int value) {
        double start = least >= 0 ? 0 : least;
        double steps = Math.round((value / Score.FULL) * (most - start) / step);
        return Math.clamp(Math.round((start + steps * step) * EXACT) / EXACT, least, most);
    }

    /** What a score is on this scale: as it was told where it was told on it, else the nearest step. */
    public double of(Score score) {
        return score.most() == most && score.told() >= least ? score.told() : of(score.value());
    }

    /** In words, such as {@code 4.5/5}. */
    public String text(Score score) {
        double shown = of(score);
        return least < 0 ? shown > 0 ? "up" : "down" : number(shown) + "/" + number(most);
    }

    /** A number without the decimals that it does not need. */
    public static String number(double number) {
        return number == Math.rint(number)
                ? String.valueOf((long) number)
                : String.format(Locale.ROOT, "%.2f", number).replaceAll("0$", "");
    }

    /**
     * A rating as people type it: {@code 4.5/5}, {@code 8/10}, {@code 85%}, {@code ★★★★½}, {@code love}, {@code hate},
     * or a number alone, which lies on this scale; an {@link IllegalArgumentException} where it is none of these.
     */
    public Score read(String text) {
        String told = text.strip().toLowerCase(Locale.ROOT);
        switch (told) {
            case "love", "loved", "up", "like", "♥" -> {
                return THUMBS.score(Loves.LOVED);
            }
            case "hate", "hated", "down", "dislike" -> {
                return THUMBS.score(Loves.HATED);
            }
            default -> {}
        }
        Matcher drawn = DRAWN.matcher(told);
        if (!told.isEmpty() && drawn.matches()) {
            return Score.of(drawn.group(1).length() + drawn.group(2).length() / 2.0, 0, DRAWN_STARS);
        }
        Matcher share = SHARE.matcher(told);
        if (!share.matches()) {
            throw new IllegalArgumentException(
                    "rating: expected one such as 4.5/5, 8/10, 85%, love or hate, got \"" + text.strip() + "\"");
        }
        double number = Double.parseDouble(share.group(1).replace(',', '.'));
        if (share.group(4) != null) {
            return Score.of(number, 0, Score.FULL);
        }
        return share.group(3) == null ? score(number) : Score.of(number, 0, Double.parseDouble(share.group(3)));
    }
}
