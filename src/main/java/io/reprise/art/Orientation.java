package io.reprise.art;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as the Exif note in a JPEG tells it (tag 274, from 1, upright, to 8). Whatever cannot be read
 * of it is upright.
 */
final class Orientation {
    static final int UPRIGHT = 1;
    /** From here on the sides change places. */
    static final int LYING = 5;

    private static final int LAST = 8;
    private static final int TAG = 0x0112;
    private static final int MARKER = 0xff;
    private static final int NOTES = 0xe1;
    private static final int SCAN = 0xda;
    private static final int EXIF = 0x45786966;
    private static final int LITTLE = 0x4949;
    private static final int TIFF_AT = 6;
    private static final int ENTRIES_MAX = 200;
    private static final int SEGMENTS_MAX = 100;

    private Orientation() {}

    static int of(byte[] jpeg) {
        try {
            return inSegments(ByteBuffer.wrap(jpeg).position(2));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static int inSegments(ByteBuffer jpeg) {
        for (int i = 0; i < SEGMENTS_MAX; i++) {
            int marker = Byte.toUnsignedInt(jpeg.get());
            int kind = Byte.toUnsignedInt(jpeg.get());
            int length = Short.toUnsignedInt(jpeg.getShort(jpeg.position()));
            if (marker != MARKER || kind == SCAN) {
                return UPRIGHT;
            }
            ByteBuffer segment = jpeg.slice(jpeg.position() + 2, length - 2);
            if (kind == NOTES && segment.remaining() > TIFF_AT && segment.getInt(0) == EXIF) {
                return inTiff(segment.slice(TIFF_AT, segment.remaining() - TIFF_AT));
            }
            jpeg.position(jpeg.position() + length);
        }
        return UPRIGHT;
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = tiff.getInt(4);
        int entries = Math.min(ENTRIES_MAX, Short.toUnsignedInt(tiff.getShort(first)));
        for (int i = 0; i < entries; i++) {
            int at = first + 2 + 12 * i;
            if (Short.toUnsignedInt(tiff.getShort(at)) == TAG) {
                int told = tiff.getShort(at + 8);
                return told < UPRIGHT || told > LAST ? UPRIGHT : told;
            }
        }
        return UPRIGHT;
    }
}
