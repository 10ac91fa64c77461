package io.reprise.art;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures for tests. */
public final class Drawn {
    private Drawn() {}

    /** One of one colour (0xrrggbb) in this format. */
    public static byte[] picture(String format, int width, int height, int rgb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, rgb);
            }
        }
        return written(image, format);
    }

    public static byte[] jpeg(int side, int rgb) {
        return picture("jpeg", side, side, rgb);
    }

    /** A JPEG, red on its left and blue on its right, with a note that the camera was held so. */
    static byte[] held(int orientation, boolean little) {
        BufferedImage image = new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 80; x++) {
                image.setRGB(x, y, x < 40 ? 0xff0000 : 0x0000ff);
            }
        }
        byte[] plain = written(image, "jpeg");
        ByteBuffer note = ByteBuffer.allocate(36);
        note.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        note.put((little ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        note.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        note.putShort((short) 42).putInt(8).putShort((short) 1);
        note.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        ByteBuffer file = ByteBuffer.allocate(plain.length + note.capacity());
        file.put(plain, 0, 2).put(note.array()).put(plain, 2, plain.length - 2);
        return file.array();
    }

    /** A PNG through which one sees everything. */
    static byte[] clear(int side) {
        return written(new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** A PNG of few bytes that says it is so large. */
    static byte[] bomb(int width, int height) {
        ByteBuffer head = ByteBuffer.allocate(17);
        head.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        head.put(new byte[] {8, 6, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(head.array());
        ByteBuffer file = ByteBuffer.allocate(33);
        file.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        file.putInt(13).put(head.array()).putInt((int) sum.getValue());
        return file.array();
    }

    public static BufferedImage read(byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                throw new AssertionError("no picture");
            }
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, bytes)) {
                throw new AssertionError(format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
