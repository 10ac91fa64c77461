package io.reprise.web;

import org.jspecify.annotations.Nullable;

/** The form of a list: where it is sent, its name and rules as they were written, and what is wrong with them. */
record PlaylistDraft(
        String action, String name, String rules, @Nullable String wrong) {}
