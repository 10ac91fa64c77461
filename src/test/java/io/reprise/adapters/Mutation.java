package io.reprise.adapters;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Breaks a request: bytes left out, doubled, changed, cut off, or put in between. */
public final class Mutation {
    private static final List<String> PIECES = List.of(
            "&",
            "=",
            "%",
            "%0",
            "%00",
            "%zz",
            "[",
            "]",
            "[0]=",
            "[9999999999]",
            "artist[1]=",
            "track[0]=&",
            "\u0000",
            "{",
            "}",
            "\"",
            "\\ud800",
            "null",
            "-1",
            "1e999",
            "99999999999999999999",
            "+",
            "%F0%9F%92%A9",
            "%ff%fe",
            "timestamp[0]=x&",
            "format=json&",
            "i[0]=&",
            "s=&",
            "hs=true&",
            "\u00e4",
            ",",
            ":",
            "[[[[[");

    private Mutation() {}

    public static byte[] of(byte[] body, Random random) {
        byte[] mutated = body;
        for (int i = random.nextInt(3); i >= 0; i--) {
            mutated = once(mutated, random);
        }
        return mutated;
    }

    private static byte[] once(byte[] body, Random random) {
        int at = random.nextInt(body.length + 1);
        int end = Math.min(body.length, at + 1 + random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 -> joined(Arrays.copyOf(body, at), Arrays.copyOfRange(body, end, body.length));
            case 1 -> joined(Arrays.copyOf(body, end), Arrays.copyOfRange(body, at, body.length));
            case 2 -> Arrays.copyOf(body, Math.max(Math.min(1, body.length), at));
            case 3 -> {
                byte[] flipped = body.clone();
                if (flipped.length > 0) {
                    flipped[Math.min(at, flipped.length - 1)] = (byte) random.nextInt(256);
                }
                yield flipped;
            }
            default -> {
                byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
                yield joined(joined(Arrays.copyOf(body, at), piece), Arrays.copyOfRange(body, at, body.length));
            }
        };
    }

    public static byte[] joined(byte[] head, byte[] tail) {
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }
}
