package io.reprise.web;

import io.reprise.imports.Refusal;
import java.util.List;

/** One import run in words, with what it refused. */
record RunView(String title, String when, String sentence, List<Figure> totals, List<Refusal> refusals) {}
