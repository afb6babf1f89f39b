package org.fogg.broker.portfolio.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.portfolio.FoldStore;
import org.fogg.broker.portfolio.ForeignAccount;
import org.fogg.broker.portfolio.ForeignEvent;
import org.fogg.broker.portfolio.PortfolioFold;
import org.fogg.broker.wire.Wire;
import org.fogg.contracts.sbe.AccountEventEncoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.ticker.wan.Arrivals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What comes of an event of another georegion that cannot be folded, and of the one after it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PortfolioConsumerTest {

    private static final TopicPartition PARTITION = new TopicPartition("order-events.asia", 0);
    private static final UUID TRADER = new UUID(1, 1);
    private static final UUID ODD = new UUID(2, 2);

    private final MockProducer<byte[], byte[]> aside =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final KeptAside keptAside = new KeptAside(aside, "kept-aside");
    private final MockConsumer<byte[], byte[]> member = new MockConsumer<>("earliest");
    private final Kept store = new Kept();
    private final PortfolioConsumer consumer =
            new PortfolioConsumer(
                    member,
                    List.of(PARTITION.topic()),
                    new PortfolioFold(store),
                    keptAside,
                    Arrivals.atOnce());

    /** Lets it read these, and stop. */
    private void read(byte[]... values) {
        member.schedulePollTask(
                () -> {
                    member.rebalance(List.of(PARTITION));
                    member.updateBeginningOffsets(Map.of(PARTITION, 0L));
                    for (int i = 0; i < values.length; i++) {
                        member.addRecord(
                                new ConsumerRecord<>(
                                        PARTITION.topic(), 0, i, new byte[0], values[i]));
                    }
                });
        store.then = account -> consumer.stop();
        consumer.run();
    }

    private static byte[] event(UUID trader, long cash) {
        var buffer = new UnsafeBuffer(new byte[512]);
        var event =
                new AccountEventEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        event.sequence(7).at(9).cash(cash).amount(cash);
        Wire.putUuid(event.traderId(), trader);
        Wire.putUuid(event.commandId(), new UUID(3, 3));
        event.georegion("asia");
        byte[] bytes = new byte[event.limit()];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    private String reason() {
        return new String(
                aside.history().get(0).headers().lastHeader("reason").value(),
                StandardCharsets.UTF_8);
    }

    @Test
    void shouldKeepAsideWhatCanNeverBeFoldedAndFoldTheNext() {
        read(event(ODD, 5), event(TRADER, 6));

        assertThat(store.accounts).extracting(ForeignAccount::cash).containsExactly(6L);
        assertThat(keptAside.count()).isEqualTo(1);
        assertThat(reason()).contains("cannot be folded", "no such day");
    }

    @Test
    void shouldKeepAsideWhatIsNoEventAndFoldTheNext() {
        read(new byte[] {1}, event(TRADER, 6));

        assertThat(store.accounts).extracting(ForeignAccount::cash).containsExactly(6L);
        assertThat(keptAside.count()).isEqualTo(1);
    }

    @Test
    void shouldFoldAgainWhatCannotBeKeptNow() {
        store.failures = 1;

        read(event(TRADER, 6));

        assertThat(store.accounts).extracting(ForeignAccount::cash).containsExactly(6L);
        assertThat(keptAside.count()).isZero();
    }

    /** Keeps accounts in memory. */
    private static final class Kept implements FoldStore {

        private final List<ForeignAccount> accounts = new ArrayList<>();
        private Consumer<ForeignAccount> then = account -> {};
        private int failures;

        @Override
        public boolean isHome(UUID traderId) {
            if (traderId.equals(ODD)) {
                throw new ArithmeticException("no such day");
            }
            return true;
        }

        @Override
        public ForeignAccount account(UUID traderId, String georegion) {
            return ForeignAccount.none(traderId, georegion);
        }

        @Override
        public HoldingSnapshot holding(UUID traderId, int stockId) {
            return null;
        }

        @Override
        public void keepAccount(ForeignAccount account, HoldingSnapshot changed) {
            if (failures-- > 0) {
                throw new IllegalStateException("Cassandra is away");
            }
            accounts.add(account);
            then.accept(account);
        }

        @Override
        public void keepOrder(OrderSnapshot order) {}

        @Override
        public void keepTrade(ForeignEvent event, OrderSnapshot order, ForeignEvent.Fill fill) {}
    }
}
