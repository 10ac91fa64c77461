package io.reprise.scrobble;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Several payloads in one packed block: each as its length (seven bits a byte, lowest first) and its bytes. */
final class PayloadBlock {
    /** How many payloads share a block: enough for zstd to find what repeats, few enough to read one in 0.1 ms. */
    static final int PAYLOADS_MAX = 256;

    private PayloadBlock() {}

    static Codec.Packed pack(List<byte[]> payloads) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(payloads.size() * 512);
        for (byte[] payload : payloads) {
            int length = payload.length;
            while (length > 0x7f) {
                plain.write(length & 0x7f | 0x80);
                length >>>= 7;
            }
            plain.write(length);
            plain.writeBytes(payload);
        }
        return Codec.pack(plain.toByteArray());
    }

    static List<byte[]> unpack(int codec, byte[] bytes) {
        byte[] plain = Codec.unpack(codec, bytes);
        List<byte[]> payloads = new ArrayList<>(PAYLOADS_MAX);
        int at = 0;
        while (at < plain.length) {
            int length = 0;
            int shift = 0;
            byte next;
            do {
                next = plain[at++];
                length |= (next & 0x7f) << shift;
                shift += 7;
            } while (next < 0);
            byte[] payload = new byte[length];
            System.arraycopy(plain, at, payload, 0, length);
            payloads.add(payload);
            at += length;
        }
        return payloads;
    }
}
