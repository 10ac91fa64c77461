package io.reprise.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SealTest {
    private static final UserId ANNA = new UserId(1);
    private static final String SECRET = "a key to elsewhere";

    @TempDir
    private Path folder = Path.of("");

    private final SecureRandom random = new SecureRandom();
    private final Seal seal = new Seal(ServerKey.ofHex("0f".repeat(32)), random);

    @Test
    void a_secret_opens_for_its_user_and_purpose_alone() {
        Sealed sealed = seal.close(ANNA, "connection 1", SECRET);

        assertThat(seal.open(ANNA, "connection 1", sealed)).contains(SECRET);
        assertThat(seal.open(new UserId(2), "connection 1", sealed)).isEmpty();
        assertThat(seal.open(ANNA, "connection 2", sealed)).isEmpty();
        assertThat(new Seal(ServerKey.ofHex("0e".repeat(32)), random).open(ANNA, "connection 1", sealed))
                .isEmpty();
        assertThat(seal.open(ANNA, "connection 1", new Sealed(new byte[3]))).isEmpty();
    }

    @Test
    void what_is_sealed_does_not_show_the_secret_and_is_never_twice_the_same() {
        Sealed sealed = seal.close(ANNA, "connection 1", SECRET);

        assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        assertThat(sealed.bytes())
                .isNotEqualTo(seal.close(ANNA, "connection 1", SECRET).bytes());
        assertThat(sealed.toString()).isEqualTo("(sealed)");
        assertThat(Sealed.ofText(sealed.text()).bytes()).isEqualTo(sealed.bytes());
    }

    @Test
    void the_key_is_made_once_for_its_owner_alone() throws IOException {
        Path file = folder.resolve("secret.key");
        Seal first = new Seal(ServerKey.inFile(file, random), random);
        assertThat(file).doesNotExist();
        Sealed sealed = first.close(ANNA, "connection 1", SECRET);

        assertThat(Files.size(file)).isEqualTo(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new Seal(ServerKey.inFile(file, random), random).open(ANNA, "connection 1", sealed))
                .contains(SECRET);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_key_of_another_length_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.key"), "short");

        assertThatThrownBy(() -> new Seal(ServerKey.inFile(file, random), random).close(ANNA, "x", SECRET))
                .hasMessageContaining("has 5 bytes, not 32");
        assertThatThrownBy(() -> ServerKey.ofHex("0f")).isInstanceOf(IllegalArgumentException.class);
    }
}
