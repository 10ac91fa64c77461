package io.reprise.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The page docs/clients.md, which the archive carries along: the same words for readers and for the terminal. */
record ClientsGuide(List<String> lines) {
    private static final String RESOURCE = "/docs/clients.md";
    private static final String ADDRESS = "https://reprise.example";
    private static final String TOKEN = "YOUR-TOKEN";

    ClientsGuide {
        lines = List.copyOf(lines);
    }

    static ClientsGuide read() {
        try (InputStream page = Objects.requireNonNull(ClientsGuide.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new ClientsGuide(new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the page about clients cannot be read", e);
        }
    }

    /** The sections that name a program, in any case; all where the name is empty. */
    List<String> about(String program) {
        List<String> about = new ArrayList<>();
        for (List<String> section : sections()) {
            String words = String.join("\n", section).toLowerCase(Locale.ROOT);
            if (words.contains(program.strip().toLowerCase(Locale.ROOT))) {
                about.addAll(section);
            }
        }
        return about;
    }

    private List<List<String>> sections() {
        List<List<String>> sections = new ArrayList<>();
        sections.add(new ArrayList<>());
        for (String line : lines) {
            if (line.startsWith("## ")) {
                sections.add(new ArrayList<>());
            }
            sections.getLast().add(line);
        }
        return sections;
    }

    /** The line with what stands for the server's address, its host and a token replaced. */
    static String filled(String line, String address, Optional<String> token) {
        String shown = line.replace(ADDRESS, address)
                .replace(URI.create(ADDRESS).getHost(), URI.create(address).getAuthority());
        return token.map(known -> shown.replace(TOKEN, known)).orElse(shown);
    }
}
