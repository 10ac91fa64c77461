package io.reprise.adapters.musicbrainz.offline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** {@link Facts} as bytes: its length in four, the MBID, a number, texts and lists of texts with their lengths. */
final class FactsForm {
    /** Where the MBID lies, after the length. */
    static final int MBID_AT = 4;

    private FactsForm() {}

    static byte[] write(Facts facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0);
            uuid(out, facts.mbid());
            out.writeInt(facts.millis());
            for (String text : List.of(
                    facts.name(), facts.sortName(), facts.comment(), facts.date(), facts.place(), facts.type())) {
                text(out, text);
            }
            texts(out, facts.aliases());
            texts(out, facts.genres());
            texts(out, facts.isrcs());
            out.writeShort(facts.credit().size());
            for (Facts.CreditPart part : facts.credit()) {
                uuid(out, part.artist());
                text(out, part.creditedAs());
                text(out, part.join());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        byte[] row = bytes.toByteArray();
        ByteBuffer.wrap(row).putInt(0, row.length);
        return row;
    }

    static Facts read(byte[] row) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(row))) {
            in.skipNBytes(MBID_AT);
            UUID mbid = uuid(in);
            int millis = in.readInt();
            String[] own = new String[6];
            for (int i = 0; i < own.length; i++) {
                own[i] = text(in);
            }
            List<String> aliases = texts(in);
            List<String> genres = texts(in);
            List<String> isrcs = texts(in);
            List<Facts.CreditPart> credit = new ArrayList<>();
            int parts = in.readUnsignedShort();
            for (int i = 0; i < parts; i++) {
                credit.add(new Facts.CreditPart(uuid(in), text(in), text(in)));
            }
            return new Facts(
                    mbid, own[0], own[1], own[2], own[3], own[4], own[5], millis, aliases, genres, isrcs, credit);
        } catch (IOException e) {
            throw new IndexOutOfBoundsException("an entry is cut off: " + e.getMessage());
        }
    }

    private static void uuid(DataOutputStream out, UUID uuid) throws IOException {
        out.writeLong(uuid.getMostSignificantBits());
        out.writeLong(uuid.getLeastSignificantBits());
    }

    private static UUID uuid(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8);
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeByte(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        int count = in.readUnsignedByte();
        for (int i = 0; i < count; i++) {
            texts.add(text(in));
        }
        return texts;
    }
}
