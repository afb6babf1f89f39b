package org.fogg.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir private Path folder;
    private Path log;

    @BeforeEach
    void nameTheLog() {
        log = folder.resolve("server.log");
    }

    @Test
    void shouldTellTheInnermostCauseWhenThereIsAStackTrace() throws IOException {
        LogTail tail = LogTail.beforeStart(log);
        write("INFO starting\n");
        write("java.lang.IllegalStateException: cannot start\n\tat a.B.c(B.java:1)\n");
        write("Caused by: java.io.IOException: disk is full\n\tat a.B.d(B.java:2)\n\t... 5 more\n");
        write("INFO stopping\n");

        assertThat(tail.meaningfulLine()).isEqualTo("Caused by: java.io.IOException: disk is full");
    }

    @Test
    void shouldTellTheLastErrorWhenThereIsNoCause() throws IOException {
        LogTail tail = LogTail.beforeStart(log);
        write("ERROR [main] first\nERROR [main] second\nINFO bye\n");

        assertThat(tail.meaningfulLine()).isEqualTo("ERROR [main] second");
    }

    @Test
    void shouldTellTheLastLineWhenNothingLooksLikeAnError() throws IOException {
        LogTail tail = LogTail.beforeStart(log);
        write("one\ntwo\n\n");

        assertThat(tail.meaningfulLine()).isEqualTo("two");
    }

    @Test
    void shouldSayThatNothingWasWrittenWhenThereIsNoLog() throws IOException {
        assertThat(LogTail.beforeStart(log).meaningfulLine()).isEqualTo("it wrote nothing");
    }

    @Test
    void shouldReadNothingOfAnEarlierRun() throws IOException {
        write("ERROR of the last run: already in use\n");
        LogTail tail = LogTail.beforeStart(log);
        write("ERROR of this run\n");

        assertThat(tail.meaningfulLine()).isEqualTo("ERROR of this run");
        assertThat(tail.contains("already in use")).isFalse();
    }

    @Test
    void shouldPutALongLogAsideWhenTheServerStartsAgain() throws IOException {
        Files.write(log, new byte[17 << 20]);

        LogTail.beforeStart(log);

        assertThat(log).doesNotExist();
        assertThat(folder.resolve("server.log.1")).exists();
    }

    private void write(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
