package org.fogg.broker.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.fogg.broker.security.Caller;
import org.fogg.broker.web.ApiException;
import org.fogg.core.engine.AccountSnapshot;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The account. */
@RestController
@Tag(name = "Account")
final class AccountController {

    private final AccountReads reads;
    private final Valuation valuation;

    AccountController(AccountReads reads, Valuation valuation) {
        this.reads = reads;
        this.valuation = valuation;
    }

    @GetMapping("/v2/account")
    @Operation(summary = "The trader's account in this georegion")
    AccountView get(@AuthenticationPrincipal Caller caller) {
        UUID traderId = caller.trader();
        AccountSnapshot account = reads.account(traderId);
        if (account == null) {
            throw ApiException.notFound(
                    "account not found: the trader has no account in this georegion");
        }
        return AccountView.of(account, valuation.value(reads.holdings(traderId)));
    }
}
