package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.http.Problem;
import io.reprise.rating.Loves;
import io.reprise.rating.Opinions;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import io.reprise.report.Named;
import io.reprise.report.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tags that a user gave, and all that has one of them. */
final class TagsPage {
    private static final String PATH = "/tags";
    private static final int PAGE_THINGS = 100;
    private static final int PAGES_MAX = 1000;

    private final Opinions opinions;
    private final Reception reception;

    TagsPage(Rooms rooms, Reception reception) {
        this.opinions = rooms.deciding().opinions();
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(this::show));
    }

    /** The address of all that has this tag. */
    static String of(String tag) {
        return PATH + "?tag=" + Query.encoded(tag);
    }

    private void show(Visit visit) {
        UserId user = visit.user().id();
        String tag = visit.context().queryParam("tag");
        String sought = tag == null ? "" : tag.strip();
        List<TagsView.Tag> tags = opinions.ratings().tags(user).stream()
                .map(one -> new TagsView.Tag(one.text(), visit.voice().number(one.things()), of(one.text())))
                .toList();
        int page = page(visit);
        List<RatingEvent> events = sought.isEmpty()
                ? List.of()
                : opinions.ratings().tagged(user, sought, new Loves.Page(PAGE_THINGS + 1, page * PAGE_THINGS));
        List<RatingEvent> shown = events.subList(0, Math.min(PAGE_THINGS, events.size()));
        @Nullable String older = events.size() > shown.size() ? of(sought) + "&page=" + (page + 1) : null;
        TagsView view = new TagsView(
                tags,
                sought,
                opinions.addresses(user, shown).entrySet().stream()
                        .map(entry -> row(visit, entry.getKey(), entry.getValue()))
                        .toList(),
                older);
        visit.send((output, names) -> JtetagsGenerated.render(output, names, visit.frame("Tags", PATH), view));
    }

    private static TagsView.Row row(Visit visit, RatingEvent event, int number) {
        Rated about = event.about();
        Subject subject = subject(about.sort());
        Named named = new Named(
                subject,
                Math.max(1, number),
                about.title(),
                about.credit(),
                about.kind().word());
        boolean isItem = subject == Subject.ITEM;
        return new TagsView.Row(
                number > 0 ? visit.faces().of(named) : Face.work(about.title()),
                about.title(),
                isItem || !about.credit().isEmpty() ? about.credit() : subject.word(),
                number == 0 ? null : Rows.href(named),
                about.kind().word(),
                ImportWords.moment(visit, event.at()));
    }

    private static Subject subject(Rated.Sort sort) {
        return switch (sort) {
            case ITEM -> Subject.ITEM;
            case CREATOR -> Subject.CREATOR;
            case CONTAINER -> Subject.CONTAINER;
        };
    }

    private static int page(Visit visit) {
        String text = visit.context().queryParam("page");
        if (text == null) {
            return 0;
        }
        if (text.matches("[0-9]{1,4}") && Integer.parseInt(text) <= PAGES_MAX) {
            return Integer.parseInt(text);
        }
        throw Problem.badRequest("The address of this part is not one that a page gave.")
                .got(text)
                .raised();
    }
}
