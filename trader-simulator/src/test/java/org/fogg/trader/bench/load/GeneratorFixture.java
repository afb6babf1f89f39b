package org.fogg.trader.bench.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.fogg.trader.bench.client.ApiKey;
import org.fogg.trader.bench.client.ClientRecords;
import org.fogg.trader.bench.mix.PlannedOp;
import org.fogg.trader.bench.mix.Stock;
import org.fogg.trader.bench.mix.Trader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A generator over a fake broker and fake time, with one trader. */
final class GeneratorFixture implements AutoCloseable {

    static final UUID TRADER = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    final FakeTime time = new FakeTime();
    final FakeBroker broker = new FakeBroker(time);
    final EventLoop loop = new EventLoop(time::now);
    final Stock stock =
            new Stock("VOD.L", "europe", 100, 1_000_000, time.now(), 4 * FakeTime.MILLI);
    final Stock foreign = new Stock("KO", "north-america", 100, 1_000_000, time.now());
    final List<Accepted> accepted = new ArrayList<>();
    final Accounts accounts;
    final Generator generator;
    private final Path file;
    private final ClientRecords records;

    GeneratorFixture(Path folder) {
        this(folder, 0);
    }

    /** One whose trader is at a distance from the brokers. */
    GeneratorFixture(Path folder, long roundTripNanos) {
        file = folder.resolve("run.jsonl");
        records = new ClientRecords(file);
        accounts =
                new Accounts(
                        List.of(
                                new Accounts.Home(
                                        List.of(
                                                URI.create("http://127.0.0.1:1"),
                                                URI.create("http://127.0.0.1:2")),
                                        List.of(stock),
                                        roundTripNanos,
                                        roundTripNanos)),
                        new ApiKey("admin", "secret"),
                        1_000_000_000L,
                        new SplittableRandom(1),
                        () -> TRADER);
        generator =
                new Generator(
                        "run",
                        loop,
                        time.times(),
                        broker,
                        accounts,
                        records,
                        Patience.USUAL,
                        (georegion, trader, atOnce, sentAt, answeredAt) ->
                                accepted.add(new Accepted(georegion, trader, atOnce, sentAt)));
    }

    /** What a listener heard. */
    record Accepted(String georegion, UUID trader, boolean atOnce, long sentAt) {}

    /** The trader, opened at first use. */
    Trader trader() {
        Trader known = accounts.find(TRADER);
        if (known == null) {
            generator.plan(PlannedOp.open(time.now()), false);
            loop.doWork();
            broker.answer(
                    200,
                    "{\"trader_id\":\"" + TRADER + "\",\"key_id\":\"k\",\"secret_key\":\"s\"}");
            loop.doWork();
        }
        return accounts.find(TRADER);
    }

    /** Lets time pass in steps of a millisecond. */
    void runMillis(long millis) {
        for (long i = 0; i < millis; i++) {
            time.advanceMillis(1);
            loop.doWork();
        }
    }

    /** Closes the clients' record and reads it. */
    List<JsonNode> records() throws java.io.IOException {
        records.close();
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .map(MAPPER::readTree)
                .toList();
    }

    static String order(String status, long filled, String price) {
        return "{\"id\":\"3fa85f64-5717-4562-b3fc-2c963f66afa6\",\"status\":\""
                + status
                + "\",\"filled_qty\":\""
                + filled
                + "\",\"filled_avg_price\":"
                + (price == null ? "null" : "\"" + price + "\"")
                + ",\"unknown\":[1]}";
    }

    @Override
    public void close() {
        records.close();
    }
}
