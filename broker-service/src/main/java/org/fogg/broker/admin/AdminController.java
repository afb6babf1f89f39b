package org.fogg.broker.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.fogg.broker.admin.AdminBodies.DepositRequest;
import org.fogg.broker.admin.AdminBodies.DepositView;
import org.fogg.broker.admin.AdminBodies.HaltRequest;
import org.fogg.broker.admin.AdminBodies.HaltView;
import org.fogg.broker.admin.AdminBodies.NewTraderView;
import org.fogg.broker.admin.AdminBodies.TraderRequest;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Administration. */
@RestController
@Tag(name = "Administration", description = "Needs the administrator's key")
final class AdminController {

    private final Administration administration;

    AdminController(Administration administration) {
        this.administration = administration;
    }

    @PostMapping(path = "/v2/admin/traders", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Opens an account and makes its first key",
            description =
                    "The secret is shown once. With a trader_id and the same cash, a repetition"
                            + " makes another key for the same account.")
    NewTraderView open(@RequestBody TraderRequest request) {
        return administration.open(request);
    }

    @PostMapping(
            path = "/v2/admin/traders/{trader_id}/deposits",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Pays cash in",
            description = "A repetition with the same idempotency_key changes nothing.")
    DepositView deposit(
            @PathVariable("trader_id") String traderId, @RequestBody DepositRequest request) {
        return administration.deposit(Parameters.uuid("trader_id", traderId), request);
    }

    @DeleteMapping("/v2/admin/keys/{key_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends a trader's key", description = "Within a second, on every broker.")
    @ApiResponse(responseCode = "204", description = "It is ended")
    void revoke(@PathVariable("key_id") String keyId) {
        if (!administration.revoke(keyId)) {
            throw ApiException.notFound("key_id: there is no such key");
        }
    }

    @PutMapping(path = "/v2/admin/halt", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The kill switch",
            description =
                    "While halted, no new orders are taken and resting ones do not trigger: for one"
                            + " trader, or for the whole georegion where trader_id is absent.")
    HaltView halt(@RequestBody HaltRequest request) {
        return administration.halt(request);
    }

    @GetMapping("/v2/admin/halt")
    @Operation(summary = "Whether the kill switch is on")
    HaltView halted(
            @Parameter(description = "Whose; the georegion's when absent")
                    @RequestParam(value = "trader_id", required = false)
                    @Nullable String traderId) {
        UUID id =
                traderId == null || traderId.isEmpty()
                        ? null
                        : Parameters.uuid("trader_id", traderId);
        return administration.halted(id);
    }
}
