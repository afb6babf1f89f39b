package org.fogg.launcher.command;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.fogg.audit.OrderLife;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fogg order}. */
@Command(
        name = "order",
        description =
                "Tells one order's life: every decision, execution and event, with its place"
                        + " and time.")
final class OrderCommand implements Callable<Integer> {

    private final World world;
    private final Console console;

    @Parameters(paramLabel = "ID", description = "The order's id.")
    private @Nullable UUID id;

    OrderCommand(World world, Console console) {
        this.world = world;
        this.console = console;
    }

    @Override
    public Integer call() {
        UUID order = Objects.requireNonNull(id);
        OrderLife life = Audits.run(world, target -> OrderLife.of(target, order));
        if (!life.isKnown()) {
            throw new WorldException("No record knows the order " + order + ".");
        }
        console.result(life.text());
        return 0;
    }
}
