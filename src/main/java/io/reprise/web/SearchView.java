package io.reprise.web;

import java.util.List;

/** What was sought, and the hits of each sort; sorts without hits are left out. */
record SearchView(String query, List<RankedCard> groups) {}
