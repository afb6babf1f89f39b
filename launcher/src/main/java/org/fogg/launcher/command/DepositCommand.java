package org.fogg.launcher.command;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.fogg.launcher.broker.BrokerAdmin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fogg trader deposit}. */
@Command(name = "deposit", description = "Gives a trader more money.")
final class DepositCommand implements Callable<Integer> {

    private final Administration administration;
    private final Console console;

    @Spec private @Nullable CommandSpec command;

    @Option(names = "--trader", paramLabel = "T", required = true, description = "The trader's id.")
    private @Nullable UUID trader;

    @Option(names = "--amount", paramLabel = "USD", required = true, description = "How much.")
    private String amount = "";

    @Mixin private JsonOption json = new JsonOption();

    DepositCommand(Administration administration, Console console) {
        this.administration = administration;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Amounts.check(command, "--amount", amount);
        UUID to = Objects.requireNonNull(trader);
        BrokerAdmin.Deposited deposited =
                administration.askAll(command, broker -> broker.deposit(to, amount)).get(0);
        json.write(deposited, console);
        console.result(
                "trader "
                        + deposited.traderId()
                        + " has "
                        + deposited.cash()
                        + " USD after a deposit of "
                        + deposited.amount(),
                json);
        return 0;
    }
}
