package org.fogg.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
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
import org.fogg.contracts.sbe.ListingDecoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.fogg.stack.junit.UseServers;
import org.fogg.ticker.stream.TickConsumer;
import org.fogg.ticker.stream.TickListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An exchange that publishes ticks all the time. */
@UseServers(ServerKind.KAFKA)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TickingExchangeIT {

    private static final int WORKERS = 4;
    private static final int ANSWERS = 150;
    private static final int TICKS = 50;

    private final String kafka;
    private final String suffix = ExchangeProcess.newSuffix();
    private final String base = "/exchanges/" + ExchangeProcess.code(suffix);

    private Path folder;
    private ExchangeProcess exchange;

    TickingExchangeIT(Servers servers) {
        this.kafka = servers.kafka();
    }

    @BeforeAll
    void start(@TempDir Path shared) throws IOException {
        folder = shared;
        exchange =
                new ExchangeProcess(folder, kafka, suffix, "--fogg.exchange.ticks-per-second=20")
                        .start()
                        .awaitReady();
    }

    @AfterAll
    void kill() throws Exception {
        exchange.kill();
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

        /** Each stock's sequence rises, but for repeats: Kafka may take a tick twice. */
        private void assertRising() {
            Map<Long, Long> highest = new HashMap<>();
            Map<List<Long>, Long> prices = new HashMap<>();
            for (long[] tick : seen) {
                Long price = prices.putIfAbsent(List.of(tick[0], tick[1]), tick[2]);
                if (price == null) {
                    Long before = highest.put(tick[0], tick[1]);
                    assertThat(before == null ? 0 : before).isLessThan(tick[1]);
                } else {
                    assertThat(price).isEqualTo(tick[2]);
                }
            }
        }
    }

    @Test
    void shouldRegisterListingsAndPublishTicks() throws Exception {
        Ticks ticks = new Ticks();
        try (TickConsumer consumer =
                TickConsumer.fromOffsets(kafka, "it" + suffix, Map.of(), ticks)) {
            ExchangeProcess.await(() -> ticks.seen.size() > TICKS && consumer.caughtUp());
        }

        ticks.assertRising();
        List<byte[]> listings = JournalContent.records(kafka, "listings.it" + suffix);
        // Each start registers its stocks.
        assertThat(listings).hasSizeGreaterThanOrEqualTo(2);
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
    void shouldKeepItsPromisesWhenKilledInTheMiddle() throws Exception {
        Ticks ticks = new Ticks();
        try (TickConsumer consumer = TickConsumer.fromEnd(kafka, "it" + suffix, ticks)) {
            Map<Long, byte[]> answered = new ConcurrentHashMap<>();
            AtomicLong orders = new AtomicLong();
            executeUntilKilled(orders, answered);
            int before = ticks.seen.size();
            exchange.start().awaitReady();
            ExchangeProcess.await(() -> ticks.seen.size() > before + TICKS);

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
        ticks.assertRising();
        JournalContent.read(kafka, ExchangeProcess.code(suffix)).check();
    }

    private void executeUntilKilled(AtomicLong orders, Map<Long, byte[]> answered)
            throws Exception {
        AtomicBoolean running = new AtomicBoolean(true);
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            Thread worker = new Thread(() -> execute(orders, answered, running));
            worker.start();
            workers.add(worker);
        }
        ExchangeProcess.await(() -> answered.size() >= ANSWERS);
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
    void shouldListTheStocksOfAPriceFileInsteadOfItsOwn() throws Exception {
        String another = ExchangeProcess.newSuffix();
        Path files = Files.createDirectory(folder.resolve(another));
        ExchangeProcess simulating =
                new ExchangeProcess(files, kafka, another).start().awaitReady();
        simulating.kill();
        Path prices =
                Files.writeString(
                        files.resolve("prices.csv"),
                        "time,symbol,price\n2020-01-02,MSFT,158.78\n2020-01-03,MSFT,157.32\n");
        ExchangeProcess replaying =
                new ExchangeProcess(
                                files,
                                kafka,
                                another,
                                "--fogg.exchange.prices=" + prices,
                                "--fogg.exchange.replay-seconds=1")
                        .start()
                        .awaitReady();

        try {
            assertThat(replaying.stocks()).contains("MSFT").contains("10003").doesNotContain("AAA");
            List<byte[]> listings = JournalContent.records(kafka, "listings.it" + another);
            assertThat(listings.subList(3, 5)).containsExactly(null, null);
            long sequence = sequence(replaying);
            ExchangeProcess.await(() -> sequence(replaying) > sequence + 3);
        } finally {
            replaying.kill();
        }
    }

    private static long sequence(ExchangeProcess exchange) {
        try {
            return Long.parseLong(
                    exchange.stocks().replaceAll("(?s).*\"sequence\":(\\d+).*", "$1"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
