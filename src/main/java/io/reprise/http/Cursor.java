package io.reprise.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A place in a list, handed to a caller as an opaque word and taken back: the list's kind and the numbers that mark the
 * place. A word that was cut, changed or meant for another list is refused; it is no secret and grants nothing.
 */
public record Cursor(String kind, List<Long> numbers) {
    static final int NUMBERS_MAX = 8;
    private static final int CHARS_MAX = 200;

    public Cursor {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty() || numbers.size() > NUMBERS_MAX) {
            throw new IllegalArgumentException(
                    "a cursor holds 1 to " + NUMBERS_MAX + " numbers, not " + numbers.size());
        }
    }

    public static Cursor of(String kind, Long... numbers) {
        return new Cursor(kind, Arrays.asList(numbers));
    }

    public long number(int index) {
        return numbers.get(index);
    }

    /** The word for it; safe in a URL. */
    public String text() {
        ByteBuffer bytes =
                ByteBuffer.allocate(Integer.BYTES + numbers.size() * Long.BYTES).putInt(0);
        numbers.forEach(bytes::putLong);
        bytes.putInt(0, check(kind, bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Takes a word back; anything but a word made for this kind with so many numbers is a problem 400. */
    public static Cursor read(String kind, int count, String text) {
        byte[] bytes = bytes(text);
        if (bytes.length != Integer.BYTES + count * Long.BYTES) {
            throw wrong(text);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int told = buffer.getInt();
        Long[] numbers = new Long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = buffer.getLong();
        }
        if (told != check(kind, bytes)) {
            throw wrong(text);
        }
        return of(kind, numbers);
    }

    private static byte[] bytes(String text) {
        if (text.length() > CHARS_MAX) {
            throw wrong(text);
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw wrong(text);
        }
    }

    private static int check(String kind, byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(kind.getBytes(StandardCharsets.UTF_8));
        sum.update(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
        return (int) sum.getValue();
    }

    private static ProblemException wrong(String text) {
        return Problem.badRequest("This cursor does not belong to this list. Ask without a cursor to begin again.")
                .expected("the cursor of an earlier answer, unchanged")
                .got(text)
                .where("query parameter cursor")
                .raised();
    }
}
