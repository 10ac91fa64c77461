package io.reprise.web;

import io.javalin.http.Context;
import io.reprise.catalog.Ruling;
import io.reprise.http.Problem;
import io.reprise.media.ContainerKind;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody says of a thing on its page, as the form tells it. */
final class Correction {
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
            case "move" -> {
                if (kind == null) {
                    throw Problem.badRequest("Only an item can be moved.").raised();
                }
                yield new Ruling.Move(home(kind), text(context, "title"), text(context, "credit"));
            }
            default ->
                throw Problem.badRequest("It was not said what to correct.")
                        .expected("rename, ignore, link, unlink, split or move")
                        .got(what)
                        .where("what")
                        .raised();
        };
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
