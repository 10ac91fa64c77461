package io.reprise.web;

import io.javalin.http.Context;
import io.reprise.catalog.Ruling;
import io.reprise.http.Problem;
import io.reprise.media.ContainerKind;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What somebody says of a thing on its page, as the form tells it. */
final class Correction {
    private static final int BECAUSE_CHARS_MAX = 1000;

    private Correction() {}

    /** {@code kind} is that of an item, null of anything else; what does not fit is a problem 400. */
    static Ruling read(Context context, @Nullable MediaKind kind) {
        String what = text(context, "what");
        return switch (what) {
            case "rename" -> new Ruling.Rename(text(context, "name"));
            case "ignore" -> new Ruling.Ignore();
            case "link" -> new Ruling.Link(id(context));
            case "unlink" -> new Ruling.Unlink(id(context));
            case "split" -> new Ruling.Split(parts(text(context, "names")));
            case "recredit" -> new Ruling.Recredit(credit(context));
            case "move" -> {
                if (kind == null) {
                    throw Problem.badRequest("Only an item can be moved.").raised();
                }
                yield new Ruling.Move(home(kind), text(context, "title"), text(context, "credit"));
            }
            default ->
                throw Problem.badRequest("It was not said what to correct.")
                        .expected("rename, ignore, link, unlink, split, recredit or move")
                        .got(what)
                        .where("what")
                        .raised();
        };
    }

    /** The reason that stands in the form; the usual one where it is left empty. */
    static String because(Context context) {
        String text = text(context, "because");
        if (text.length() > BECAUSE_CHARS_MAX) {
            throw Problem.badRequest("The reason is too long.")
                    .expected("at most " + BECAUSE_CHARS_MAX + " characters")
                    .got(text.length())
                    .where("because")
                    .raised();
        }
        return text.isEmpty() ? "corrected on its page" : text;
    }

    /** The rows of the form that have a name, by their places; the spaces around a join phrase belong to it. */
    private static List<CreditedName> credit(Context context) {
        List<String> names = context.formParams("name");
        List<String> joins = context.formParams("join");
        List<String> roles = context.formParams("role");
        List<String> places = context.formParams("place");
        if (joins.size() != names.size() || roles.size() != names.size() || places.size() != names.size()) {
            throw Problem.badRequest("The credit is not whole.")
                    .expected("a name, a join phrase, a role and a place in each row")
                    .where("name")
                    .raised();
        }
        List<Integer> rows = IntStream.range(0, names.size())
                .filter(row -> !names.get(row).isBlank())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> place(places.get(row))))
                .toList();
        List<CreditedName> credit = new ArrayList<>();
        for (int row : rows) {
            boolean isLast = row == rows.getLast();
            String join = joins.get(row).isEmpty() && !isLast ? ", " : joins.get(row);
            String role = roles.get(row).strip();
            credit.add(new CreditedName(
                    names.get(row), isLast ? join.stripTrailing() : join, role.isEmpty() ? "artist" : role));
        }
        return credit;
    }

    /** A row without a place comes last. */
    private static double place(String text) {
        return text.strip().matches("[0-9]{1,4}(\\.[0-9])?") ? Double.parseDouble(text.strip()) : Double.MAX_VALUE;
    }

    private static String text(Context context, String name) {
        String text = context.formParam(name);
        return text == null ? "" : text.strip();
    }

    private static ExternalId id(Context context) {
        String text = text(context, "id");
        try {
            return ExternalId.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("This is no id.")
                    .expected("an id as scheme=value, such as isrc=GBAYE0601498")
                    .got(text)
                    .where("id")
                    .raised();
        }
    }

    /** One name a line. */
    private static List<CreditedName> parts(String text) {
        List<String> names = Arrays.stream(text.split("\\R", Ruling.NAMES_MAX + 2))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return names.stream()
                .map(name -> new CreditedName(name, name.equals(names.getLast()) ? "" : ", ", "artist"))
                .toList();
    }

    /** What items of this kind are part of. */
    private static ContainerKind home(MediaKind kind) {
        return switch (kind) {
            case SONG -> ContainerKind.RELEASE;
            case EPISODE -> ContainerKind.SHOW;
            case FILM, BOOK -> ContainerKind.SERIES;
            case ARTICLE, PODCAST -> ContainerKind.FEED;
            case PICTURE -> ContainerKind.PICTURE_ALBUM;
            case VIDEO -> ContainerKind.CHANNEL;
        };
    }
}
