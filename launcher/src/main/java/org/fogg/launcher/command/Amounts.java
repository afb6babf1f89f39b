package org.fogg.launcher.command;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Amounts of money as arguments. */
final class Amounts {

    // Fourteen digits before the point cannot overflow a long of 1/10,000.
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,14}(\\.\\d{1,4})?");

    private Amounts() {}

    static void check(@Nullable CommandSpec command, String option, String amount) {
        if (!AMOUNT.matcher(amount).matches()) {
            throw BadArgument.of(
                    command,
                    option
                            + " "
                            + amount
                            + ": an amount in USD, at most 14 digits and 4 decimal places");
        }
    }
}
