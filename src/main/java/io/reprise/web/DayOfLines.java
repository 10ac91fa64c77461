package io.reprise.web;

import java.util.List;

/** The plays of a day under its heading; the heading is empty where the day goes on from the part before. */
record DayOfLines(String heading, List<Line> lines) {}
