package io.reprise.resolve;

import net.gcardone.junidecode.Junidecode;

/** A name made ready for comparing; its costlier forms are made when first asked for. Not thread-safe. */
final class Name {
    private final String plain;
    private final String key;
    private String loose = "";
    private String latin = "";
    private final boolean foreign;
    private final boolean han;

    private Name(String plain) {
        this.plain = plain;
        this.key = plain.indexOf(' ') < 0 ? plain : plain.replace(" ", "");
        boolean beyond = false;
        boolean ideographs = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c > '\u024f' && Character.isLetter(c)) {
                beyond = true;
                ideographs |= c >= '\u4e00' && c <= '\u9fff';
            }
        }
        this.foreign = beyond;
        this.han = ideographs;
    }

    static Name of(String text) {
        return new Name(Plain.of(text));
    }

    static Name ofPlain(String plain) {
        return new Name(plain);
    }

    String plain() {
        return plain;
    }

    /** The plain words without gaps. */
    String key() {
        return key;
    }

    String loose() {
        if (loose.isEmpty()) {
            loose = Loose.of(plain);
        }
        return loose;
    }

    /** Whether it holds letters that are not Latin. */
    boolean isForeign() {
        return foreign;
    }

    /** Whether it holds Chinese characters, whose reading depends on the language. */
    boolean isHan() {
        return han;
    }

    boolean isEmpty() {
        return plain.isEmpty();
    }

    /** Written in Latin letters; the key itself where it is. */
    String latin() {
        if (latin.isEmpty()) {
            latin = foreign ? Plain.of(Junidecode.unidecode(plain)).replace(" ", "") : key;
        }
        return latin;
    }

    @Override
    public String toString() {
        return plain;
    }
}
