package org.fogg.launcher.command;

import java.util.concurrent.Callable;
import org.fogg.launcher.json.Json;
import org.fogg.launcher.microbench.CoreBenchmarks;
import org.fogg.launcher.world.WorldHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fogg microbench}. */
@Command(
        name = "microbench",
        description =
                "The trading core alone, under JMH, beside exchange-core and JDK collections."
                        + " Needs no world; best on a machine that does nothing else.")
final class MicrobenchCommand implements Callable<Integer> {

    private final WorldHome home;
    private final Console console;

    @Option(
            names = "--quick",
            description = "About a minute, with coarser figures, rather than six or seven.")
    private boolean quick;

    @Mixin private JsonOption json = new JsonOption();

    MicrobenchCommand(WorldHome home, Console console) {
        this.home = home;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        CoreBenchmarks.Outcome outcome = new CoreBenchmarks(home).run(quick, console::progress);
        json.write(Json.tree(outcome.json()), console);
        console.result(outcome.table(), json);
        return outcome.isOk() ? 0 : 1;
    }
}
