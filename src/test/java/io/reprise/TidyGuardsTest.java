package io.reprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of TidyTest, shown something that it must refuse. */
class TidyGuardsTest {
    @TempDir
    Path folder;

    @Test
    void a_file_that_is_too_long_is_a_fault() {
        assertThat(Tidy.longFiles(List.of(source("\n".repeat(400))))).isEmpty();
        assertThat(Tidy.longFiles(List.of(source("\n".repeat(401))))).hasSize(1);
    }

    @Test
    void a_method_that_is_too_long_is_a_fault() throws IOException {
        assertThat(Tidy.longMethods(parsed("class A { void a() {" + "\n".repeat(59) + "} }")))
                .isEmpty();
        assertThat(Tidy.longMethods(parsed("class A { void a() {" + "\n".repeat(60) + "} }")))
                .hasSize(1);
    }

    @Test
    void a_public_type_that_says_nothing_is_a_fault() throws IOException {
        assertThat(Tidy.silentTypes(parsed("/** Says. */ @Deprecated public class A { class B {} }")))
                .isEmpty();
        assertThat(Tidy.silentTypes(parsed("/** Says. */ public class A { public record B() {} }")))
                .hasSize(1);
    }

    @Test
    void a_line_that_is_too_long_is_a_fault() {
        assertThat(Tidy.longLines(List.of(source("x".repeat(120))))).isEmpty();
        assertThat(Tidy.longLines(List.of(source("x".repeat(121))))).hasSize(1);
        String block = "a = \"\"\"\n" + "x".repeat(121) + "\n\"\"\";\n";
        assertThat(Tidy.longLines(List.of(source(block)))).isEmpty();
        assertThat(Tidy.longLines(List.of(source(block + "x".repeat(121))))).hasSize(1);
    }

    @Test
    void work_put_off_names_its_issue() {
        String later = "// TO" + "DO";
        assertThat(Tidy.unfiledWork(List.of(source(later + " later")))).hasSize(1);
        assertThat(Tidy.unfiledWork(List.of(source(later + " #12 later")))).isEmpty();
    }

    @Test
    void the_console_belongs_to_the_command_line() {
        String print = "class A { void a() { System.out.println(); } }";
        assertThat(Tidy.consoleOutside("cli", List.of(source(print)))).hasSize(1);
        assertThat(Tidy.consoleOutside(
                        "cli", List.of(Source.of(Path.of("src/main/java/io/reprise/cli/A.java"), print))))
                .isEmpty();
        assertThat(Tidy.consoleOutside("cli", List.of(source("// System.out")))).isEmpty();
        assertThat(Tidy.consoleOutside("cli", List.of(source("fault.printStackTrace();"))))
                .hasSize(1);
        assertThat(Tidy.consoleOutside("cli", List.of(source("fault.printStackTrace(text);"))))
                .isEmpty();
    }

    @Test
    void a_package_without_a_null_marked_word_about_itself_is_a_fault() {
        Source type = source("class A {}");
        assertThat(Tidy.unmarkedPackages(List.of(type))).hasSize(1);
        assertThat(Tidy.unmarkedPackages(List.of(type, about("@NullMarked package p;"))))
                .hasSize(1);
        assertThat(Tidy.unmarkedPackages(List.of(type, about("/** For. */ @NullMarked package p;"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wo~rk/main",
                "see ../sha~red/spec/x.md",
                "/ro~ot/.m2",
                "/ho~me/ann/x",
                "https://repo.ma~ven.apache.org/"
            })
    void a_reference_to_something_outside_the_project_is_a_fault(String text) {
        assertThat(Tidy.referencesElsewhere("a", text.replace("~", ""))).hasSize(1);
    }

    @Test
    void a_word_that_only_looks_so_is_none() {
        assertThat(Tidy.referencesElsewhere("a", "docs/sha" + "red/ home/x working/ {root}/"))
                .isEmpty();
    }

    @Test
    void an_exception_hides_its_own_fault_only_and_must_be_needed() {
        Fault fault = new Fault("long file", "a", "401 lines");
        Fault.Exception exception = new Fault.Exception("long file", "a", "a table of codes");
        Fault.Exception other = new Fault.Exception("long file", "b", "was long once");
        assertThat(Fault.without(List.of(fault), List.of(exception))).isEmpty();
        assertThat(Fault.without(List.of(fault), List.of(other))).containsExactly(fault);
        assertThat(Fault.unneeded(List.of(fault), List.of(exception, other))).containsExactly(other);
    }

    private Parsed parsed(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("A.java"), text);
        return Parsed.of(List.of(Source.read(file)));
    }

    private static Source source(String text) {
        return Source.of(Path.of("src/main/java/io/reprise/play/A.java"), text);
    }

    private static Source about(String text) {
        return Source.of(Path.of("src/main/java/io/reprise/play/package-info.java"), text);
    }
}
