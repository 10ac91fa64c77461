package io.reprise.adapters.reprise;

import io.reprise.account.UserId;
import io.reprise.imports.Afterword;
import io.reprise.imports.JsonRow;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.play.Aggregator;
import io.reprise.rating.Opinion;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Ratings;
import io.reprise.rating.Score;
import io.reprise.scrobble.Unreadable;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.OptionalLong;

/** A rating, a tag, a note, or the undoing of one, given in another library and brought here once. */
record OpinionLine(JsonRow row, Brought brought) implements Afterword {
    private static final String MEMBER = "opinion";

    static boolean is(JsonRow row) {
        return row.has(MEMBER);
    }

    @Override
    public void apply(Tx tx, UserId user, Aggregator aggregator) throws SQLException, Unreadable {
        long line = Brought.whole(row, MEMBER);
        RatingEvent event;
        try {
            event = new RatingEvent(0, Brought.second(row, "at"), about(tx, user), opinion(), false);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
        OptionalLong known = Ratings.find(tx, user, event, number -> brought.mayBe(line, number));
        brought.is(line, known.isPresent() ? known.getAsLong() : Ratings.bring(tx, user, event));
    }

    private Rated about(Tx tx, UserId user) throws SQLException, Unreadable {
        String word = row.needText("kind");
        MediaKind kind = MediaKind.ofWord(word)
                .orElseThrow(() -> new Unreadable("kind: expected a kind of media such as song, got " + word));
        JsonRow play = row.object("play");
        long scrobble = play == null ? 0 : Brought.play(tx, user, play);
        String credit = row.text("credit");
        String id = row.text("id");
        String of = row.text("of");
        Rated.Sort sort = Rated.Sort.ofWord(of == null ? Rated.Sort.ITEM.word() : of)
                .orElseThrow(() -> new Unreadable("of: expected item, creator or container, got " + of));
        return new Rated(
                sort,
                Brought.key(row, "item"),
                kind,
                row.needText("title"),
                credit == null ? "" : credit,
                id == null ? null : ExternalId.parse(id),
                scrobble,
                row.number("position"));
    }

    private Opinion opinion() throws Unreadable {
        String word = row.needText("type");
        return switch (word) {
            case "rate" -> new Opinion.Rate(Score.of(number("rating"), number("least"), number("scale")));
            case "tag" -> new Opinion.Tag(row.needText("tag"));
            case "note" -> new Opinion.Note(row.needText("note"));
            case "undo" -> new Opinion.Undo(brought.number(Brought.whole(row, "undoes")));
            default -> throw new Unreadable("type: expected rate, tag, note or undo, got " + word);
        };
    }

    private double number(String member) throws Unreadable {
        Double number = row.number(member);
        if (number == null) {
            throw new Unreadable(member + ": expected a number, got nothing");
        }
        return number;
    }
}
