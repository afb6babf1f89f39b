package org.fogg.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessIdentityTest {
    @Test
    void shouldBeAliveWhenItIsThisProcess() {
        assertThat(ProcessIdentity.current().isAlive()).isTrue();
        assertThat(ProcessIdentity.current().pid()).isEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void shouldStayTheSameWhenAskedAgain() {
        assertThat(ProcessIdentity.current()).isEqualTo(ProcessIdentity.current());
    }

    @Test
    void shouldNotBeAliveWhenTheStartDiffers() {
        long pid = ProcessHandle.current().pid();

        assertThat(new ProcessIdentity(pid, "another time").isAlive()).isFalse();
    }

    @Test
    void shouldNotExistWhenNoProcessHasThePid() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();

        assertThat(ProcessIdentity.of(ended.pid())).isEmpty();
    }
}
