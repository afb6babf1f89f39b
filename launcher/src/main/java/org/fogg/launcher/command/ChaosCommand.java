package org.fogg.launcher.command;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fogg.audit.Auditor;
import org.fogg.launcher.chaos.ChaosRun;
import org.fogg.launcher.chaos.ChaosSettings;
import org.fogg.launcher.chaos.Target;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;
import org.fogg.launcher.world.WorldSettings;
import org.fogg.launcher.world.WorldSettings.Durability;
import org.fogg.trader.bench.BenchSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fogg chaos}. */
@Command(
        name = "chaos",
        description = {
            "Starts a world, kills and halts its processes while traders trade, and then compares"
                    + " what clients were told, what the exchanges did and what is stored.",
            "The load goes on until every planned fault is over, also beyond --seconds."
        })
final class ChaosCommand implements Callable<Integer> {

    private static final int WARM_UP_SECONDS = 5;

    private final World world;
    private final Console console;

    @Spec private @Nullable CommandSpec command;

    @Mixin private WorldOptions options = new WorldOptions();

    @Option(names = "--kills", paramLabel = "N", description = "How many faults. Default: 10.")
    private int kills = 10;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description =
                    "How many parts fail at the same time, 1 to 5; the next ones when all trading is"
                            + " back. Default: 1.")
    private int atOnce = 1;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long the load lasts, at least. Default: 90.")
    private int seconds = 90;

    @Option(
            names = "--targets",
            paramLabel = "T",
            split = ",",
            description =
                    "What is hit: brokers, exchanges, kafka, cassandra, elasticsearch, analytics, and"
                            + " with --dcs 2 also dcs, all of a data centre at once. Default: all.")
    private List<String> targets = List.of();

    @Option(
            names = "--brokers",
            paramLabel = "N",
            description = "Brokers in each data centre: 1 or 2. Default: 2, and 1 with --dcs 2.")
    private @Nullable Integer brokers;

    @Option(
            names = "--dcs",
            paramLabel = "N",
            description = "Data centres of each georegion: 1 or 2. Default: 1.")
    private int dcs = 1;

    @Option(
            names = "--durability",
            paramLabel = "D",
            description =
                    "What a commit waits for: datacenter or georegion. Default: georegion with --dcs"
                            + " 2, where with datacenter the last writes of a lost home are lost.")
    private @Nullable String durability;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Orders a second; other requests come along. Default: 70.")
    private int rate = 70;

    @Option(names = "--traders", paramLabel = "N", description = "Default: 100.")
    private int traders = BenchSettings.defaults().traders();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same gives the same faults and the same load. Default: 1.")
    private long seed = 1;

    @Mixin private JsonOption json = new JsonOption();

    ChaosCommand(World world, Console console) {
        this.world = world;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        ChaosSettings chaos;
        BenchSettings load;
        try {
            chaos = new ChaosSettings(kills, atOnce, seconds, targets(), seed);
            load = load();
        } catch (IllegalArgumentException e) {
            throw BadArgument.of(command, String.valueOf(e.getMessage()));
        }
        WorldSettings settings = settings();
        if (world.described().isPresent()) {
            throw new WorldException(
                    "A world is running already, and chaos starts one of its own: stop it with fogg"
                            + " down.");
        }
        boolean fresh = !world.hasData();
        world.up(settings, console::progress);
        boolean held = false;
        try {
            world.noteClasses(console::progress);
            held = run(chaos, load);
        } finally {
            stop(fresh && held);
        }
        return held ? 0 : 1;
    }

    private boolean run(ChaosSettings chaos, BenchSettings load) throws InterruptedException {
        ChaosRun.Outcome outcome =
                new ChaosRun(world, chaos, console::progress, line -> console.result(line, json))
                        .run(
                                load,
                                LoadTest.target(world),
                                () ->
                                        Audits.run(
                                                world,
                                                target ->
                                                        Auditor.audit(target, console::progress)));
        json.write(outcome.result(), console);
        console.result(ChaosText.of(outcome.result()), json);
        console.result(AuditText.of(outcome.report()), json);
        outcome.failures().forEach(failure -> console.result("FAILED: " + failure, json));
        return outcome.result().ok();
    }

    private BenchSettings load() {
        BenchSettings defaults = BenchSettings.defaults();
        return new BenchSettings(
                seconds,
                rate,
                traders,
                defaults.mix(),
                false,
                seed,
                null,
                WARM_UP_SECONDS,
                defaults.cash());
    }

    private WorldSettings settings() {
        if (dcs > 1 && atOnce > 1) {
            throw BadArgument.of(
                    command,
                    "--at-once "
                            + atOnce
                            + ": 1 with --dcs 2, where more could leave nothing of a georegion");
        }
        int number = brokers == null ? (dcs == 1 ? WorldSettings.MAX_BROKERS : 1) : brokers;
        if (number < 1 || number > WorldSettings.MAX_BROKERS) {
            throw BadArgument.of(
                    command,
                    "--brokers " + number + ": a number from 1 to " + WorldSettings.MAX_BROKERS);
        }
        Durability usual = dcs == 1 ? Durability.DATACENTER : Durability.GEOREGION;
        return PairOptions.of(
                command,
                options.settings().withBrokers(number).withReplaySeconds(seconds),
                dcs,
                durability == null ? usual.name().toLowerCase(Locale.ROOT) : durability);
    }

    private Set<Target> targets() {
        Map<String, Target> possible = new LinkedHashMap<>();
        for (Target target : Target.values()) {
            if (target != Target.DCS || dcs > 1) {
                possible.put(target.word(), target);
            }
        }
        Set<Target> chosen = EnumSet.noneOf(Target.class);
        for (String word : targets.isEmpty() ? possible.keySet() : targets) {
            Target target = possible.get(word);
            if (target == null) {
                String dcsToo = word.equals(Target.DCS.word()) ? " without --dcs 2" : "";
                throw new IllegalArgumentException(
                        "--targets "
                                + word
                                + ": not one of "
                                + String.join(", ", possible.keySet())
                                + dcsToo);
            }
            chosen.add(target);
        }
        return chosen;
    }

    /** Stops the world, also after Ctrl-C; data that proved nothing wrong is of no more use. */
    private void stop(boolean wipe) throws InterruptedException {
        boolean interrupted = Thread.interrupted();
        try {
            world.down(console::progress);
            if (wipe) {
                world.wipe();
            } else {
                console.progress(
                        "The data stays: fogg up and fogg order ID show more; fogg resume lets it"
                                + " trade again, fogg down --wipe deletes it.");
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
