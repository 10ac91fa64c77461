package io.reprise.demo;

import java.time.LocalDate;
import java.util.Random;

/** What things are made up from: chance, names, and the days of the history. */
record Invention(Random random, WordLists names, LocalDate begin, int days) {}
