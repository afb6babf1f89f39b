package org.fogg.broker.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.command.UnavailableException;
import org.fogg.core.engine.CommandResult;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transfers on their way between shards, and what is told of them. */
class TransfersTest {

    private static final String ABROAD = "east-asia";
    private static final long SECOND = 1_000_000_000L;
    private static final SenderId SENDER = new SenderId(AgentWorld.HOME, AgentWorld.SHARD);

    private final AgentWorld world = new AgentWorld();
    private UUID trader;
    private OrderTerms order;
    private TransferTerms terms;

    @BeforeEach
    void open() {
        world.owning();
        trader = world.openAccount(10_000_0000);
        order = world.terms(trader, AgentWorld.OTHER, OrderType.LIMIT, Side.BUY, 100_0000);
        terms = new TransferTerms(order.orderId(), trader, ABROAD, 1_000_0000, order);
    }

    private UUID send() {
        return world.command(origin -> new Command.SendTransfer(origin, terms));
    }

    private CommandAnswer applied(Reason reason, OrderSnapshot placed) {
        return new CommandAnswer(
                UUID.randomUUID(), reason, 9, 8, placed, 5, TransferOutcome.APPLIED);
    }

    private OrderSnapshot placed() {
        return new OrderSnapshot(
                order,
                OrderStatus.NEW,
                Reason.NONE,
                1,
                100_0000,
                7,
                0,
                0,
                0,
                3,
                3,
                0,
                0,
                null,
                null);
    }

    private void answer(CommandAnswer answer) {
        world.foreign.last().answer().complete(answer);
        world.settle();
    }

    @Test
    void shouldLeaveOnlyWhenItIsDurable() {
        world.journal.hold();

        UUID command = send();

        assertThat(world.foreign.calls).isEmpty();
        world.journal.goOn();
        world.settle();
        assertThat(world.answer(command).reason()).isEqualTo(Reason.NONE);
        assertThat(world.foreign.last().georegion()).isEqualTo(ABROAD);
        assertThat(world.foreign.last().command())
                .isInstanceOfSatisfying(
                        Command.ApplyTransfer.class,
                        apply -> {
                            assertThat(apply.sender()).isEqualTo(SENDER);
                            assertThat(apply.request().number()).isEqualTo(1);
                            assertThat(apply.request().terms()).isEqualTo(terms);
                        });
    }

    @Test
    void shouldTellWhoWaitsWhatTheOtherGeoregionDecided() {
        send();

        answer(applied(Reason.NONE, placed()));

        CommandAnswer told = world.answer(order.orderId());
        assertThat(told.transfer()).isEqualTo(TransferOutcome.APPLIED);
        assertThat(told.order()).isEqualTo(placed());
        assertThat(world.portfolio.orders).containsExactly(placed());
    }

    @Test
    void shouldTellThatAnOrderIsTakenBeforeTheTransfersEndIsDurable() {
        send();
        world.journal.hold();

        answer(applied(Reason.NONE, placed()));

        assertThat(world.answer(order.orderId()).order()).isEqualTo(placed());
        assertThat(world.portfolio.orders).containsExactly(placed());
    }

    @Test
    void shouldNotTellARefusalBeforeTheTransfersEndIsDurable() {
        send();
        world.journal.hold();

        answer(applied(Reason.INSUFFICIENT_CASH, null));

        assertThat(world.isAnswered(order.orderId())).isFalse();
        world.journal.goOn();
        world.settle();
        assertThat(world.answer(order.orderId()).reason()).isEqualTo(Reason.INSUFFICIENT_CASH);
    }

    @Test
    void shouldKeepARefusalOfTheOrderApartFromTheTransfersEnd() {
        send();

        answer(applied(Reason.INSUFFICIENT_CASH, null));

        CommandAnswer told = world.answer(order.orderId());
        assertThat(told.transfer()).isEqualTo(TransferOutcome.APPLIED);
        assertThat(told.reason()).isEqualTo(Reason.INSUFFICIENT_CASH);
        assertThat(told.requested()).isEqualTo(9);
        assertThat(world.portfolio.refusals).containsExactly(Reason.INSUFFICIENT_CASH);
    }

    @Test
    void shouldNotTakeAnOrderForRefusedThatClosedLongAgo() {
        send();

        answer(applied(Reason.NONE, null));

        CommandAnswer told = world.answer(order.orderId());
        assertThat(told.transfer()).isEqualTo(TransferOutcome.APPLIED);
        assertThat(told.reason()).isEqualTo(Reason.NONE);
        assertThat(world.portfolio.refusals).isEmpty();
    }

    @Test
    void shouldNotReadARefusalOfTheCommandAsAnEnd() {
        send();

        answer(new CommandAnswer(UUID.randomUUID(), Reason.EXCHANGE_UNAVAILABLE, 0, 0, null, 0));

        assertThat(world.isAnswered(order.orderId())).isFalse();
        askedAgain();
        answer(applied(Reason.NONE, placed()));
        assertThat(world.isAnswered(order.orderId())).isTrue();
    }

    /** Each second, unless a call is under way. */
    private void askedAgain() {
        int before = world.foreign.calls.size();
        world.pass(SECOND);
        world.pass(2 * SECOND);
        assertThat(world.foreign.calls).hasSizeGreaterThan(before);
    }

    @Test
    void shouldAskAgainWhenACallFailedAndNotWhileOneIsUnderWay() {
        send();
        world.pass(SECOND);
        world.pass(2 * SECOND);
        world.pass(2 * SECOND);
        assertThat(world.foreign.calls).hasSize(1);

        world.foreign
                .last()
                .answer()
                .completeExceptionally(
                        new UnavailableException("away", Duration.ofSeconds(1), true));
        world.settle();

        world.pass(2 * SECOND);
        assertThat(world.foreign.calls).hasSize(2);
        assertThat(world.foreign.calls.get(1).command())
                .isInstanceOfSatisfying(
                        Command.ApplyTransfer.class,
                        apply -> assertThat(apply.request().number()).isEqualTo(1));
    }

    @Test
    void shouldNotEndBeforeTheAnswerIsKept() {
        world.portfolio.away = true;
        send();

        answer(applied(Reason.NONE, placed()));

        assertThat(world.isAnswered(order.orderId())).isFalse();
        world.portfolio.away = false;
        askedAgain();
        answer(applied(Reason.NONE, placed()));
        assertThat(world.isAnswered(order.orderId())).isTrue();
    }

    @Test
    void shouldTellHowItEndedWhenItIsAskedForAgain() {
        send();
        answer(applied(Reason.NONE, placed()));

        UUID again = send();

        assertThat(world.answer(again).transfer()).isEqualTo(TransferOutcome.APPLIED);
    }

    @Test
    void shouldTellWhoAsksAgainWhileItIsOnItsWay() {
        send();
        world.answers.clear();

        UUID again = send();
        assertThat(world.answer(again).transfer()).isEqualTo(TransferOutcome.UNKNOWN);
        answer(applied(Reason.NONE, placed()));

        assertThat(world.answer(order.orderId()).order()).isEqualTo(placed());
    }

    @Test
    void shouldAskForTheMoneyBackAndAnswerWhenItIsVoided() {
        send();

        UUID cancel =
                world.command(
                        origin -> new Command.CancelTransfer(origin, trader, order.orderId()));

        assertThat(world.isAnswered(cancel)).isFalse();
        assertThat(world.foreign.last().command()).isInstanceOf(Command.BarTransfer.class);
        answer(
                new CommandAnswer(
                        UUID.randomUUID(), Reason.NONE, 0, 0, null, 5, TransferOutcome.VOIDED));
        assertThat(world.answer(cancel).reason()).isEqualTo(Reason.NONE);
        assertThat(world.answer(order.orderId()).reason()).isEqualTo(Reason.TRANSFER_VOIDED);
    }

    @Test
    void shouldSendWhatIsOpenAgainWhenAnotherOwnerTakesOver() {
        send();

        AgentWorld next = new AgentWorld(world).owning();

        assertThat(next.foreign.calls).hasSize(1);
        next.foreign.last().answer().complete(applied(Reason.NONE, placed()));
        next.settle();
        assertThat(next.portfolio.orders).containsExactly(placed());
        UUID again = next.command(origin -> new Command.SendTransfer(origin, terms));
        assertThat(next.answer(again).transfer()).isEqualTo(TransferOutcome.APPLIED);
    }

    @Test
    void shouldTakeInAnotherGeoregionsTransferAndPlaceItsOrder() {
        world.tick(AgentWorld.OTHER, AgentWorld.PRICE + 10_0000);
        UUID stranger = UUID.randomUUID();
        OrderTerms theirs =
                world.terms(stranger, AgentWorld.OTHER, OrderType.LIMIT, Side.BUY, 100_0000);
        var request =
                new TransferRequest(
                        1,
                        1,
                        new TransferTerms(
                                theirs.orderId(), stranger, AgentWorld.HOME, 1_000_0000, theirs),
                        0);
        var sender = new SenderId(ABROAD, 2);

        UUID first = world.command(origin -> new Command.ApplyTransfer(origin, sender, request));
        UUID again = world.command(origin -> new Command.ApplyTransfer(origin, sender, request));
        UUID bar = world.command(origin -> new Command.BarTransfer(origin, sender, request));

        assertThat(world.answer(first).transfer()).isEqualTo(TransferOutcome.APPLIED);
        assertThat(world.answer(first).order().status()).isEqualTo(OrderStatus.NEW);
        assertThat(world.answer(again).order()).isEqualTo(world.answer(first).order());
        assertThat(world.answer(bar).transfer()).isEqualTo(TransferOutcome.APPLIED);
        assertThat(CommandResult.DONE.reason()).isEqualTo(world.answer(bar).reason());
    }
}
