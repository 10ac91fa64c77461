package io.reprise.imports;

/**
 * Where in an upload a row begins: the file (or the entry of an archive) and the number of the line or of the row,
 * counted from 1, or of the byte, counted from 0.
 */
public record Place(String file, Unit unit, long number) {
    /** What {@link Place#number} counts. */
    public enum Unit {
        LINE("line"),
        BYTE("byte"),
        ROW("row");

        private final String word;

        Unit(String word) {
            this.word = word;
        }
    }

    static Place line(String file, long number) {
        return new Place(file, Unit.LINE, number);
    }

    static Place at(String file, long offset) {
        return new Place(file, Unit.BYTE, offset);
    }

    static Place row(String file, long number) {
        return new Place(file, Unit.ROW, number);
    }

    /** As people read it: {@code listens/2024/5.jsonl, line 17}. */
    @Override
    public String toString() {
        return file + ", " + unit.word + " " + number;
    }
}
