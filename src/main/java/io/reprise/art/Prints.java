package io.reprise.art;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * What is made of a picture: JPEGs of its pixels alone in every size that is smaller than it, and one of its whole
 * (under {@link PictureSize#FULL}). {@code hash} is the SHA-256 of the bytes that they were made of.
 */
record Prints(String hash, Map<PictureSize, byte[]> jpegs) {
    private static final float QUALITY = 0.85f;
    private static final byte[] MARKER = {(byte) 0xff, (byte) 0xd8};
    private static final byte END = (byte) 0xd9;

    /** Fails as {@link PictureReader} does. */
    static Prints of(byte[] bytes) {
        return of(hash(bytes), PictureReader.read(bytes));
    }

    private static Prints of(String hash, Pixels pixels) {
        Map<PictureSize, byte[]> jpegs = new EnumMap<>(PictureSize.class);
        Pixels last = pixels;
        jpegs.put(PictureSize.FULL, jpeg(pixels));
        for (PictureSize size : java.util.List.of(PictureSize.LARGE, PictureSize.MEDIUM, PictureSize.SMALL)) {
            if (pixels.longestSide() > size.side()) {
                last = last.within(size.side());
                jpegs.put(size, jpeg(last));
            }
        }
        return new Prints(hash, jpegs);
    }

    /** Whether these bytes begin and end as a JPEG of ours does, so that nothing of it was cut off. */
    static boolean isWhole(byte[] jpeg) {
        int length = jpeg.length;
        return length > MARKER.length * 2
                && Arrays.equals(jpeg, 0, MARKER.length, MARKER, 0, MARKER.length)
                && jpeg[length - 2] == MARKER[0]
                && jpeg[length - 1] == END;
    }

    byte[] whole() {
        return java.util.Objects.requireNonNull(jpegs.get(PictureSize.FULL));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime knows SHA-256", e);
        }
    }

    private static byte[] jpeg(Pixels pixels) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(pixels.image(), null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
