package io.reprise.playlist;

import io.reprise.account.ZoneHistory;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time that reaches back from now: days of the calendar ({@code 30}, {@code 30d}, {@code 2w}, {@code 6m},
 * {@code 1y}, {@code P3M}), which begin at the start of the user's local day, or hours ({@code 12h}, {@code PT12H}),
 * which are exact. {@code text} is as it was told.
 */
public record Span(String text, Period days, Duration exact) {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,5})\\s*([a-z]?)");
    private static final int DAYS_MAX = 366 * 200;

    public Span {
        if (days.isNegative() || exact.isNegative() || days.toTotalMonths() * 30 + days.getDays() > DAYS_MAX) {
            throw new IllegalArgumentException("a span is between nothing and " + DAYS_MAX + " days, not " + text);
        }
    }

    /** Reads one; empty where the text is none. */
    static Optional<Span> read(String told) {
        String text = told.strip();
        try {
            Matcher matcher = SHORT.matcher(text.toLowerCase(java.util.Locale.ROOT));
            if (matcher.matches()) {
                return ofUnit(text, Integer.parseInt(matcher.group(1)), matcher.group(2));
            }
            if (text.regionMatches(true, 0, "PT", 0, 2)) {
                return Optional.of(new Span(text, Period.ZERO, Duration.parse(text)));
            }
            return Optional.of(new Span(text, Period.parse(text), Duration.ZERO));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Span> ofUnit(String text, int amount, String unit) {
        return switch (unit) {
            case "", "d" -> Optional.of(new Span(text, Period.ofDays(amount), Duration.ZERO));
            case "w" -> Optional.of(new Span(text, Period.ofWeeks(amount), Duration.ZERO));
            case "m" -> Optional.of(new Span(text, Period.ofMonths(amount), Duration.ZERO));
            case "y" -> Optional.of(new Span(text, Period.ofYears(amount), Duration.ZERO));
            case "h" -> Optional.of(new Span(text, Period.ZERO, Duration.ofHours(amount)));
            default -> Optional.empty();
        };
    }

    /** Whether it counts days and not hours. */
    boolean isOfDays() {
        return exact.isZero();
    }

    /** Where it begins, seen from this second (epoch seconds, UTC). */
    long startBefore(long now, ZoneHistory zones) {
        if (!isOfDays()) {
            return now - exact.toSeconds();
        }
        LocalDate today = LocalDate.ofEpochDay(zones.dayAt(now));
        return zones.startOf(today.minus(days));
    }

    /** Its length in seconds, for what is limited by it; a month counts 30 days. */
    long seconds() {
        return exact.toSeconds() + 86_400L * (days.toTotalMonths() * 30 + days.getDays());
    }
}
