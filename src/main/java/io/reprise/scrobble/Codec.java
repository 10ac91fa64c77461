package io.reprise.scrobble;

import com.github.luben.zstd.Zstd;

/** How stored payload bytes are packed; the code stands beside them. */
final class Codec {
    static final int PLAIN = 0;
    static final int ZSTD = 1;
    private static final int LEVEL = 3;
    /** Larger than any block we write; a stored length beyond it means a broken row. */
    private static final long UNPACKED_BYTES_MAX = 1L << 30;

    private Codec() {}

    /** Packed bytes and their code. */
    record Packed(int codec, byte[] bytes) {}

    /** Packs; what does not get smaller stays as it is. */
    static Packed pack(byte[] plain) {
        byte[] squeezed = Zstd.compress(plain, LEVEL);
        return squeezed.length < plain.length ? new Packed(ZSTD, squeezed) : new Packed(PLAIN, plain);
    }

    static byte[] unpack(int codec, byte[] bytes) {
        return switch (codec) {
            case PLAIN -> bytes;
            case ZSTD -> {
                long size = Zstd.getFrameContentSize(bytes);
                if (size < 0 || size > UNPACKED_BYTES_MAX) {
                    throw new IllegalStateException(
                            "a stored payload says it unpacks to " + size + " bytes; its row is broken, run doctor");
                }
                yield Zstd.decompress(bytes, Math.toIntExact(size));
            }
            default ->
                throw new IllegalStateException(
                        "no codec has the number " + codec + "; was this store written by a newer Reprise?");
        };
    }
}
