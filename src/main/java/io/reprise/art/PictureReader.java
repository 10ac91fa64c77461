package io.reprise.art;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads pixels out of bytes from anywhere, as what their first bytes say they are, bounded in sides, pixels and time. A
 * large one is read coarsely at once, so that it never stands in memory whole. Stateless; thread-safe.
 */
final class PictureReader {
    static final int PIXELS_MAX = 32_000_000;
    static final int SIDE_MAX = 20_000;
    private static final Duration READING_MAX = Duration.ofSeconds(15);
    /** Read with so many times the pixels that are kept, for scaling down is finer than leaving out. */
    private static final int FINER = 2;

    private static final String JPEG_WORD = "jpeg";
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] GIF = {'G', 'I', 'F', '8'};
    private static final int SHOWN_BYTES = 8;

    private PictureReader() {}

    /** The picture, no side longer than that of {@link PictureSize#FULL}. */
    static Pixels read(byte[] bytes) {
        String format = format(bytes);
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new Hurried(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > SIDE_MAX || height > SIDE_MAX || (long) width * height > PIXELS_MAX) {
                throw new UnusablePicture("A picture has at most " + PIXELS_MAX / 1_000_000
                        + " million pixels; this one has " + width + " x " + height + ".");
            }
            Pixels pixels = Pixels.of(reader.read(0, coarsely(reader, Math.max(width, height))))
                    .within(PictureSize.FULL.side());
            return format.equals(JPEG_WORD) ? pixels.turned(Orientation.of(bytes)) : pixels;
        } catch (IOException | RuntimeException e) {
            if (e instanceof UnusablePicture unusable) {
                throw unusable;
            }
            throw new UnusablePicture(
                    "This " + format.toUpperCase(java.util.Locale.ROOT) + " cannot be read: "
                            + (e instanceof IIOException || e instanceof Late ? e.getMessage() : e) + ".",
                    e);
        } finally {
            reader.dispose();
        }
    }

    private static String format(byte[] bytes) {
        if (begins(bytes, JPEG)) {
            return JPEG_WORD;
        }
        if (begins(bytes, PNG)) {
            return "png";
        }
        if (begins(bytes, GIF)) {
            return "gif";
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(SHOWN_BYTES, bytes.length); i++) {
            shown.append(String.format("%02x ", bytes[i]));
        }
        throw new UnusablePicture("This is no picture that can be read. Expected a JPEG, PNG or GIF; what came has "
                + bytes.length + " bytes"
                + (shown.isEmpty()
                        ? "."
                        : " and begins with " + shown.toString().strip() + "."));
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length > with.length && java.util.Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    private static ImageReadParam coarsely(ImageReader reader, int longest) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, longest / (FINER * PictureSize.FULL.side()));
        param.setSourceSubsampling(step, step, 0, 0);
        // A profile of colours is worked out here once for all, where the reader can.
        ImageTypeSpecifier plain = ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_3BYTE_BGR);
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        while (types.hasNext()) {
            if (types.next().equals(plain)) {
                param.setDestinationType(plain);
            }
        }
        return param;
    }

    /** Bytes that can be read for a time only, for a small file may ask for hours of work. */
    private static final class Hurried extends FilterInputStream {
        private final long until = System.nanoTime() + READING_MAX.toNanos();

        Hurried(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (System.nanoTime() - until > 0) {
                throw new Late();
            }
            return super.read(into, from, length);
        }
    }

    private static final class Late extends IOException {
        private static final long serialVersionUID = 1L;

        Late() {
            super("it takes longer than " + READING_MAX.toSeconds() + " s");
        }
    }
}
