package org.fogg.broker.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.fogg.broker.command.Command.Origin;
import org.fogg.contracts.Ids;
import org.fogg.core.engine.ReplaceTerms;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.jspecify.annotations.Nullable;

/** Sends commands through the topic {@code orders}, whose partitions are the shards. */
public final class KafkaCommandGateway implements CommandGateway {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Producer<byte[], byte[]> producer;
    private final AnswerRegistry answers;
    private final Availability availability;
    private final Settings settings;
    private final LongSupplier clock;
    private final ThreadLocal<CommandCodec> codec = ThreadLocal.withInitial(CommandCodec::new);

    /**
     * How the gateway works.
     *
     * @param topic where commands go
     * @param shards how many shards there are
     * @param instance this broker's number, to which answers come
     */
    public record Settings(String topic, int shards, int instance) {}

    /**
     * @param producer gives up within 2 seconds
     * @param clock nanoseconds since the Unix epoch
     */
    public KafkaCommandGateway(
            Producer<byte[], byte[]> producer,
            AnswerRegistry answers,
            Availability availability,
            Settings settings,
            LongSupplier clock) {
        this.producer = producer;
        this.answers = answers;
        this.availability = availability;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<CommandAnswer> placeOrder(OrderTerms terms) {
        var command = new Command.PlaceOrder(origin(randomId()), terms);
        return send(terms.traderId(), terms.stockId(), command);
    }

    @Override
    public CompletableFuture<CommandAnswer> cancelOrder(UUID traderId, UUID orderId) {
        return send(traderId, 0, new Command.CancelOrder(origin(randomId()), traderId, orderId));
    }

    @Override
    public CompletableFuture<CommandAnswer> replaceOrder(ReplaceTerms terms) {
        return send(terms.traderId(), 0, new Command.ReplaceOrder(origin(randomId()), terms));
    }

    @Override
    public CompletableFuture<CommandAnswer> openAccount(UUID commandId, UUID traderId, long cash) {
        return send(traderId, 0, new Command.OpenAccount(origin(commandId), traderId, cash));
    }

    @Override
    public CompletableFuture<CommandAnswer> deposit(UUID commandId, UUID traderId, long amount) {
        return send(traderId, 0, new Command.Deposit(origin(commandId), traderId, amount));
    }

    @Override
    public CompletableFuture<CommandAnswer> setHalt(@Nullable UUID traderId, boolean halted) {
        if (traderId != null) {
            return send(traderId, 0, new Command.SetHalt(origin(randomId()), traderId, halted));
        }
        List<CompletableFuture<CommandAnswer>> all = new ArrayList<>();
        for (int shard = 0; shard < settings.shards(); shard++) {
            var command = new Command.SetHalt(origin(randomId()), null, halted);
            all.add(send(shard, Ids.NONE, 0, command));
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(nothing -> all.get(0).join());
    }

    @Override
    public Sending sendTransfer(TransferTerms terms) {
        // Before the command leaves: the end may be told before the command is answered.
        CompletableFuture<CommandAnswer> told = answers.register(terms.id());
        CompletableFuture<CommandAnswer> held =
                send(terms.traderId(), 0, new Command.SendTransfer(origin(randomId()), terms));
        CompletableFuture<CommandAnswer> ended = new CompletableFuture<>();
        told.whenComplete((answer, failure) -> pass(ended, answer, failure));
        held.whenComplete(
                (answer, failure) -> {
                    if (failure != null || isLast(answer)) {
                        pass(ended, answer, failure);
                    }
                });
        return new Sending(held, ended);
    }

    private static boolean isLast(CommandAnswer answer) {
        return answer.reason() != Reason.NONE || answer.transfer() != TransferOutcome.UNKNOWN;
    }

    private static void pass(
            CompletableFuture<CommandAnswer> to,
            @Nullable CommandAnswer answer,
            @Nullable Throwable failure) {
        if (failure != null) {
            to.completeExceptionally(failure);
        } else {
            to.complete(answer);
        }
    }

    @Override
    public CompletableFuture<CommandAnswer> applyTransfer(
            SenderId sender, TransferRequest request) {
        OrderTerms order = request.terms().order();
        return send(
                request.terms().traderId(),
                order == null ? 0 : order.stockId(),
                new Command.ApplyTransfer(origin(randomId()), sender, request));
    }

    @Override
    public CompletableFuture<CommandAnswer> barTransfer(SenderId sender, TransferRequest request) {
        return send(
                request.terms().traderId(),
                0,
                new Command.BarTransfer(origin(randomId()), sender, request));
    }

    @Override
    public CompletableFuture<CommandAnswer> cancelTransfer(UUID traderId, UUID transferId) {
        var command = new Command.CancelTransfer(origin(randomId()), traderId, transferId);
        return send(traderId, 0, command);
    }

    private Origin origin(UUID commandId) {
        return new Origin(commandId, settings.instance(), clock.getAsLong());
    }

    private CompletableFuture<CommandAnswer> send(UUID traderId, int stockId, Command command) {
        return send(Ids.shardOf(traderId, settings.shards()), traderId, stockId, command);
    }

    private CompletableFuture<CommandAnswer> send(
            int shard, UUID traderId, int stockId, Command command) {
        String missing = availability.missing(shard, stockId);
        if (missing != null) {
            return CompletableFuture.failedFuture(new UnavailableException(missing, SOON, false));
        }
        UUID id = command.origin().commandId();
        CompletableFuture<CommandAnswer> answer = answers.register(id);
        byte[] key = traderId.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] value = codec.get().encode(command);
        try {
            producer.send(
                    new ProducerRecord<>(settings.topic(), shard, key, value),
                    (sent, failure) -> {
                        if (failure != null) {
                            answers.fail(id, unsent(true));
                        }
                    });
        } catch (KafkaException e) {
            answers.fail(id, unsent(false));
        }
        return answer;
    }

    private static UnavailableException unsent(boolean unknown) {
        return new UnavailableException("Kafka does not take the command", SOON, unknown);
    }

    /** Random enough for an id, without the cost of a secure source. */
    private static UUID randomId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                (random.nextLong() & ~0xf000L) | 0x4000L,
                (random.nextLong() & (-1L >>> 2)) | Long.MIN_VALUE);
    }
}
