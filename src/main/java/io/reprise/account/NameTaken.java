package io.reprise.account;

import io.reprise.http.Problem;
import io.reprise.http.ProblemException;

/** There is a user of this name already (in any case of its letters). */
public final class NameTaken extends ProblemException {
    private static final long serialVersionUID = 1L;

    NameTaken(String name) {
        super(Problem.of(409, "There is a user named " + name + " already. Choose another name.")
                .expected("a name that nobody has")
                .got(name)
                .where("name"));
    }
}
