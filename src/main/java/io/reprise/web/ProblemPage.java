package io.reprise.web;

import io.javalin.http.Context;
import io.reprise.http.ErrorForm;
import io.reprise.http.Problem;
import java.util.List;
import java.util.Locale;

/** How errors look to a browser: a page that says what was asked, what is wrong and where to go on. */
final class ProblemPage implements ErrorForm {
    private static final List<String> NOT_OURS = List.of("/api/", "/apis/", "/1/", "/2.0", "/static/");

    private final Assets assets;

    ProblemPage(Assets assets) {
        this.assets = assets;
    }

    @Override
    public boolean fits(Context context) {
        String accept = context.header("Accept");
        return accept != null
                && accept.toLowerCase(Locale.ROOT).startsWith("text/html")
                && (context.path().startsWith(ApprovalPage.PATH)
                        || NOT_OURS.stream().noneMatch(context.path()::startsWith));
    }

    @Override
    public void write(Context context, Problem problem) {
        Html.send(context, (output, tags) -> JteproblemGenerated.render(output, tags, assets, problem));
    }
}
