package org.fogg.broker.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.foreign.ForeignBrokers;
import org.fogg.broker.web.Amounts;
import org.fogg.broker.web.Answers;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.DecimalText;
import org.fogg.broker.web.Refusals;
import org.fogg.broker.web.Texts;
import org.fogg.contracts.Ids;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Brings cash home from other georegions: the shard there sends it, as the one here sends the money
 * of an order. Thread-safe.
 */
final class Sweeps {

    private static final Command.Origin HERE = new Command.Origin(Ids.NONE, 0, 0);
    private static final int LONGEST_KEY = 128;

    private final ForeignBrokers brokers;
    private final AccountReads reads;
    private final String home;
    private final Set<String> georegions;
    private final Supplier<UUID> ids;

    /**
     * @param home this georegion
     * @param georegions the others
     * @param ids makes ids where the client gave no key
     */
    Sweeps(
            ForeignBrokers brokers,
            AccountReads reads,
            String home,
            Set<String> georegions,
            Supplier<UUID> ids) {
        this.brokers = brokers;
        this.reads = reads;
        this.home = home;
        this.georegions = new TreeSet<>(georegions);
        this.ids = ids;
    }

    @Schema(name = "SweepRequest", example = "{\"georegion\":\"north-america\"}")
    record SweepRequest(
            @Schema(description = "Where the cash is") @Nullable String georegion,
            @Schema(description = "USD, above 0; absent: all that is free there")
                    @Nullable DecimalText amount,
            @Schema(description = "1 to 128 characters; the same again sends nothing more")
                    @JsonProperty("idempotency_key")
                    @Nullable String idempotencyKey) {}

    @Schema(name = "Sweep")
    record SweepView(
            UUID id,
            String georegion,
            String amount,
            @Schema(
                            allowableValues = {"applied", "pending"},
                            description = "pending: on its way, and will arrive")
                    String status) {}

    SweepView sweep(UUID traderId, SweepRequest request) {
        String georegion = request.georegion();
        if (georegion == null || !georegions.contains(georegion)) {
            throw ApiException.invalid(
                    "georegion",
                    "must be one of "
                            + georegions
                            + (georegion == null ? "" : ", was " + Texts.quoted(georegion)));
        }
        String key = request.idempotencyKey();
        if (key != null && (key.isEmpty() || key.length() > LONGEST_KEY)) {
            throw ApiException.invalid(
                    "idempotency_key", "must have 1 to " + LONGEST_KEY + " characters");
        }
        UUID id =
                key == null ? ids.get() : Ids.commandId(traderId, "sweep:" + georegion + ":" + key);
        DecimalText given = request.amount();
        long amount =
                given == null ? known(traderId, georegion) : Amounts.money("amount", given.text());
        CommandAnswer answer = ask(id, traderId, georegion, amount);
        if (given == null && isTooMuch(answer)) {
            // Open buys reserve a part, or the view here is behind: what is free was told.
            amount = answer.available();
            answer = ask(id, traderId, georegion, amount);
        }
        if (answer.reason() != Reason.NONE) {
            throw new ApiException(Refusals.of(answer, georegion));
        }
        if (answer.transfer() == TransferOutcome.VOIDED) {
            throw ApiException.unprocessable("amount", "was sent back, the account here is full");
        }
        boolean applied = answer.transfer() == TransferOutcome.APPLIED;
        return new SweepView(
                id, georegion, Amounts.format(amount), applied ? "applied" : "pending");
    }

    private long known(UUID traderId, String georegion) {
        return reads.foreignCash(traderId).stream()
                .filter(part -> part.georegion().equals(georegion) && part.cash() > 0)
                .findFirst()
                .orElseThrow(
                        () ->
                                ApiException.unprocessable(
                                        "georegion", "no cash is known to be in " + georegion))
                .cash();
    }

    private static boolean isTooMuch(CommandAnswer answer) {
        return answer.reason() == Reason.INSUFFICIENT_CASH && answer.available() > 0;
    }

    private CommandAnswer ask(UUID id, UUID traderId, String georegion, long amount) {
        TransferTerms terms = new TransferTerms(id, traderId, home, amount, null);
        return Answers.await(brokers.ask(georegion, new Command.SendTransfer(HERE, terms)));
    }
}
