package org.fogg.broker.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.fogg.broker.assets.Assets;
import org.fogg.broker.orders.OrderView;
import org.fogg.broker.security.Caller;
import org.fogg.broker.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Positions. */
@RestController
@Tag(name = "Positions")
final class PositionController {

    private final Positions positions;
    private final Assets assets;

    PositionController(Positions positions, Assets assets) {
        this.positions = positions;
        this.assets = assets;
    }

    @GetMapping("/v2/positions")
    @Operation(summary = "All positions")
    List<PositionView> list(@AuthenticationPrincipal Caller caller) {
        return positions.list(caller.trader());
    }

    @GetMapping("/v2/positions/{symbol_or_asset_id}")
    @Operation(summary = "One position")
    PositionView get(
            @AuthenticationPrincipal Caller caller,
            @PathVariable("symbol_or_asset_id") String symbolOrId) {
        UUID traderId = caller.trader();
        return positions.get(traderId, assets.getAnywhere(symbolOrId));
    }

    @DeleteMapping("/v2/positions/{symbol_or_asset_id}")
    @Operation(summary = "Closes a position", description = "By a market order, the answer.")
    OrderView close(
            @AuthenticationPrincipal Caller caller,
            @PathVariable("symbol_or_asset_id") String symbolOrId,
            @Parameter(description = "Whole shares to sell; all when absent")
                    @RequestParam(value = "qty", required = false)
                    @Nullable String qty,
            @Parameter(description = "Share to sell, above 0 to 100, rounded down to whole shares")
                    @RequestParam(value = "percentage", required = false)
                    @Nullable String percentage) {
        UUID traderId = caller.trader();
        return positions.close(traderId, assets.getAnywhere(symbolOrId), qty, percentage);
    }

    @DeleteMapping("/v2/positions")
    @ResponseStatus(HttpStatus.MULTI_STATUS)
    @Operation(summary = "Closes every position", description = "With the order or error of each.")
    List<Positions.Closed> closeAll(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "true: cancel every open order first")
                    @RequestParam(value = "cancel_orders", required = false)
                    @Nullable String cancelOrders) {
        UUID traderId = caller.trader();
        return positions.closeAll(traderId, Parameters.flag("cancel_orders", cancelOrders, false));
    }
}
