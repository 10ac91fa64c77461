package io.reprise.inlet;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.util.Optional;

/** The table {@code inlet_note}; an inlet remembers at most {@value #NOTES_MAX} things, the latest of them. */
final class NoteTable {
    static final int NOTES_MAX = 500;
    private static final int CHARS_MAX = 4_000;

    private NoteTable() {}

    static Optional<String> find(Tx tx, Inlet inlet, String name) {
        return tx.handle()
                .createQuery("select text from inlet_note where user_id = :user and inlet = :inlet and name = :name")
                .bind("user", inlet.user().value())
                .bind("inlet", inlet.number())
                .bind("name", shortened(name))
                .mapTo(String.class)
                .findOne();
    }

    static void put(Tx tx, Inlet inlet, Taken.Note note, long at) {
        int user = inlet.user().value();
        tx.handle()
                .createUpdate("""
                        insert into inlet_note (user_id, inlet, name, text, at)
                        values (:user, :inlet, :name, :text, :at)
                        on conflict (user_id, inlet, name) do update set text = excluded.text, at = excluded.at""")
                .bind("user", user)
                .bind("inlet", inlet.number())
                .bind("name", shortened(note.name()))
                .bind("text", shortened(note.text()))
                .bind("at", at)
                .execute();
        int notes = tx.handle()
                .createQuery("select count(*) from inlet_note where user_id = :user and inlet = :inlet")
                .bind("user", user)
                .bind("inlet", inlet.number())
                .mapTo(Integer.class)
                .one();
        if (notes > NOTES_MAX) {
            deleteOldest(tx, inlet);
        }
    }

    private static void deleteOldest(Tx tx, Inlet inlet) {
        tx.handle()
                .createUpdate("""
                        delete from inlet_note where user_id = :user and inlet = :inlet and name in (
                        select name from inlet_note where user_id = :user and inlet = :inlet
                        order by at, name limit 1)""")
                .bind("user", inlet.user().value())
                .bind("inlet", inlet.number())
                .execute();
    }

    static void deleteOf(Tx tx, UserId user, int inlet) {
        tx.handle()
                .createUpdate("delete from inlet_note where user_id = :user and inlet = :inlet")
                .bind("user", user.value())
                .bind("inlet", inlet)
                .execute();
    }

    private static String shortened(String text) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= CHARS_MAX ? clean : clean.substring(0, CHARS_MAX);
    }
}
