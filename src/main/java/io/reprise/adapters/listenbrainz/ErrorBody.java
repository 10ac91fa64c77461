package io.reprise.adapters.listenbrainz;

import io.javalin.http.Context;
import io.reprise.http.ErrorForm;
import io.reprise.http.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Errors as clients of ListenBrainz know them: {@code {"code":400,"error":"..."}}. */
final class ErrorBody implements ErrorForm {
    private final JsonMapper mapper;

    ErrorBody(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean fits(Context context) {
        return Mount.covers(context);
    }

    @Override
    public void write(Context context, Problem problem) {
        ObjectNode body = mapper.createObjectNode();
        body.put("code", problem.status());
        body.put("error", problem.detail());
        context.contentType("application/json").result(mapper.writeValueAsBytes(body));
    }
}
