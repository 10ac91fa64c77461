package io.reprise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.app.Setting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @TempDir
    Path home;

    private Target target() {
        return new Target(new Typist(home)
                .terminal(
                        new ByteArrayInputStream(new byte[0]),
                        new ByteArrayOutputStream(),
                        new ByteArrayOutputStream(),
                        new Stop()));
    }

    @Test
    void settings_alone_are_taken_as_they_stand() {
        Target target = target();

        assertThat(target.takesAll(List.of("--port", "4801", "--data", "a folder")))
                .isTrue();

        assertThat(target.config().web().port()).isEqualTo(4801);
        assertThat(target.config().data()).isEqualTo(Path.of("a folder").toAbsolutePath());
        assertThat(target().takesAll(List.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port",
                "--port 1 --help",
                "--port 1 --port 2",
                "--port -1",
                "--data @file",
                "--port=1",
                "--nothing 1",
                "here 1",
                "--port 1 --data --host"
            })
    void a_line_that_has_to_be_explained_is_left_to_who_explains(String line) {
        Target target = target();

        assertThat(target.takesAll(List.of(line.split(" ")))).isFalse();

        assertThat(target.isTold(Setting.PORT)).isFalse();
    }
}
