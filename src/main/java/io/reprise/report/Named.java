package io.reprise.report;

import io.reprise.history.Names;

/**
 * A creator, container or item by its canonical number, with its name, whom it is credited to (empty where unknown, and
 * for creators) and what it is in one word: {@code creator}, {@code release}, {@code song} ...
 */
public record Named(Subject subject, int number, String name, String credit, String kind) {
    static Named of(Names names, Subject subject, int number) {
        String kind = switch (subject) {
            case CREATOR -> subject.word();
            case CONTAINER -> names.containerKind(number).word();
            case ITEM -> names.kind(number).word();
        };
        return new Named(subject, number, subject.name(names, number), subject.credit(names, number), kind);
    }
}
