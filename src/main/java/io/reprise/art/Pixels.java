package io.reprise.art;

import java.awt.image.BufferedImage;

/** A picture as red, green and blue, 8 bits each, row by row from the top left. */
record Pixels(int width, int height, int[] rgb) {
    private static final int OPAQUE = 255;
    private static final int BYTE_BITS = 8;
    private static final int BYTE = 0xff;

    Pixels {
        if (width < 1 || height < 1 || rgb.length != width * height) {
            throw new IllegalArgumentException(width + " x " + height + " pixels are not " + rgb.length);
        }
    }

    /** What is transparent is laid on white. */
    static Pixels of(BufferedImage image) {
        int width = image.getWidth();
        int[] rgb = new int[width * image.getHeight()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, rgb, y * width, width);
        }
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = onWhite(rgb[i]);
        }
        return new Pixels(width, image.getHeight(), rgb);
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 3 * BYTE_BITS;
        if (alpha == OPAQUE) {
            return argb & 0xffffff;
        }
        int laid = 0;
        for (int shift = 0; shift < 3 * BYTE_BITS; shift += BYTE_BITS) {
            int channel = argb >>> shift & BYTE;
            laid |= (channel * alpha + OPAQUE * (OPAQUE - alpha)) / OPAQUE << shift;
        }
        return laid;
    }

    int longestSide() {
        return Math.max(width, height);
    }

    /** The same with no side longer than this; each pixel is the mean of those that it stands for. */
    Pixels within(int side) {
        if (longestSide() <= side) {
            return this;
        }
        int newWidth = Math.max(1, (int) Math.round((double) width * side / longestSide()));
        int newHeight = Math.max(1, (int) Math.round((double) height * side / longestSide()));
        int[] scaled = new int[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            int top = (int) ((long) y * height / newHeight);
            int bottom = Math.max(top + 1, (int) ((long) (y + 1) * height / newHeight));
            for (int x = 0; x < newWidth; x++) {
                int left = (int) ((long) x * width / newWidth);
                int right = Math.max(left + 1, (int) ((long) (x + 1) * width / newWidth));
                scaled[y * newWidth + x] = mean(left, top, right, bottom);
            }
        }
        return new Pixels(newWidth, newHeight, scaled);
    }

    private int mean(int left, int top, int right, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = rgb[y * width + x];
                red += pixel >>> 2 * BYTE_BITS & BYTE;
                green += pixel >>> BYTE_BITS & BYTE;
                blue += pixel & BYTE;
            }
        }
        long count = (long) (right - left) * (bottom - top);
        long half = count / 2;
        return (int)
                ((red + half) / count << 2 * BYTE_BITS | (green + half) / count << BYTE_BITS | (blue + half) / count);
    }

    /** As it is meant to be seen where a camera was held so; see {@link Orientation}. */
    Pixels turned(int orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return this;
        }
        boolean isLying = orientation >= Orientation.LYING;
        int newWidth = isLying ? height : width;
        int newHeight = isLying ? width : height;
        int[] turned = new int[rgb.length];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                turned[y * newWidth + x] = switch (orientation) {
                    case 2 -> at(width - 1 - x, y);
                    case 3 -> at(width - 1 - x, height - 1 - y);
                    case 4 -> at(x, height - 1 - y);
                    case 5 -> at(y, x);
                    case 6 -> at(y, height - 1 - x);
                    case 7 -> at(width - 1 - y, height - 1 - x);
                    default -> at(width - 1 - y, x);
                };
            }
        }
        return new Pixels(newWidth, newHeight, turned);
    }

    private int at(int x, int y) {
        return rgb[y * width + x];
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, rgb, 0, width);
        return image;
    }
}
