package io.reprise.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the judge made of labelled cases, counted. */
record Evaluation(int cases, int answerable, int decided, int right, int askedFirst, int left, List<String> wrong) {
    private static final Judge JUDGE = new Judge();

    static Evaluation of(List<Cases.Case> cases) {
        int answerable = 0;
        int decided = 0;
        int right = 0;
        int askedFirst = 0;
        int left = 0;
        List<String> wrong = new ArrayList<>();
        for (Cases.Case one : cases) {
            Judgement judgement = JUDGE.judge(one.question(), one.findings());
            boolean first =
                    judgement.matches().getFirst().finding().id().value().equals(one.right());
            answerable += one.hasAnswer() ? 1 : 0;
            switch (judgement.verdict()) {
                case DECIDE -> {
                    decided++;
                    right += first ? 1 : 0;
                    if (!first) {
                        wrong.add(one + ": " + judgement.matches().getFirst());
                    }
                }
                case ASK -> askedFirst += first ? 1 : 0;
                case LEAVE -> left += one.hasAnswer() ? 1 : 0;
            }
        }
        return new Evaluation(cases.size(), answerable, decided, right, askedFirst, left, wrong);
    }

    double precision() {
        return decided == 0 ? 1 : (double) right / decided;
    }

    double recall() {
        return answerable == 0 ? 1 : (double) right / answerable;
    }

    /** One row of the table in docs/resolver.md. */
    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %.3f | %.3f | %d | %d |",
                name,
                cases,
                answerable,
                decided,
                decided - right,
                precision(),
                recall(),
                askedFirst,
                left);
    }
}
