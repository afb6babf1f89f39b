package org.fogg.broker.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.fogg.broker.security.Caller;
import org.fogg.broker.web.ApiException;
import org.fogg.core.engine.AccountSnapshot;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The account. */
@RestController
@Tag(name = "Account")
final class AccountController {

    private final AccountReads reads;
    private final Valuation valuation;
    private final Sweeps sweeps;

    AccountController(AccountReads reads, Valuation valuation, Sweeps sweeps) {
        this.reads = reads;
        this.valuation = valuation;
        this.sweeps = sweeps;
    }

    @GetMapping("/v2/account")
    @Operation(summary = "The trader's account, here and in other georegions")
    AccountView get(@AuthenticationPrincipal Caller caller) {
        UUID traderId = caller.trader();
        AccountSnapshot account = reads.account(traderId);
        if (account == null) {
            throw ApiException.notFound(
                    "account not found: the trader has no account in this georegion");
        }
        return AccountView.of(
                account,
                valuation.value(reads.holdings(traderId)),
                reads.inTransit(traderId),
                reads.foreignCash(traderId));
    }

    @PostMapping(path = "/v2/account/sweeps", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Brings cash home from another georegion",
            description = "Proceeds of sales and what orders left over stay there until then.")
    Sweeps.SweepView sweep(
            @AuthenticationPrincipal Caller caller, @RequestBody Sweeps.SweepRequest request) {
        return sweeps.sweep(caller.trader(), request);
    }
}
