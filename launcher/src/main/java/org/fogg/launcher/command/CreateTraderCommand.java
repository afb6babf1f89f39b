package org.fogg.launcher.command;

import java.util.concurrent.Callable;
import org.fogg.launcher.broker.BrokerAdmin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fogg trader create}. */
@Command(name = "create", description = "Makes a trader with money and an API key.")
final class CreateTraderCommand implements Callable<Integer> {

    private final Administration administration;
    private final Console console;

    @Spec private @Nullable CommandSpec command;

    @Option(
            names = "--georegion",
            paramLabel = "G",
            required = true,
            description = "The trader's home.")
    private String georegion = "";

    @Option(
            names = "--cash",
            paramLabel = "USD",
            defaultValue = "100000",
            description = "The money to begin with. Default: 100000.")
    private String cash = "100000";

    @Mixin private JsonOption json = new JsonOption();

    CreateTraderCommand(Administration administration, Console console) {
        this.administration = administration;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Amounts.check(command, "--cash", cash);
        BrokerAdmin.CreatedTrader trader =
                administration.ask(command, georegion, broker -> broker.createTrader(cash));
        json.write(trader, console);
        console.result(
                "trader      "
                        + trader.traderId()
                        + "\nkey id      "
                        + trader.keyId()
                        + "\nsecret key  "
                        + trader.secretKey()
                        + "   (shown this once)\ncash        "
                        + trader.cash()
                        + " USD",
                json);
        return 0;
    }
}
