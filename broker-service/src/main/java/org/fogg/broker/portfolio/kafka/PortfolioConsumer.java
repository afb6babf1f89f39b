package org.fogg.broker.portfolio.kafka;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.portfolio.ForeignEvent;
import org.fogg.broker.portfolio.PortfolioFold;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.ticker.wan.Arrivals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the order events of the other georegions, in a group with this georegion's other brokers,
 * and has them folded. What is folded is committed after it is kept, so it may be folded again, and
 * nothing is left out. Runs on one thread.
 */
public final class PortfolioConsumer implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(PortfolioConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long RETRY_MS = 500;

    private final Consumer<byte[], byte[]> consumer;
    private final List<String> topics;
    private final PortfolioFold fold;
    private final KeptAside keptAside;
    private final Arrivals arrivals;
    private final ForeignEventDecoder decoder = new ForeignEventDecoder();
    private volatile boolean running = true;

    /**
     * @param consumer a member of the group that commits when it is told to
     * @param topics order events of the other georegions; they exist
     * @param arrivals when what is read there has come here
     */
    public PortfolioConsumer(
            Consumer<byte[], byte[]> consumer,
            List<String> topics,
            PortfolioFold fold,
            KeptAside keptAside,
            Arrivals arrivals) {
        this.consumer = consumer;
        this.topics = topics;
        this.fold = fold;
        this.keptAside = keptAside;
        this.arrivals = arrivals;
    }

    @Override
    public void run() {
        try {
            consumer.subscribe(topics);
            while (running) {
                step();
            }
        } catch (WakeupException | InterruptException e) {
            running = false;
        } finally {
            consumer.close();
        }
    }

    private void step() {
        try {
            Iterator<ConsumerRecord<byte[], byte[]>> polled =
                    arrivals.poll(consumer, POLL).iterator();
            if (polled.hasNext()) {
                polled.forEachRemaining(this::take);
                arrivals.commit(consumer);
            }
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            log.warn("Events of other georegions cannot be read: {}", e.getMessage());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RETRY_MS));
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> polled) {
        ForeignEvent event;
        try {
            event = decoder.decode(polled.value());
        } catch (MalformedMessageException e) {
            keptAside.keep(polled, e.getMessage());
            return;
        }
        while (running && !isFolded(event, polled)) {
            // Later events of this trader must not overtake it.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RETRY_MS));
        }
        if (!running) {
            throw new WakeupException();
        }
    }

    private boolean isFolded(ForeignEvent event, ConsumerRecord<byte[], byte[]> polled) {
        try {
            fold.fold(event);
            return true;
        } catch (ArithmeticException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            // It would fail in the same way for ever, and hold up all that come after it.
            keptAside.keep(polled, "it cannot be folded: " + e);
            return true;
        } catch (RuntimeException e) {
            log.warn("An event of {} cannot be kept yet: {}", event.georegion(), e.getMessage());
            return false;
        }
    }

    /** Makes {@link #run} return. */
    public void stop() {
        running = false;
        consumer.wakeup();
    }
}
