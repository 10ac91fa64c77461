package io.reprise.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** In which form an export comes. */
enum ExportFormat {
    JSON("json", "application/json"),
    NDJSON("ndjson", "application/x-ndjson"),
    CSV("csv", "text/csv; charset=utf-8");

    private final String ending;
    private final String contentType;

    ExportFormat(String ending, String contentType) {
        this.ending = ending;
        this.contentType = contentType;
    }

    String ending() {
        return ending;
    }

    String contentType() {
        return contentType;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ExportFormat::ending).toList();
    }

    static Optional<ExportFormat> ofWord(String word) {
        return Arrays.stream(values())
                .filter(format -> format.ending.equalsIgnoreCase(word))
                .findFirst();
    }
}
