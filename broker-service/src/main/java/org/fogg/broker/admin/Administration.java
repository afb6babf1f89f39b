package org.fogg.broker.admin;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.fogg.broker.account.AccountReads;
import org.fogg.broker.admin.AdminBodies.DepositRequest;
import org.fogg.broker.admin.AdminBodies.DepositView;
import org.fogg.broker.admin.AdminBodies.HaltRequest;
import org.fogg.broker.admin.AdminBodies.HaltView;
import org.fogg.broker.admin.AdminBodies.NewTraderView;
import org.fogg.broker.admin.AdminBodies.TraderRequest;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.command.CommandGateway;
import org.fogg.broker.security.KeyIssuer;
import org.fogg.broker.web.Amounts;
import org.fogg.broker.web.Answers;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.DecimalText;
import org.fogg.broker.web.Parameters;
import org.fogg.broker.web.Refusals;
import org.fogg.contracts.Ids;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.order.Reason;
import org.jspecify.annotations.Nullable;

/** What the administrator can do. Thread-safe. */
final class Administration {

    private static final int LONGEST_KEY = 128;

    private final CommandGateway gateway;
    private final AccountReads accounts;
    private final KeyIssuer keys;
    private final AdminStore store;
    private final String georegion;
    private final Supplier<UUID> ids;

    Administration(
            CommandGateway gateway,
            AccountReads accounts,
            KeyIssuer keys,
            AdminStore store,
            String georegion,
            Supplier<UUID> ids) {
        this.gateway = gateway;
        this.accounts = accounts;
        this.keys = keys;
        this.store = store;
        this.georegion = georegion;
        this.ids = ids;
    }

    NewTraderView open(TraderRequest request) {
        long cash = Amounts.moneyOrNone("cash", text("cash", request.cash()));
        UUID traderId =
                request.traderId() == null
                        ? ids.get()
                        : Parameters.uuid("trader_id", request.traderId());
        if (traderId.equals(Ids.NONE)) {
            throw ApiException.invalid("trader_id", "must not be the nil UUID");
        }
        // The same cash makes the same command, so a repetition is done, not refused.
        UUID commandId = Ids.commandId(traderId, "open:" + cash);
        pay("cash", gateway.openAccount(commandId, traderId, cash), traderId);
        store.addTrader(traderId);
        KeyIssuer.IssuedKey key = keys.issue(traderId);
        return new NewTraderView(traderId, georegion, key.keyId(), key.secretKey(), cash(traderId));
    }

    DepositView deposit(UUID traderId, DepositRequest request) {
        long amount = Amounts.money("amount", text("amount", request.amount()));
        String key = request.idempotencyKey();
        if (key != null && (key.isEmpty() || key.length() > LONGEST_KEY)) {
            throw ApiException.invalid(
                    "idempotency_key", "must have 1 to " + LONGEST_KEY + " characters");
        }
        String home = store.home(traderId);
        if (home != null && !home.equals(georegion)) {
            throw ApiException.notFound(
                    "account not found: the home of trader_id " + traderId + " is " + home);
        }
        UUID commandId = key == null ? ids.get() : Ids.commandId(traderId, "deposit:" + key);
        pay("amount", gateway.deposit(commandId, traderId, amount), traderId);
        return new DepositView(traderId, Amounts.format(amount), cash(traderId));
    }

    boolean revoke(String keyId) {
        return keys.revoke(keyId);
    }

    HaltView halt(HaltRequest request) {
        Boolean halted = request.halted();
        if (halted == null) {
            throw ApiException.invalid("halted", "is required, true or false");
        }
        UUID traderId =
                request.traderId() == null
                        ? null
                        : Parameters.uuid("trader_id", request.traderId());
        // Shown as on from before the first shard halts until after the last one resumed.
        if (traderId == null && halted) {
            store.setHalted(true);
        }
        Answers.awaitDone(gateway.setHalt(traderId, halted), String.valueOf(traderId));
        if (traderId == null && !halted) {
            store.setHalted(false);
        }
        return new HaltView(halted, traderId);
    }

    HaltView halted(@Nullable UUID traderId) {
        boolean halted = traderId == null ? store.isHalted() : account(traderId).halted();
        return new HaltView(halted, traderId);
    }

    private static void pay(String field, CompletableFuture<CommandAnswer> future, UUID traderId) {
        CommandAnswer answer = Answers.await(future);
        if (answer.reason() == Reason.OVERFLOW) {
            throw ApiException.unprocessable(field, "must not make the account's cash too large");
        }
        if (answer.reason() != Reason.NONE) {
            throw new ApiException(Refusals.of(answer, traderId.toString()));
        }
    }

    private String cash(UUID traderId) {
        return Amounts.format(account(traderId).cash());
    }

    private AccountSnapshot account(UUID traderId) {
        AccountSnapshot account = accounts.account(traderId);
        if (account == null) {
            throw ApiException.notFound("account not found for trader_id " + traderId);
        }
        return account;
    }

    private static String text(String field, @Nullable DecimalText given) {
        if (given == null) {
            throw ApiException.invalid(field, "is required");
        }
        return given.text();
    }
}
