package io.reprise.upkeep;

import java.util.List;

/** What an examination found; nothing where the library is healthy. */
public record Diagnosis(List<Finding> findings) {
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    public boolean isHealthy() {
        return findings.isEmpty();
    }
}
