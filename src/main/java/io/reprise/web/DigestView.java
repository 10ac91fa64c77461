package io.reprise.web;

import io.reprise.digest.Told;
import java.util.List;

/** A digest as it would be sent. */
record DigestView(String title, String every, List<Told.Part> parts) {}
