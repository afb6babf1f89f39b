package org.fogg.launcher.command;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.fogg.audit.Auditor;
import org.fogg.audit.report.AuditReport;
import org.fogg.launcher.dc.Present;
import org.fogg.launcher.json.Json;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;
import org.fogg.launcher.world.WorldFile;
import org.fogg.trader.bench.Bench;
import org.fogg.trader.bench.BenchException;
import org.fogg.trader.bench.BenchResult;
import org.fogg.trader.bench.BenchSettings;
import org.fogg.trader.bench.BenchTarget;
import tools.jackson.databind.node.ObjectNode;

/** Load on a running world, then the auditor's verdict on what it left. */
final class LoadTest {

    private final World world;
    private final Console console;

    LoadTest(World world, Console console) {
        this.world = world;
        this.console = console;
    }

    /**
     * Runs the load and the audit, and writes and prints what came out.
     *
     * @return whether every check held
     * @throws IllegalArgumentException for a mix that is wrong
     */
    boolean run(BenchSettings settings, JsonOption json) throws InterruptedException {
        BenchResult result = load(settings);
        console.progress("Reconciling ...");
        AuditReport report = Audits.run(world, target -> Auditor.audit(target, console::progress));
        ObjectNode tree = result.toJson();
        tree.set("integrity", Json.tree(report));
        json.write(tree, console);
        console.result(result.toText(), json);
        console.result(AuditText.of(report), json);
        return report.ok() && result.checksHeld();
    }

    private BenchResult load(BenchSettings settings) throws InterruptedException {
        try {
            return Bench.run(settings, target(world), console::progress);
        } catch (BenchException e) {
            throw new WorldException(e.getMessage() + "; see fogg status", e);
        }
    }

    /** The running world, as the load generator sees it. */
    static BenchTarget target(World world) {
        WorldFile running = Present.of(world);
        Distances distances = new Distances(running.settings().hasWan());
        return new BenchTarget(
                running.georegions().stream().map(each -> georegion(each, distances)).toList(),
                running.exchanges().stream()
                        .map(
                                exchange ->
                                        new BenchTarget.Exchange(
                                                exchange.name(),
                                                exchange.georegion(),
                                                URI.create(exchange.url()),
                                                distances.exchangeMicros(exchange.name())))
                        .toList(),
                running.kafka().bootstrap(),
                new BenchTarget.Administrator(running.admin().keyId(), running.admin().secretKey()),
                world.home().clientRecords());
    }

    private static BenchTarget.Georegion georegion(
            WorldFile.Georegion georegion, Distances distances) {
        List<URI> brokers =
                georegion.brokers().stream().map(broker -> URI.create(broker.url())).toList();
        List<InetSocketAddress> nodes =
                georegion.cassandra().stream()
                        .map(node -> new InetSocketAddress(node.host(), node.port()))
                        .toList();
        return new BenchTarget.Georegion(
                georegion.name(),
                brokers,
                nodes,
                georegion.cassandra().get(0).dc(),
                distances.traders(georegion.name()));
    }
}
