package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DocumentTest {
    private final ApiServer server = new ApiServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Set<String> documented() {
        return DocumentPage.operations(document()).stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toSet());
    }

    private String document() {
        return server.send(server.request("/api/openapi.yaml", null).GET()).body();
    }

    @Test
    void every_route_is_documented_and_every_documented_route_is_there() {
        Set<String> opened = OpenedRoutes.of(server.doors).stream()
                .map(OpenedRoutes.Route::toString)
                .collect(Collectors.toSet());

        assertThat(opened).hasSizeGreaterThan(50);
        assertThat(documented()).containsExactlyInAnyOrderElementsOf(opened);
    }

    @Test
    void what_the_document_refers_to_is_in_it() {
        String document = document();
        Matcher matcher = Pattern.compile("#/components/(\\w+)/(\\w+)").matcher(document);
        while (matcher.find()) {
            String section = "\n  " + matcher.group(1) + ":\n";
            assertThat(document).contains(section);
            assertThat(document.substring(document.indexOf(section)))
                    .as(matcher.group())
                    .contains("\n    " + matcher.group(2) + ":");
        }
        for (DocumentPage.Operation operation : DocumentPage.operations(document)) {
            assertThat(operation.member("summary")).as(operation.path()).isNotBlank();
            assertThat(operation.tag()).as(operation.path()).isNotBlank();
        }
    }

    @Test
    void the_path_parameters_of_a_route_are_those_of_the_document() {
        String document = document();
        for (DocumentPage.Operation operation : DocumentPage.operations(document)) {
            List<String> inPath = Pattern.compile("\\{(\\w+)}")
                    .matcher(operation.path())
                    .results()
                    .map(result -> result.group(1))
                    .toList();
            for (String name : inPath) {
                boolean isTold = operation.parameters().stream()
                        .anyMatch(key -> document.contains("\n    " + key + ": {name: " + name + ", in: path"));
                assertThat(isTold)
                        .as(operation.method() + " " + operation.path())
                        .isTrue();
            }
        }
    }

    @Test
    void the_page_shows_every_operation_and_loads_nothing_from_elsewhere() {
        String page = server.send(server.request("/api/docs", null).GET()).body();

        for (DocumentPage.Operation operation : DocumentPage.operations(document())) {
            assertThat(page).contains("<code>" + operation.path() + "</code>");
        }
        assertThat(page).doesNotContain("http://").doesNotContain("https://").doesNotContain("<script");
    }
}
