package io.reprise.http;

import io.javalin.http.Context;

/** How a {@link Problem} is told in one protocol or to one kind of reader. The status is set before it is asked. */
public interface ErrorForm {
    /** Whether a request that failed is answered in this form, by its path or by what it accepts. */
    boolean fits(Context context);

    void write(Context context, Problem problem);
}
