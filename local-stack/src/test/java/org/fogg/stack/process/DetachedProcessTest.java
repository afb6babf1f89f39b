package org.fogg.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fogg.stack.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DetachedProcessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir private Path folder;
    private final List<DetachedProcess> started = new ArrayList<>();

    @AfterEach
    void killWhatIsLeft() throws InterruptedException {
        for (DetachedProcess process : started) {
            process.kill();
        }
    }

    @Test
    void shouldFindTheProcessWhenItsRecordIsRead() throws IOException {
        DetachedProcess process = start("sleep 600");

        Optional<DetachedProcess> found = DetachedProcess.find(record());

        assertThat(found).isPresent();
        assertThat(found.get().pid()).isEqualTo(process.pid());
        assertThat(found.get().isAlive()).isTrue();
        assertThat(found.get().exitCode()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldStandStillUntilResumedWhenHalted() throws Exception {
        DetachedProcess process = start("while true; do :; done");

        process.suspend();
        Await.until("halted", () -> state(process.pid()) == 'T');
        boolean aliveMeanwhile = DetachedProcess.find(record()).isPresent();
        process.resume();

        Await.until("going on", () -> state(process.pid()) == 'R');
        assertThat(aliveMeanwhile).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldGiveWayWithAllThreads() throws Exception {
        DetachedProcess process =
                start(
                        "exec '%s' -Xmx16m -cp '%s' '%s'"
                                .formatted(
                                        Path.of(System.getProperty("java.home"), "bin", "java"),
                                        System.getProperty("java.class.path"),
                                        Sleeper.class.getName()));
        Await.until("several threads", () -> niceOfThreads(process.pid()).size() > 5);

        // A JVM that is still starting may begin a thread from one that has not given way yet.
        Await.until(
                "all threads give way",
                () -> {
                    process.giveWay();
                    return Set.copyOf(niceOfThreads(process.pid())).equals(Set.of(19));
                });
    }

    /** A JVM that does nothing. */
    static final class Sleeper {
        public static void main(String[] arguments) throws InterruptedException {
            Thread.currentThread().join();
        }
    }

    private static List<Integer> niceOfThreads(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.map(thread -> nice(thread.resolve("stat"))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The nineteenth field; the second, a name in brackets, may contain blanks. */
    private static int nice(Path statFile) {
        try {
            String stat = Files.readString(statFile);
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Integer.parseInt(afterName[16]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The letter after the name in brackets. */
    private static char state(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldFindNothingWhenThereIsNoRecord() throws IOException {
        assertThat(DetachedProcess.find(folder.resolve("none"))).isEmpty();
    }

    @Test
    void shouldFindNothingWhenTheProcessHasEnded() throws Exception {
        DetachedProcess process = start("sleep 600");

        process.kill();

        assertThat(DetachedProcess.find(record())).isEmpty();
    }

    @Test
    void shouldLeaveAProcessAloneWhenItOnlyGotTheSamePid() throws Exception {
        DetachedProcess other = start("sleep 600");
        ProcessIdentity before = new ProcessIdentity(other.pid(), "an earlier start");
        new ProcessRecord("token", before, Instant.now()).write(record());

        assertThat(DetachedProcess.find(record())).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldFindTheProcessWhenItsStarterDiedBeforeRecordingThePid() throws Exception {
        DetachedProcess process = start("sleep 600");
        ProcessRecord whole = ProcessRecord.read(record()).orElseThrow();
        new ProcessRecord(whole.token(), null, whole.startedAt()).write(record());

        Optional<DetachedProcess> found = DetachedProcess.find(record());

        assertThat(found).isPresent();
        assertThat(found.get().pid()).isEqualTo(process.pid());
    }

    @Test
    void shouldSayThatItEndedByItselfWhenAskedToStop() throws Exception {
        start("sleep 600");
        DetachedProcess found = DetachedProcess.find(record()).orElseThrow();

        boolean byItself = found.stop(PATIENCE);

        assertThat(byItself).isTrue();
        assertThat(found.isAlive()).isFalse();
    }

    @Test
    void shouldKillItWhenItDoesNotHeedTheRequestToStop() throws Exception {
        DetachedProcess process = start("trap '' TERM; echo ready; while :; do sleep 1; done");
        Await.until("the trap is set", () -> log().contains("ready"));

        boolean byItself = process.stop(Duration.ofMillis(100));

        assertThat(byItself).isFalse();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void shouldIgnoreTheTerminalWhenItSendsCtrlC() throws Exception {
        DetachedProcess process = start("kill -INT $$; kill -HUP $$; echo still; sleep 600");

        Await.until("it has gone on", () -> log().contains("still"));

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void shouldTellTheExitCodeWhenItEnds() throws Exception {
        DetachedProcess process = start("exit 3");

        Await.until("it has ended", () -> !process.isAlive());

        assertThat(process.exitCode()).hasValue(3);
    }

    @Test
    void shouldAppendToTheLogWhenStartedAgain() throws Exception {
        start("echo first");
        Await.until("the first line is there", () -> log().contains("first"));

        start("echo second");

        Await.until("the second line is there", () -> log().contains("second"));
        assertThat(log()).contains("first");
    }

    private DetachedProcess start(String script) throws IOException {
        DetachedProcess process =
                DetachedProcess.start(
                        record(),
                        List.of("/bin/sh", "-c", script),
                        Map.of(),
                        folder,
                        folder.resolve("log"));
        started.add(process);
        return process;
    }

    private Path record() {
        return folder.resolve("process.properties");
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }
}
