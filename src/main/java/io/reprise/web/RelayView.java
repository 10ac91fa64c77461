package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The relay page: who is told, what was given up, and the forms to add one. */
record RelayView(List<Row> rows, List<Form> forms, Said said) {
    /** One that is told; {@code letters} are the first of what was given up. */
    record Row(
            int number,
            String title,
            String told,
            String state,
            String last,
            boolean bad,
            boolean on,
            boolean approvable,
            long dead,
            List<Dead> letters) {}

    record Dead(long number, String about, String why) {}

    /** How to add a party: what to do there, in steps, which fields to fill, and what it may be told of. */
    record Form(String word, String title, List<String> steps, List<Field> fields, List<Choice> choices) {
        Form(String word, String title, List<String> steps, List<Field> fields) {
            this(word, title, steps, fields, List.of());
        }

        Form with(List<Choice> offered) {
            return new Form(word, title, steps, fields, offered);
        }
    }

    /** Something to be told of; {@code usual} where that is on unless somebody says otherwise. */
    record Choice(String word, String label, boolean usual) {}

    /** {@code kind} is the type of the input. */
    record Field(
            String name,
            String label,
            String kind,
            boolean required,
            @Nullable String hint) {}

    /** What has to be said at the top: something that went well, something wrong, where to allow access. */
    record Said(
            @Nullable String good,
            @Nullable String wrong,
            @Nullable String secret,
            @Nullable String link,
            int number) {
        static final Said NOTHING = new Said(null, null, null, null, 0);

        static Said good(String text) {
            return new Said(text, null, null, null, 0);
        }

        static Said wrong(String text) {
            return new Said(null, text, null, null, 0);
        }
    }
}
