package io.reprise.web;

import io.reprise.catalog.Decision;
import io.reprise.catalog.LedgerDesk;
import io.reprise.catalog.Ruling;
import io.reprise.catalog.SubjectKind;
import io.reprise.history.Names;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says decisions in sentences, by the names that things have now. For one request; not thread-safe. */
final class DecisionWords {
    private final Names names;

    DecisionWords(Names names) {
        this.names = names;
    }

    /** What was done, to be read after who did it. */
    List<Piece> of(LedgerDesk.Line line) {
        Decision decision = line.decision();
        List<Piece> words = new ArrayList<>();
        if (decision.number() == line.root().number()) {
            say(words, decision, line.ruling());
            return words;
        }
        Decision root = line.root();
        boolean isUndo = decision.subject() == root.number();
        words.add(Piece.word("undid decision " + decision.subject()));
        words.add(Piece.word(isUndo ? ": " : ", which was about decision " + root.number() + ": "));
        say(words, root, line.rootRuling());
        return words;
    }

    private void say(List<Piece> words, Decision decision, @Nullable Ruling ruling) {
        switch (decision.kind()) {
            case MERGE -> {
                words.add(Piece.word("merged "));
                thing(words, decision.subjectKind(), decision.subject());
                words.add(Piece.word(" into "));
                Long object = decision.object();
                thing(words, decision.subjectKind(), object == null ? 0 : object);
            }
            case UNDO -> words.add(Piece.word("undid decision " + decision.subject()));
            case REMOVE_PLAY -> words.add(Piece.word("removed the play of scrobble " + decision.subject()));
            case KEEP_PLAY ->
                words.add(Piece.word("said that scrobble " + decision.subject() + " is a play of its own"));
            case RETRACT_RUN -> {
                words.add(Piece.word("undid the "));
                words.add(Piece.link("import run " + decision.subject(), "/imports/" + decision.subject()));
            }
            case DUPLICATE_RULE -> {
                words.add(Piece.word("changed "));
                words.add(Piece.link("how duplicates are found", "/duplicates/rule"));
            }
            case LINK, UNLINK, RENAME, RECREDIT, MOVE, IGNORE, SPLIT -> {
                if (ruling != null) {
                    rule(words, decision, ruling);
                }
            }
        }
    }

    private void rule(List<Piece> words, Decision decision, Ruling ruling) {
        switch (ruling) {
            case Ruling.Link(ExternalId id) -> {
                words.add(Piece.word("linked "));
                thing(words, decision.subjectKind(), decision.subject());
                words.add(Piece.word(" to "));
                words.add(Piece.link(Ids.text(id), Ids.href(id)));
            }
            case Ruling.Unlink(ExternalId id) -> {
                words.add(Piece.word("said that "));
                thing(words, decision.subjectKind(), decision.subject());
                words.add(Piece.word(" is not "));
                words.add(Piece.link(Ids.text(id), Ids.href(id)));
            }
            case Ruling.Rename(String name) -> {
                words.add(Piece.word("gave "));
                thing(words, decision.subjectKind(), decision.subject());
                words.add(Piece.word(" the name "));
                words.add(Piece.name(name));
            }
            case Ruling.Recredit(List<CreditedName> credited) -> {
                words.add(Piece.word("credited "));
                thing(words, decision.subjectKind(), decision.subject());
                words.add(Piece.word(" to "));
                words.add(Piece.name(credit(credited)));
            }
            case Ruling.Split(List<CreditedName> parts) -> {
                String own = name(decision.subjectKind(), decision.subject());
                boolean keepsItself =
                        parts.stream().anyMatch(part -> part.name().equals(own));
                words.add(Piece.word(keepsItself ? "counted what is by " : "split "));
                thing(words, decision.subjectKind(), decision.subject());
                words.add(Piece.word(keepsItself ? " for all of " : " into "));
                words.add(Piece.name(
                        String.join(", ", parts.stream().map(CreditedName::name).toList())));
            }
            case Ruling.Move move -> {
                words.add(Piece.word("moved "));
                thing(words, decision.subjectKind(), decision.subject());
                words.add(Piece.word(move.untold() ? ", where no collection was told, to " : " to "));
                Long home = decision.object();
                words.add(Piece.link(move.title(), home == null ? null : "/containers/" + home));
            }
            case Ruling.Ignore ignore -> {
                words.add(Piece.word("left "));
                thing(words, decision.subjectKind(), decision.subject());
                words.add(Piece.word(" out of all answers"));
            }
        }
    }

    private static String credit(List<CreditedName> names) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            String join = names.get(i).join();
            boolean isLast = i == names.size() - 1;
            line.append(names.get(i).name()).append(join.isEmpty() && !isLast ? ", " : join);
        }
        return line.toString().strip();
    }

    private void thing(List<Piece> words, SubjectKind kind, long number) {
        String href = "/" + kind.word() + "s/" + number;
        String name = name(kind, number);
        words.add(Piece.link(name.isEmpty() ? kind.word() + " " + number : name, name.isEmpty() ? null : href));
        String by = by(kind, number);
        if (!by.isEmpty()) {
            words.add(Piece.word(" by "));
            words.add(Piece.name(by));
        }
    }

    /** Empty where the history does not know it. */
    private String name(SubjectKind kind, long number) {
        int at = Math.toIntExact(number);
        return switch (kind) {
            case ITEM -> at >= 1 && at <= names.lastItem() ? names.title(at) : "";
            case CREATOR -> at >= 1 && at <= names.lastCreator() ? names.creatorName(at) : "";
            case CONTAINER -> at >= 1 && at <= names.lastContainer() ? names.containerTitle(at) : "";
            case PLAY, DECISION, RUN, RULE -> "";
        };
    }

    private String by(SubjectKind kind, long number) {
        int at = Math.toIntExact(number);
        return switch (kind) {
            case ITEM -> at >= 1 && at <= names.lastItem() ? names.creditText(at) : "";
            case CONTAINER -> at >= 1 && at <= names.lastContainer() ? names.containerCredit(at) : "";
            case CREATOR, PLAY, DECISION, RUN, RULE -> "";
        };
    }
}
