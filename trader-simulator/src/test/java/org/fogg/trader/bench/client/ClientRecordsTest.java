package org.fogg.trader.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientRecordsTest {

    private static final UUID TRADER = new UUID(0, 1);

    @TempDir private Path folder;

    private static ClientRecord record(String clientOrderId) {
        return new ClientRecord(
                "run",
                TRADER,
                "place",
                clientOrderId,
                "VOD.L",
                "buy",
                "limit",
                "gtc",
                "10",
                "71.25",
                null,
                null,
                5,
                7,
                0,
                null,
                null,
                null,
                null);
    }

    @Test
    void shouldWriteOneLineForEachAndLeaveOutWhatIsAbsent() throws IOException {
        Path file = folder.resolve("clients/run.jsonl");
        try (ClientRecords records = new ClientRecords(file)) {
            records.add(record("c1"));
        }

        assertThat(file)
                .hasContent(
                        "{\"run\":\"run\",\"trader\":\"00000000-0000-0000-0000-000000000001\","
                                + "\"op\":\"place\",\"client_order_id\":\"c1\","
                                + "\"symbol\":\"VOD.L\",\"side\":\"buy\",\"type\":\"limit\","
                                + "\"tif\":\"gtc\",\"qty\":\"10\",\"limit_price\":\"71.25\","
                                + "\"sent_ns\":5,\"answer_ns\":7,\"http\":0}");
        assertThat(Files.readString(file)).endsWith("}\n");
    }

    @Test
    void shouldHaveWrittenAllWhenClosedAlsoFromManyThreads() throws Exception {
        Path file = folder.resolve("run.jsonl");
        List<Thread> threads = new ArrayList<>();
        try (ClientRecords records = new ClientRecords(file)) {
            for (int t = 0; t < 4; t++) {
                int number = t;
                Thread thread =
                        new Thread(
                                () -> {
                                    for (int i = 0; i < 1_000; i++) {
                                        records.add(record("c" + number + '-' + i));
                                    }
                                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }

        assertThat(Files.readAllLines(file)).hasSize(4_000).doesNotHaveDuplicates();
    }

    @Test
    void shouldSayWhichFileCannotBeMade() throws IOException {
        Path blocking = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new ClientRecords(blocking.resolve("run.jsonl")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("run.jsonl");
    }
}
