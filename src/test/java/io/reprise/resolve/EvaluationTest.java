package io.reprise.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How often the judge is right on the labelled cases; the table in docs/resolver.md is this one. */
class EvaluationTest {
    private static final double PRECISION_MIN = 0.995;
    private static final int CASES_MIN = 300;
    private static final Path DOCUMENT = Path.of("docs", "resolver.md");

    @Test
    void what_is_decided_is_right_on_all_cases_and_on_those_held_out() throws IOException {
        Evaluation all = evaluation(one -> true);
        Evaluation heldOut = evaluation(Cases.Case::isHeldOut);

        assertThat(all.wrong()).isEmpty();
        assertThat(all.precision()).isGreaterThanOrEqualTo(PRECISION_MIN);
        assertThat(heldOut.precision()).isGreaterThanOrEqualTo(PRECISION_MIN);
        assertThat(all.cases()).isGreaterThanOrEqualTo(CASES_MIN);
    }

    @Test
    void the_table_of_the_document_is_up_to_date() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains(String.join(
                        "\n",
                        evaluation(one -> true).row("all"),
                        evaluation(one -> !one.isHeldOut()).row("tuned on (odd)"),
                        evaluation(Cases.Case::isHeldOut).row("held out (even)")));
    }

    /** The guard of the guard: a judge that decides wrongly is seen. */
    @Test
    void a_wrong_label_is_counted_as_a_wrong_decision() throws IOException {
        Cases.Case first = Cases.all().getFirst();
        Cases.Case mislabelled = new Cases.Case(1, first.name(), first.question(), first.findings(), "none");

        assertThat(Evaluation.of(List.of(mislabelled)).precision()).isZero();
    }

    private static Evaluation evaluation(Predicate<Cases.Case> wanted) throws IOException {
        return Evaluation.of(Cases.all().stream().filter(wanted).toList());
    }
}
