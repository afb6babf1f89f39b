package org.fogg.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.fogg.contracts.sbe.ListingDecoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.fogg.ticker.stream.TickConsumer;
import org.fogg.ticker.stream.TickListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@UseServers(ServerKind.KAFKA)
class ExchangeIT {

    private static final AtomicLong NEXT = new AtomicLong();
    private static final int WORKERS = 4;

    private final String kafka;
    private final String suffix =
            "x" + letters(ProcessHandle.current().pid()) + letters(NEXT.incrementAndGet());
    private final String base = "/exchanges/" + ExchangeProcess.code(suffix);

    @TempDir private Path folder;
    private ExchangeProcess exchange;

    ExchangeIT(Servers servers) {
        this.kafka = servers.kafka();
    }

    // Georegions have only letters.
    private static String letters(long number) {
        StringBuilder letters = new StringBuilder();
        for (long rest = number; rest > 0; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }

    @AfterEach
    void close() throws Exception {
        if (exchange != null) {
            exchange.kill();
        }
    }

    private void start(String... arguments) throws IOException {
        exchange = new ExchangeProcess(folder, kafka, suffix, arguments).start().awaitReady();
    }

    private static final class Ticks implements TickListener {

        private final ConcurrentLinkedQueue<long[]> seen = new ConcurrentLinkedQueue<>();

        @Override
        public void onTick(
                int stockId,
                long sequence,
                long price,
                long publishedAt,
                int partition,
                long offset) {
            seen.add(new long[] {stockId, sequence, price});
        }

        @Override
        public void onFailure(Exception cause) {
            throw new AssertionError(cause);
        }

        private void assertStrictlyRising() {
            Map<Long, Long> last = new HashMap<>();
            for (long[] tick : seen) {
                Long before = last.put(tick[0], tick[1]);
                assertThat(before == null ? 0 : before).isLessThan(tick[1]);
            }
        }
    }

    @Test
    void shouldRegisterListingsAndPublishTicks() throws Exception {
        start("--fogg.exchange.ticks-per-second=200");

        Ticks ticks = new Ticks();
        try (TickConsumer consumer =
                TickConsumer.fromOffsets(kafka, "it" + suffix, Map.of(), ticks)) {
            ExchangeProcess.await(() -> ticks.seen.size() > 300 && consumer.caughtUp());
        }

        ticks.assertStrictlyRising();
        List<byte[]> listings = JournalContent.records(kafka, "listings.it" + suffix);
        assertThat(listings).hasSize(2);
        ListingDecoder listing = new ListingDecoder();
        listing.wrapAndApplyHeader(
                new UnsafeBuffer(listings.get(0)), 0, new MessageHeaderDecoder());
        assertThat(listing.stockId()).isEqualTo(10_001);
        assertThat(listing.symbol()).isEqualTo("AAA");
        assertThat(listing.name()).isEqualTo("Aaa");
        assertThat(listing.exchangeCode()).isEqualTo(ExchangeProcess.code(suffix));
        listing.skipExchangeName();
        listing.skipCity();
        listing.skipTimeZone();
        assertThat(listing.url()).isEqualTo(exchange.uri(base).toString());
    }

    @Test
    void shouldJournalBeforeItAnswers() throws Exception {
        start("--fogg.exchange.ticks-per-second=0");

        byte[] answer = exchange.ask(base + "/execute", Samples.buy(1).executeBytes());

        assertThat(Samples.report(answer).outcome()).isEqualTo(ExecutionOutcome.FILLED);
        assertThat(journal().reports()).containsExactly(answer);
    }

    @Test
    void shouldKeepItsPromisesWhenKilledInTheMiddle() throws Exception {
        start("--fogg.exchange.ticks-per-second=100");
        Ticks ticks = new Ticks();
        try (TickConsumer consumer = TickConsumer.fromEnd(kafka, "it" + suffix, ticks)) {
            Map<Long, byte[]> answered = new ConcurrentHashMap<>();
            AtomicLong orders = new AtomicLong();
            for (int life = 1; life <= 2; life++) {
                executeUntilKilled(orders, answered, life * 300L);
                int before = ticks.seen.size();
                exchange.start().awaitReady();
                ExchangeProcess.await(() -> ticks.seen.size() > before + 100);
            }

            for (long order = 1; order <= orders.get(); order++) {
                byte[] resolved =
                        exchange.ask(base + "/resolve", Samples.buy(order).resolveBytes());
                byte[] answer = answered.get(order);
                if (answer != null) {
                    assertThat(resolved).isEqualTo(answer);
                }
            }
            assertThat(consumer.malformed()).isZero();
        }
        ticks.assertStrictlyRising();
        journal().check();
    }

    private void executeUntilKilled(AtomicLong orders, Map<Long, byte[]> answered, long answers)
            throws Exception {
        AtomicBoolean running = new AtomicBoolean(true);
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            Thread worker = new Thread(() -> execute(orders, answered, running));
            worker.start();
            workers.add(worker);
        }
        ExchangeProcess.await(() -> answered.size() >= answers);
        exchange.kill();
        running.set(false);
        for (Thread worker : workers) {
            worker.join();
        }
    }

    private void execute(AtomicLong orders, Map<Long, byte[]> answered, AtomicBoolean running) {
        while (running.get()) {
            long order = orders.incrementAndGet();
            try {
                HttpResponse<byte[]> answer =
                        exchange.post(base + "/execute", Samples.buy(order).executeBytes());
                if (answer.statusCode() == 200) {
                    answered.put(order, answer.body());
                }
            } catch (IOException e) {
                // Killed: this order's outcome is unknown, which is what the test is about.
                return;
            }
        }
    }

    @Test
    void shouldFenceTheFormerOwnerAlsoAfterARestart() throws Exception {
        start("--fogg.exchange.ticks-per-second=0");
        byte[] filled = exchange.ask(base + "/execute", Samples.buy(1).executeBytes());
        exchange.ask(base + "/log-on", Samples.logOnBytes("europe", 3, 6, 0));

        exchange.kill();
        exchange.start().awaitReady();

        byte[] fenced = exchange.ask(base + "/execute", Samples.buy(2).executeBytes());
        byte[] again = exchange.ask(base + "/execute", Samples.buy(1).executeBytes());
        assertThat(Samples.report(fenced).outcome()).isEqualTo(ExecutionOutcome.FENCED);
        assertThat(again).isEqualTo(filled);
        assertThat(journal().reports()).hasSize(1);
    }

    @Test
    void shouldGoOnWithPriceAndSequenceAfterACleanStop() throws Exception {
        start("--fogg.exchange.ticks-per-second=0");
        assertThat(exchange.put(base + "/stocks/AAA/price", "{\"price\":\"41.23\"}").statusCode())
                .isEqualTo(200);
        exchange.kill();
        exchange.start().awaitReady();
        assertThat(stocks()).contains("\"price\":\"41.23\"");
        assertThat(exchange.stop()).isEqualTo(143);
        exchange.start().awaitReady();

        assertThat(stocks()).contains("\"price\":\"41.23\"").contains("\"price\":\"80.00\"");
    }

    @Test
    void shouldExecuteButNotAnswerWhenTheAnswerIsToBeLost() throws Exception {
        start("--fogg.exchange.ticks-per-second=0");
        String lost = "{\"seed\":1,\"lost_answer\":1}";
        assertThat(exchange.put("/faults", lost).statusCode()).isEqualTo(200);

        assertThatThrownBy(() -> exchange.post(base + "/execute", Samples.buy(1).executeBytes()))
                .isInstanceOf(IOException.class);

        assertThat(exchange.put("/faults", "{}").statusCode()).isEqualTo(200);
        byte[] resolved = exchange.ask(base + "/resolve", Samples.buy(1).resolveBytes());
        assertThat(Samples.report(resolved).outcome()).isEqualTo(ExecutionOutcome.FILLED);
    }

    @Test
    void shouldListTheStocksOfAPriceFileInsteadOfItsOwn() throws Exception {
        start("--fogg.exchange.ticks-per-second=0");
        exchange.stop();
        Path prices =
                Files.writeString(
                        folder.resolve("prices.csv"),
                        "time,symbol,price\n2020-01-02,MSFT,158.78\n2020-01-03,MSFT,157.32\n");
        exchange =
                new ExchangeProcess(
                                folder,
                                kafka,
                                suffix,
                                "--fogg.exchange.prices=" + prices,
                                "--fogg.exchange.replay-seconds=1")
                        .start()
                        .awaitReady();

        assertThat(stocks()).contains("MSFT").contains("10003").doesNotContain("AAA");
        List<byte[]> listings = JournalContent.records(kafka, "listings.it" + suffix);
        assertThat(listings.subList(3, 5)).containsExactly(null, null);
        long sequence = sequence();
        ExchangeProcess.await(() -> sequence() > sequence + 3);
    }

    private long sequence() {
        try {
            return Long.parseLong(stocks().replaceAll("(?s).*\"sequence\":(\\d+).*", "$1"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String stocks() throws IOException {
        return new String(exchange.get(base + "/stocks").body(), StandardCharsets.UTF_8);
    }

    private JournalContent journal() {
        return JournalContent.read(kafka, ExchangeProcess.code(suffix));
    }
}
