package io.reprise.rating;

/**
 * A score from 0 to 100, and as it was given: {@code told} on a scale from {@code least} to {@code most} (0 to 10, 0.5
 * to 5, -1 to 1 ...), for no two services count alike.
 */
public record Score(int value, double told, double least, double most) {
    public static final double FULL = 100;
    private static final double BOUND = 1_000_000;

    public Score {
        boolean isScale = Math.abs(least) <= BOUND && Math.abs(most) <= BOUND && least < most;
        if (!isScale) {
            throw new IllegalArgumentException(
                    "a scale goes from a number up to a greater one, not " + least + " to " + most);
        }
        if (!(told >= least && told <= most)) {
            throw new IllegalArgumentException(
                    "a rating lies on its scale from " + least + " to " + most + ", not " + told);
        }
        if (value < 0 || value > FULL) {
            throw new IllegalArgumentException("a score is 0 to 100, not " + value);
        }
    }

    /** Whether it is love or hate, which {@link Loves} keeps. */
    public boolean isLove() {
        return least == Loves.HATED && most == Loves.LOVED;
    }

    public static Score of(double told, double least, double most) {
        return new Score(Scale.inside(told, least, most), told, least, most);
    }
}
