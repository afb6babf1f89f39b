package org.fogg.trader.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.fogg.contracts.Topics;
import org.fogg.trader.bench.client.ApiKey;
import org.fogg.trader.bench.client.ClientRecords;
import org.fogg.trader.bench.client.HttpCall;
import org.fogg.trader.bench.client.HttpCaller;
import org.fogg.trader.bench.client.Money;
import org.fogg.trader.bench.floor.Floor;
import org.fogg.trader.bench.floor.FloorServers;
import org.fogg.trader.bench.load.AcceptedListener;
import org.fogg.trader.bench.load.Accounts;
import org.fogg.trader.bench.load.EventLoop;
import org.fogg.trader.bench.load.Generator;
import org.fogg.trader.bench.load.Patience;
import org.fogg.trader.bench.load.Times;
import org.fogg.trader.bench.measure.OrderEventTap;
import org.fogg.trader.bench.mix.Trader;
import org.jspecify.annotations.Nullable;

/** What a run consists of, wired together: its connections, its loop and its counters. */
final class Rig implements AutoCloseable {

    private static final int TIMEOUT_MS = 5_000;

    private final BenchTarget target;
    private final String run;
    private final Times times = Times.ofSystem(Clock.systemUTC());
    private final EventLoop loop = new EventLoop(times::now);
    private final Listings listings;
    private final Accounts accounts;
    private final Generator generator;
    private final HttpCaller http;
    private final ClientRecords records;
    private final OrderEventTap tap;
    private @Nullable FloorServers floorServers;

    /**
     * Connects to everything but the floor's servers.
     *
     * @param run the run's name
     * @param patience with requests whose outcome is unknown
     * @param accepted hears of accepted orders
     */
    Rig(
            BenchSettings settings,
            BenchTarget target,
            String run,
            Patience patience,
            AcceptedListener accepted)
            throws InterruptedException {
        this.target = target;
        this.run = run;
        Path file = target.clients().resolve(run + ".jsonl");
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            http = new HttpCaller(TIMEOUT_MS);
            opened.add(http);
            listings = Listings.read(target, http::call, times.now());
            accounts = accounts(settings);
            records = new ClientRecords(file);
            opened.add(records);
            generator =
                    new Generator(
                            run, loop, times, http::call, accounts, records, patience, accepted);
            tap =
                    new OrderEventTap(
                            target.kafkaBootstrap(),
                            target.georegions().stream()
                                    .map(g -> Topics.orderEvents(g.name()).name())
                                    .toList(),
                            accounts::isOurs,
                            generator::hear);
        } catch (RuntimeException | InterruptedException e) {
            closeAll(opened, e);
            throw e;
        }
    }

    private static void closeAll(List<AutoCloseable> opened, Exception reason) {
        for (AutoCloseable one : opened) {
            try {
                one.close();
            } catch (Exception e) {
                reason.addSuppressed(e);
            }
        }
    }

    private Accounts accounts(BenchSettings settings) {
        List<Accounts.Home> homes =
                target.georegions().stream()
                        .map(
                                g ->
                                        new Accounts.Home(
                                                g.brokers(),
                                                listings.stocks().getOrDefault(g.name(), List.of()),
                                                g.traders().nearestMicros() * 1_000,
                                                g.traders().farthestMicros() * 1_000))
                        .toList();
        BenchTarget.Administrator administrator = target.administrator();
        return new Accounts(
                homes,
                new ApiKey(administrator.keyId(), administrator.secretKey()),
                settings.cash() * Money.UNIT,
                new SplittableRandom(settings.seed()),
                UUID::randomUUID);
    }

    /** Connects to the floor's servers; a trader's key is needed for the empty request. */
    Floor openFloor(Trader trader) {
        BenchTarget.Georegion first = target.georegions().get(0);
        URI broker = first.brokers().get(0);
        FloorServers servers =
                new FloorServers(
                        run,
                        UUID.randomUUID(),
                        new FloorServers.Addresses(
                                first.name(),
                                target.kafkaBootstrap(),
                                first.cassandra(),
                                first.localDc(),
                                listings.floorStocks(),
                                http::call,
                                HttpCall.plain("GET", broker, "/v2/ping", trader.key())));
        floorServers = servers;
        return new Floor(loop, times, servers);
    }

    /** Versions and settings of the servers; empty before the floor's are connected. */
    Map<String, String> servers() {
        FloorServers servers = floorServers;
        return servers == null ? Map.of() : servers.environment();
    }

    Times times() {
        return times;
    }

    EventLoop loop() {
        return loop;
    }

    Accounts accounts() {
        return accounts;
    }

    Generator generator() {
        return generator;
    }

    OrderEventTap tap() {
        return tap;
    }

    /** Closes all, the clients' record last: answers may come until the HTTP client is closed. */
    @Override
    public void close() {
        FloorServers servers = floorServers;
        try (records) {
            try (http;
                    tap) {
                if (servers != null) {
                    servers.close();
                }
            }
            try {
                loop.doWork();
            } finally {
                // Also when what is due finds its connection closed.
                generator.abandon();
            }
        }
    }
}
