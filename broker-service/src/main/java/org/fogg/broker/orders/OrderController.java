package org.fogg.broker.orders;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.fogg.broker.security.Caller;
import org.fogg.broker.web.Parameters;
import org.fogg.contracts.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders. */
@RestController
@Tag(name = "Orders")
final class OrderController {

    private final Orders orders;
    private final OrderListing listing;

    OrderController(Orders orders, OrderListing listing) {
        this.orders = orders;
        this.listing = listing;
    }

    @PostMapping(path = "/v2/orders", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Places an order",
            description =
                    "The answer comes when the order is durable; a market order has then traded."
                            + " The same client_order_id with the same content answers with the"
                            + " same order, with other content it is refused.")
    OrderView place(@AuthenticationPrincipal Caller caller, @RequestBody OrderRequest request) {
        return orders.place(caller.trader(), request);
    }

    @GetMapping("/v2/orders")
    @Operation(summary = "A trader's orders", description = "Those of the last 90 days.")
    List<OrderView> list(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "open (default), closed or all")
                    @RequestParam(value = "status", required = false)
                    @Nullable String status,
            @Parameter(description = "1 to 500, 50 when absent")
                    @RequestParam(value = "limit", required = false)
                    @Nullable String limit,
            @Parameter(description = "Only orders submitted later than this time")
                    @RequestParam(value = "after", required = false)
                    @Nullable String after,
            @Parameter(description = "Only orders submitted earlier than this time")
                    @RequestParam(value = "until", required = false)
                    @Nullable String until,
            @Parameter(description = "asc or desc (default), by time of submission")
                    @RequestParam(value = "direction", required = false)
                    @Nullable String direction,
            @Parameter(description = "true or false; no order has legs")
                    @RequestParam(value = "nested", required = false)
                    @Nullable String nested,
            @Parameter(description = "Comma list of symbols")
                    @RequestParam(value = "symbols", required = false)
                    @Nullable String symbols,
            @Parameter(description = "buy or sell") @RequestParam(value = "side", required = false)
                    @Nullable String side,
            @Parameter(description = "us_equity, the only class")
                    @RequestParam(value = "asset_class", required = false)
                    @Nullable String assetClass,
            @Parameter(description = "Only orders submitted earlier than this order")
                    @RequestParam(value = "before_order_id", required = false)
                    @Nullable String beforeOrderId,
            @Parameter(description = "Only orders submitted later than this order")
                    @RequestParam(value = "after_order_id", required = false)
                    @Nullable String afterOrderId) {
        OrderListing.Given given =
                new OrderListing.Given(
                        status,
                        limit,
                        after,
                        until,
                        direction,
                        nested,
                        symbols,
                        side,
                        assetClass,
                        beforeOrderId,
                        afterOrderId);
        return orders.list(listing.query(caller.trader(), given));
    }

    @GetMapping("/v2/orders/{order_id}")
    @Operation(summary = "One order")
    OrderView get(
            @AuthenticationPrincipal Caller caller,
            @PathVariable("order_id") String orderId,
            @Parameter(description = "true or false; no order has legs")
                    @RequestParam(value = "nested", required = false)
                    @Nullable String nested) {
        Parameters.flag("nested", nested, false);
        UUID traderId = caller.trader();
        return orders.show(traderId, Parameters.uuid("order_id", orderId));
    }

    @GetMapping("/v2/orders:by_client_order_id")
    @Operation(summary = "One order by the client's own name for it")
    OrderView getByClientOrderId(
            @AuthenticationPrincipal Caller caller,
            @RequestParam("client_order_id") String clientOrderId) {
        UUID traderId = caller.trader();
        String checked = ClientOrderIds.checked(clientOrderId);
        return orders.show(traderId, Ids.orderId(traderId, checked));
    }

    @PatchMapping(path = "/v2/orders/{order_id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Replaces an open order",
            description = "The answer is the new order, whose field replaces names the old one.")
    OrderView replace(
            @AuthenticationPrincipal Caller caller,
            @PathVariable("order_id") String orderId,
            @RequestBody ReplaceRequest request) {
        return orders.replace(caller.trader(), Parameters.uuid("order_id", orderId), request);
    }

    @DeleteMapping("/v2/orders/{order_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Cancels an open order")
    @ApiResponse(responseCode = "204", description = "It is canceled")
    void cancel(@AuthenticationPrincipal Caller caller, @PathVariable("order_id") String orderId) {
        orders.cancel(caller.trader(), Parameters.uuid("order_id", orderId));
    }

    @DeleteMapping("/v2/orders")
    @ResponseStatus(HttpStatus.MULTI_STATUS)
    @Operation(summary = "Cancels every open order", description = "With the status of each.")
    List<Orders.Canceled> cancelAll(@AuthenticationPrincipal Caller caller) {
        return orders.cancelAll(caller.trader());
    }
}
