package io.reprise.relay;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.util.Optional;

/** The table {@code relay_post}. */
final class PostTable {
    private PostTable() {}

    static long insert(Tx tx, UserId user, Post post, long now) {
        long number = tx.handle()
                .createQuery("select coalesce(max(number), 0) + 1 from relay_post where user_id = :user")
                .bind("user", user.value())
                .mapTo(Long.class)
                .one();
        tx.handle()
                .createUpdate("insert into relay_post (user_id, number, title, text, html, json, created_at)"
                        + " values (:user, :number, :title, :text, :html, :json, :now)")
                .bind("user", user.value())
                .bind("number", number)
                .bind("title", post.title())
                .bind("text", post.text())
                .bind("html", post.html())
                .bind("json", post.json())
                .bind("now", now)
                .execute();
        return number;
    }

    /** Forgets those that no row of the outbox speaks of any more, but for the last, whose number must not return. */
    static void tidy(Tx tx, UserId user) {
        tx.handle()
                .createUpdate("delete from relay_post where user_id = :user and number not in"
                        + " (select subject from relay_outbox where user_id = :user and matter = :matter)"
                        + " and number < (select max(number) from relay_post where user_id = :user)")
                .bind("user", user.value())
                .bind("matter", Matter.DIGESTS.bit())
                .execute();
    }

    static Optional<Event.Digest> find(Tx tx, UserId user, long number) {
        return tx.handle()
                .createQuery("select title, text, html, json, created_at from relay_post"
                        + " where user_id = :user and number = :number")
                .bind("user", user.value())
                .bind("number", number)
                .map((row, context) -> new Event.Digest(
                        row.getLong("created_at"),
                        number,
                        new Post(
                                row.getString("title"),
                                row.getString("text"),
                                row.getString("html"),
                                row.getString("json"))))
                .findOne();
    }
}
