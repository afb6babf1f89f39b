package org.fogg.broker.market;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.broker.wire.Wire;
import org.fogg.contracts.sbe.ListingDecoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the listings from the beginning, and goes on. Runs on one thread. */
public final class ListingsConsumer implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(ListingsConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final LiveDirectory directory;
    private final java.util.function.Consumer<Stock> listener;
    private final KeptAside keptAside;
    private final UnsafeBuffer source = new UnsafeBuffer(0, 0);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ListingDecoder listing = new ListingDecoder();
    private volatile boolean running = true;

    /**
     * @param listener told of each stock that is new or changed, after the directory has it
     * @param keptAside has what is no listing
     */
    public ListingsConsumer(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            LiveDirectory directory,
            java.util.function.Consumer<Stock> listener,
            KeptAside keptAside) {
        this.consumer = consumer;
        this.partition = partition;
        this.directory = directory;
        this.listener = listener;
        this.keptAside = keptAside;
    }

    @Override
    public void run() {
        try {
            List<TopicPartition> all = List.of(partition);
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            long end = ends.getOrDefault(partition, 0L);
            while (running) {
                for (ConsumerRecord<byte[], byte[]> polled : consumer.poll(POLL)) {
                    take(polled);
                }
                if (!directory.isLoaded() && consumer.position(partition) >= end) {
                    directory.loaded();
                    log.info("{} stocks are listed", directory.stocks().size());
                }
            }
        } catch (WakeupException | InterruptException e) {
            running = false;
        } finally {
            consumer.close();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> polled) {
        if (polled.value() == null) {
            return;
        }
        try {
            Stock stock = decode(polled.value());
            if (directory.put(stock)) {
                listener.accept(stock);
            }
        } catch (MalformedMessageException
                | IndexOutOfBoundsException
                | IllegalStateException
                | IllegalArgumentException
                | DateTimeException e) {
            keptAside.keep(polled, e.getMessage());
        }
    }

    private Stock decode(byte[] bytes) {
        source.wrap(bytes);
        listing.wrapAndApplyHeader(source, 0, header);
        Wire.requireSchema(header);
        String symbol = listing.symbol();
        String name = listing.name();
        var exchange =
                new Exchange(
                        listing.exchangeId(),
                        listing.exchangeCode(),
                        listing.exchangeName(),
                        listing.city(),
                        ZoneId.of(listing.timeZone()),
                        listing.latitude(),
                        listing.longitude(),
                        URI.create(listing.url()));
        return new Stock(
                listing.stockId(),
                symbol,
                name,
                exchange,
                listing.priceIncrement(),
                listing.volatility());
    }

    /** Makes {@link #run} return. */
    public void stop() {
        running = false;
        consumer.wakeup();
    }
}
