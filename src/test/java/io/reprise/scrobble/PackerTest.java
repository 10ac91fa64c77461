package io.reprise.scrobble;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PackerTest {
    private static final List<byte[]> PAYLOADS = Collections.nCopies(PayloadBlock.PAYLOADS_MAX, new byte[] {1, 2});

    @Test
    void a_block_that_gives_back_something_else_is_refused_before_a_row_goes() {
        List<byte[]> changed = new ArrayList<>(PAYLOADS);
        changed.set(200, new byte[] {1, 3});

        assertThatCode(() -> Packer.demandSame(PAYLOADS, List.copyOf(PAYLOADS), 1))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Packer.demandSame(PAYLOADS, changed, 1)).hasMessageContaining("stay as they are");
        assertThatThrownBy(() -> Packer.demandSame(PAYLOADS, PAYLOADS.subList(1, PAYLOADS.size()), 1))
                .hasMessageContaining("run doctor");
        assertThatThrownBy(() -> Packer.demandSame(PAYLOADS.subList(1, 3), PAYLOADS.subList(1, 3), 1))
                .isInstanceOf(IllegalStateException.class);
    }
}
