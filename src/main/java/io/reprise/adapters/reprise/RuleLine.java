package io.reprise.adapters.reprise;

import io.reprise.account.UserId;
import io.reprise.imports.Afterword;
import io.reprise.imports.JsonRow;
import io.reprise.play.Aggregator;
import io.reprise.resolve.CreditRule;
import io.reprise.resolve.Credits;
import io.reprise.scrobble.Unreadable;
import io.reprise.store.Tx;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A rule for names from another library; one about the same name that is here stays. */
record RuleLine(JsonRow row) implements Afterword {
    private static final String MEMBER = "name_rule";

    static boolean is(JsonRow row) {
        return row.has(MEMBER);
    }

    @Override
    public void apply(Tx tx, UserId user, Aggregator aggregator) throws Unreadable {
        String word = row.needText(MEMBER);
        CreditRule.Kind kind = CreditRule.Kind.ofWord(word)
                .orElseThrow(() -> new Unreadable(MEMBER + ": expected one of "
                        + Arrays.stream(CreditRule.Kind.values())
                                .map(CreditRule.Kind::word)
                                .collect(Collectors.joining(", "))
                        + ", got " + word));
        try {
            Credits.bring(tx, user, new CreditRule(kind, row.needText("name"), row.texts("into")));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }
}
