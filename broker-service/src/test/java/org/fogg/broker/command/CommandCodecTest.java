package org.fogg.broker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.fogg.broker.command.Command.Origin;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.core.engine.ReplaceTerms;
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
import org.fogg.core.order.TimeInForce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandCodecTest {

    private static final UUID TRADER = new UUID(1, 2);
    private static final UUID ORDER = new UUID(3, 4);
    private static final Origin ORIGIN = new Origin(new UUID(5, 6), 7, 8);
    private static final OrderTerms TERMS =
            new OrderTerms(
                    ORDER,
                    TRADER,
                    "naïve",
                    10_001,
                    Side.BUY,
                    OrderType.LIMIT,
                    TimeInForce.DAY,
                    5,
                    100,
                    0,
                    99);

    private static final SenderId SENDER = new SenderId("europe", 3);
    private static final TransferTerms WITH_ORDER =
            new TransferTerms(ORDER, TRADER, "east-asia", 500, TERMS);
    private static final TransferTerms CASH =
            new TransferTerms(new UUID(9, 9), TRADER, "east-asia", 500, null);

    private final CommandCodec codec = new CommandCodec();

    static Stream<Command> commands() {
        return Stream.of(
                new Command.PlaceOrder(ORIGIN, TERMS),
                new Command.CancelOrder(ORIGIN, TRADER, ORDER),
                new Command.ReplaceOrder(
                        ORIGIN,
                        new ReplaceTerms(TRADER, ORDER, new UUID(9, 9), "next", 1, 2, 3, null, 4)),
                new Command.ReplaceOrder(
                        ORIGIN,
                        new ReplaceTerms(
                                TRADER,
                                ORDER,
                                new UUID(9, 9),
                                "next",
                                0,
                                0,
                                0,
                                TimeInForce.FOK,
                                0)),
                new Command.OpenAccount(ORIGIN, TRADER, 1000),
                new Command.Deposit(ORIGIN, TRADER, 500),
                new Command.SetHalt(ORIGIN, TRADER, true),
                new Command.SetHalt(ORIGIN, null, false),
                new Command.SendTransfer(ORIGIN, WITH_ORDER),
                new Command.SendTransfer(ORIGIN, CASH),
                new Command.ApplyTransfer(ORIGIN, SENDER, new TransferRequest(7, 5, WITH_ORDER, 0)),
                new Command.ApplyTransfer(ORIGIN, SENDER, new TransferRequest(7, 7, CASH, 0)),
                new Command.BarTransfer(ORIGIN, SENDER, new TransferRequest(1, 1, CASH, 0)),
                new Command.CancelTransfer(ORIGIN, TRADER, ORDER));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldReadWhatItWrote(Command command) {
        assertThat(codec.decode(codec.encode(command))).isEqualTo(command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldRefuseEveryCutCommand(Command command) {
        byte[] bytes = codec.encode(command);

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> codec.decode(cut))
                    .isInstanceOf(MalformedMessageException.class);
        }
    }

    @Test
    void shouldRefuseAnotherSchemaAndAnUnknownTemplate() {
        byte[] otherSchema = codec.encode(new Command.Deposit(ORIGIN, TRADER, 1));
        otherSchema[4] = 71;
        byte[] otherTemplate = codec.encode(new Command.Deposit(ORIGIN, TRADER, 1));
        otherTemplate[2] = 99;

        assertThatThrownBy(() -> codec.decode(otherSchema)).hasMessageContaining("71");
        assertThatThrownBy(() -> codec.decode(otherTemplate)).hasMessageContaining("99");
    }

    static Stream<TransferRequest> impossible() {
        OrderTerms ofAnother =
                new OrderTerms(
                        ORDER,
                        new UUID(1, 1),
                        "x",
                        10_001,
                        Side.BUY,
                        OrderType.MARKET,
                        TimeInForce.DAY,
                        5,
                        0,
                        0,
                        99);
        return Stream.of(
                new TransferRequest(0, 0, CASH, 0),
                new TransferRequest(7, 8, CASH, 0),
                new TransferRequest(7, 0, CASH, 0),
                new TransferRequest(7, 7, new TransferTerms(ORDER, TRADER, "x", -1, null), 0),
                new TransferRequest(7, 7, new TransferTerms(ORDER, TRADER, "x", 1, ofAnother), 0),
                new TransferRequest(7, 7, new TransferTerms(TRADER, TRADER, "x", 1, TERMS), 0));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void shouldRefuseATransferThatNoShardCouldTakeIn(TransferRequest request) {
        byte[] bytes = codec.encode(new Command.ApplyTransfer(ORIGIN, SENDER, request));

        assertThatThrownBy(() -> codec.decode(bytes)).isInstanceOf(MalformedMessageException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = TransferOutcome.class,
            names = {"APPLIED", "VOIDED"})
    void shouldReadHowATransferEnded(TransferOutcome outcome) {
        var answers = new AnswerCodec();
        var told = new CommandAnswer(ORDER, Reason.INSUFFICIENT_CASH, 9, 8, null, 77, outcome);

        assertThat(answers.decode(answers.encode(3, told))).isEqualTo(told);
    }

    @Test
    void shouldReadAnswersWithAndWithoutAnOrder() {
        var answers = new AnswerCodec();
        var order =
                new OrderSnapshot(
                        TERMS,
                        OrderStatus.FILLED,
                        Reason.NONE,
                        2,
                        100,
                        1,
                        0,
                        5,
                        500,
                        10,
                        11,
                        12,
                        12,
                        null,
                        ORDER);
        var filled = new CommandAnswer(ORDER, Reason.NONE, 0, 0, order, 77);
        var refused = new CommandAnswer(ORDER, Reason.INSUFFICIENT_CASH, 9, 8, null, 78);

        var placed =
                new CommandAnswer(ORDER, Reason.NONE, 0, 0, order, 77, TransferOutcome.APPLIED);

        assertThat(answers.decode(answers.encode(3, filled))).isEqualTo(filled);
        assertThat(answers.decode(answers.encode(3, placed))).isEqualTo(placed);
        assertThat(answers.decode(answers.encode(3, refused))).isEqualTo(refused);
    }
}
