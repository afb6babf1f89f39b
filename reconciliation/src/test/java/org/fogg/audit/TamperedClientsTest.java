package org.fogg.audit;

import static org.fogg.audit.Audits.Tampering.of;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fogg.audit.Audits.Tampering;
import org.fogg.audit.world.World;
import org.fogg.audit.world.Worlds;
import org.fogg.contracts.Ids;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a client's record says otherwise than the journal is found, and named. */
class TamperedClientsTest {
    private static final String MARKET = "\"client_order_id\":\"market\"";
    private static final String LIMIT = "\"client_order_id\":\"limit\"";
    private static final String REPLACE = "\"op\":\"replace\"";

    @ParameterizedTest
    @MethodSource({"deleted", "doubled", "altered", "payments"})
    void shouldNameItWhenAClientsRecordIsTamperedWith(Tampering tampering) {
        tampering.isNamed();
    }

    static Stream<Tampering> deleted() {
        return Stream.of(
                of(
                        "placement deleted",
                        change(MARKET, line -> ""),
                        "order-never-sent",
                        Worlds.MARKET.orderId()),
                of(
                        "replacement deleted",
                        change(REPLACE, line -> ""),
                        "order-never-sent",
                        Worlds.REPLACEMENT.orderId()));
    }

    static Stream<Tampering> doubled() {
        return Stream.of(
                of(
                        "placement doubled",
                        change(MARKET, line -> line + '\n' + line),
                        "client-record-doubled",
                        Worlds.MARKET.orderId()),
                of(
                        "placement doubled under another client order id",
                        change(
                                MARKET,
                                line ->
                                        line
                                                + '\n'
                                                + line.replace(
                                                        MARKET, "\"client_order_id\":\"m2\"")),
                        "order-lost",
                        Ids.orderId(Worlds.ANN, "m2")));
    }

    static Stream<Tampering> altered() {
        return Stream.of(
                altered(MARKET, "\"qty\":\"10\"", "\"qty\":\"11\""),
                altered(MARKET, "\"filled_qty\":\"10\"", "\"filled_qty\":\"9\""),
                altered(MARKET, "\"filled_qty\":\"10\"", "\"filled_qty\":\"11\""),
                altered(
                        MARKET,
                        "\"status\":\"filled\",\"filled_qty\":\"10\"",
                        "\"status\":\"new\",\"filled_qty\":\"0\""),
                altered(MARKET, "\"status\":\"filled\"", "\"status\":\"rejected\""),
                altered(MARKET, "VOD", "SAP"),
                altered(MARKET, "VOD", "NONE"),
                altered(MARKET, "\"buy\"", "\"sell\""),
                altered(MARKET, "\"type\":\"market\"", "\"type\":\"stop\""),
                altered(MARKET, "\"gtc\"", "\"day\""),
                altered(LIMIT, "\"limit_price\":\"105\"", "\"limit_price\":\"105.5\""),
                altered("\"stop_price\"", "\"110\"", "\"111\""),
                of(
                        "the answer's order id altered",
                        change(
                                MARKET,
                                line ->
                                        line.replace(
                                                Worlds.MARKET.orderId().toString(),
                                                Worlds.LIMIT.orderId().toString())),
                        "client-order-id-wrong",
                        Worlds.LIMIT.orderId()),
                of(
                        "the client order id altered",
                        change(MARKET, line -> line.replace(MARKET, LIMIT)),
                        "order-told-wrongly",
                        Worlds.LIMIT.orderId()),
                of(
                        "an acknowledgement turned into a refusal",
                        change(MARKET, line -> line.replace("\"http\":200", "\"http\":403")),
                        "order-refused-but-kept",
                        Worlds.MARKET.orderId()),
                of(
                        "a refusal turned into an acknowledgement",
                        change("too much", line -> line.replace("\"http\":403", "\"http\":200")),
                        "order-lost",
                        Ids.orderId(Worlds.BOB, "too much")),
                of(
                        "a cancel of an order that is open",
                        change(
                                "\"op\":\"cancel\"",
                                line ->
                                        line.replace(
                                                Worlds.STOP.orderId().toString(),
                                                Worlds.RESTED.orderId().toString())),
                        "order-told-wrongly",
                        Worlds.RESTED.orderId()),
                of(
                        "a cancel of no order",
                        change(
                                "\"op\":\"cancel\"",
                                line ->
                                        line.replace(
                                                Worlds.STOP.orderId().toString(),
                                                "00000000-0000-0000-0000-000000000001")),
                        "order-told-wrongly",
                        "00000000-0000-0000-0000-000000000001"),
                malformed("not JSON", line -> "what?"),
                malformed("no trader", line -> line.replace("\"trader\"", "\"nobody\"")),
                malformed("no such operation", line -> line.replace("place", "plaice")),
                malformed("no number", line -> line.replace("\"10\"", "\"ten\"")),
                malformed(
                        "no order named",
                        line -> line.replaceAll("\"(client_)?order_id\"", "\"x\"")));
    }

    static Stream<Tampering> payments() {
        String deposit = "\"op\":\"deposit\"";
        return Stream.of(
                of("deposit deleted", change(deposit, line -> ""), "payment-never-sent", "500"),
                of(
                        "deposit doubled",
                        change(deposit, line -> line + '\n' + line),
                        "payment-lost",
                        Worlds.ANN),
                of(
                        "deposit altered",
                        change(deposit, line -> line.replace("500", "501")),
                        "payment-lost",
                        Worlds.ANN),
                of(
                        "opening altered",
                        change("\"10000\"", line -> line.replace("10000", "20000")),
                        "payment-lost",
                        Worlds.ANN),
                of(
                        "an opening that never was",
                        world -> world.clients.add(opening()),
                        "payment-lost",
                        new UUID(3, 3)));
    }

    private static String opening() {
        return "{\"run\":\"run-1\",\"trader\":\""
                + new UUID(3, 3)
                + "\",\"op\":\"open\",\"amount\":\"1\",\"sent_ns\":1,\"http\":200}";
    }

    private static Tampering altered(String line, String from, String to) {
        return of(
                from + " altered to " + to,
                change(line, text -> text.replace(from, to)),
                "order-told-wrongly",
                "run-1");
    }

    private static Tampering malformed(String what, UnaryOperator<String> change) {
        return of(what, change(MARKET, change), "client-record-malformed", "line");
    }

    private static Consumer<World> change(String containing, UnaryOperator<String> change) {
        return world -> {
            for (int i = 0; i < world.clients.size(); i++) {
                String line = world.clients.get(i);
                if (line.contains(containing)) {
                    String changed = change.apply(line);
                    if (changed.equals(line)) {
                        throw new IllegalStateException("Nothing changed in " + line);
                    }
                    world.clients.set(i, changed);
                    return;
                }
            }
            throw new IllegalStateException("No line has " + containing);
        };
    }
}
