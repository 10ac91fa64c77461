package io.reprise.report;

/** A question that any history can be asked, with one shape of answer for API, command line, file and page. */
public interface Report {
    About about();

    /** A pure function of what is asked; at most {@value Sheet#ROWS_MAX} rows a table. Thread-safe. */
    Answer answer(Asking asking);
}
