package io.reprise.web;

/** One row of the table behind a chart. */
record NumberRow(String label, long value, String text) {}
