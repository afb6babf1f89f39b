package org.fogg.audit;

import static org.fogg.audit.Audits.Tampering.of;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fogg.audit.Audits.Tampering;
import org.fogg.audit.exchange.ExchangeRecord.LoggedOn;
import org.fogg.audit.exchange.ExchangeRecord.Report;
import org.fogg.audit.exchange.Listing;
import org.fogg.audit.wire.Terms;
import org.fogg.audit.world.Encoder;
import org.fogg.audit.world.Exchanges;
import org.fogg.audit.world.Records;
import org.fogg.audit.world.World;
import org.fogg.audit.world.WorldBuilder;
import org.fogg.audit.world.Worlds;
import org.fogg.contracts.sbe.ExecutionOutcome;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.Side;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to an exchange's journal by hand is found, and named. */
class TamperedExchangesTest {
    private static final String XLON = "XLON";
    private static final UUID ORDER = Worlds.MARKET.orderId();

    @ParameterizedTest
    @MethodSource({"deleted", "doubled", "altered", "invented"})
    void shouldNameItWhenAnExchangeIsTamperedWith(Tampering tampering) {
        tampering.isNamed();
    }

    static Stream<Tampering> deleted() {
        Consumer<World> delete = world -> Exchanges.deleteFill(world, XLON);
        return Stream.of(
                of("fill deleted", delete, "execution-missing", ORDER),
                of("fill deleted: report numbers", delete, "report-gap", "from=1, to=4"),
                of(
                        "last record deleted",
                        TamperedExchangesTest::deleteLast,
                        "execution-missing",
                        Worlds.REPLACEMENT.orderId()),
                of(
                        "last record deleted: report numbers",
                        TamperedExchangesTest::deleteLast,
                        "report-gap",
                        "from=4, to=4"),
                of(
                        "log-on deleted",
                        world -> Exchanges.deleteFirst(world, XLON, LoggedOn.class::isInstance),
                        "execution-without-log-on",
                        ORDER),
                of(
                        "whole journal deleted",
                        world -> world.exchanges.remove(XLON),
                        "execution-missing",
                        ORDER),
                of(
                        "listings deleted",
                        world -> world.listings.clear(),
                        "execution-missing",
                        ORDER));
    }

    private static void deleteLast(World world) {
        Exchanges.deleteFirst(
                world, XLON, record -> record instanceof Report report && report.report() == 4);
    }

    static Stream<Tampering> doubled() {
        Consumer<World> twice = world -> Exchanges.addFill(world, XLON, fill -> fill);
        Consumer<World> renumbered = world -> Exchanges.addFill(world, XLON, Exchanges::next);
        Consumer<World> reattempted =
                world ->
                        Exchanges.addFill(
                                world,
                                XLON,
                                fill -> Records.with(Exchanges.next(fill), "attempt", 9));
        return Stream.of(
                of("fill doubled", twice, "execution-doubled", ORDER),
                of("fill doubled, renumbered", renumbered, "execution-doubled", ORDER),
                of("fill doubled as another attempt", reattempted, "trade-missing", ORDER),
                of(
                        "fill doubled as another attempt: quantity",
                        reattempted,
                        "execution-beyond-quantity",
                        ORDER));
    }

    static Stream<Tampering> altered() {
        return Stream.of(
                altered("quantity", 9L, "trade-altered"),
                altered("price", 1_009_900L, "trade-altered"),
                altered("price", 1_030_100L, "execution-price-worse"),
                altered("tickSequence", 77L, "trade-altered"),
                altered("epoch", 2L, "trade-altered"),
                altered("attempt", 9, "trade-altered"),
                altered("shard", 1, "trade-altered"),
                altered("executionId", 9L, "execution-missing"),
                altered("executionId", 0L, "execution-missing"),
                altered("exchangeId", 2, "execution-of-another-exchange"),
                altered("group", "atlantis", "execution-group-unknown"),
                altered("group", "floor.x", "execution-missing"),
                altered("outcome", ExecutionOutcome.REFUSED, "execution-outcome-wrong"),
                altered("outcome", ExecutionOutcome.VOIDED, "execution-missing"),
                altered("outcome", ExecutionOutcome.FENCED, "execution-outcome-wrong"),
                altered(
                        "terms",
                        Records.with(Worlds.MARKET, "quantity", 11L),
                        "execution-terms-wrong"),
                altered(
                        "terms",
                        Records.with(Worlds.MARKET, "stockId", Worlds.SAP),
                        "execution-of-another-exchange"),
                of(
                        "client order id altered",
                        world -> Exchanges.changeFill(world, XLON, TamperedExchangesTest::stranger),
                        "execution-client-order-wrong",
                        "another"),
                of(
                        "no record any more",
                        world -> world.exchanges.get(XLON).set(0, new byte[] {1, 2, 3}),
                        "exchange-record-malformed",
                        "offset 0"),
                of(
                        "record of another kind",
                        world ->
                                world.exchanges
                                        .get(XLON)
                                        .set(
                                                0,
                                                new Encoder(world.georegion)
                                                        .listing(new Listing(1, "A", 1, XLON))),
                        "exchange-record-malformed",
                        "offset 0"));
    }

    private static Report stranger(Report fill) {
        return Records.with(fill, "terms", Records.with(fill.terms(), "orderId", new UUID(5, 5)));
    }

    static Stream<Tampering> invented() {
        Terms terms =
                WorldBuilder.terms(
                        Worlds.ANN, "never", Worlds.VOD, Side.BUY, OrderType.MARKET, 1, 0, 0);
        return Stream.of(
                of(
                        "fill of an order nobody placed",
                        world ->
                                Exchanges.addFill(
                                        world,
                                        XLON,
                                        fill -> Records.with(Exchanges.next(fill), "terms", terms)),
                        "execution-without-order",
                        terms.orderId()),
                of(
                        "a new epoch logs on before the fill",
                        world -> world.exchanges.get(XLON).add(0, Exchanges.loggedOn(world, 0, 9)),
                        "execution-missing",
                        ORDER));
    }

    private static Tampering altered(String field, Object value, String kind) {
        return of(
                field + " altered to " + value,
                world ->
                        Exchanges.changeFill(world, XLON, fill -> Records.with(fill, field, value)),
                kind,
                ORDER);
    }
}
