package org.fogg.broker.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fogg.broker.assets.Assets;
import org.fogg.broker.security.Caller;
import org.fogg.broker.web.Amounts;
import org.fogg.broker.web.Times;
import org.fogg.core.order.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened in an account: its fills. */
@RestController
@Tag(name = "Account")
final class ActivityController {

    private final AccountReads reads;
    private final Assets assets;

    ActivityController(AccountReads reads, Assets assets) {
        this.reads = reads;
        this.assets = assets;
    }

    @GetMapping("/v2/account/activities")
    @Operation(
            summary = "Account activities",
            description =
                    "Fills of the last 90 days, newest first. The next page is asked for with the"
                            + " last id as page_token.")
    List<ActivityView> list(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "Comma list of types; only FILL has any")
                    @RequestParam(value = "activity_types", required = false)
                    @Nullable String types,
            @Parameter(description = "trade_activity or non_trade_activity")
                    @RequestParam(value = "category", required = false)
                    @Nullable String category,
            @Parameter(description = "Only activities of this date, UTC")
                    @RequestParam(value = "date", required = false)
                    @Nullable String date,
            @Parameter(description = "Only activities before this time")
                    @RequestParam(value = "until", required = false)
                    @Nullable String until,
            @Parameter(description = "Only activities after this time")
                    @RequestParam(value = "after", required = false)
                    @Nullable String after,
            @Parameter(description = "asc or desc (default)")
                    @RequestParam(value = "direction", required = false)
                    @Nullable String direction,
            @Parameter(description = "1 to 100, 100 when absent")
                    @RequestParam(value = "page_size", required = false)
                    @Nullable String pageSize,
            @Parameter(description = "The id of the last activity of the page before")
                    @RequestParam(value = "page_token", required = false)
                    @Nullable String pageToken) {
        UUID traderId = caller.trader();
        boolean fills = ActivityQueries.wantsFills(types, category);
        TradeQuery query =
                ActivityQueries.query(traderId, date, after, until, direction, pageSize, pageToken);
        return fills ? views(query) : List.of();
    }

    @GetMapping("/v2/account/activities/{activity_type}")
    @Operation(summary = "Account activities of one type")
    List<ActivityView> listOfType(
            @AuthenticationPrincipal Caller caller,
            @PathVariable("activity_type") String type,
            @RequestParam(value = "date", required = false) @Nullable String date,
            @RequestParam(value = "until", required = false) @Nullable String until,
            @RequestParam(value = "after", required = false) @Nullable String after,
            @RequestParam(value = "direction", required = false) @Nullable String direction,
            @RequestParam(value = "page_size", required = false) @Nullable String pageSize,
            @RequestParam(value = "page_token", required = false) @Nullable String pageToken) {
        return list(caller, type, null, date, until, after, direction, pageSize, pageToken);
    }

    private List<ActivityView> views(TradeQuery query) {
        List<ActivityView> views = new ArrayList<>();
        for (Trade trade : reads.trades(query)) {
            views.add(ActivityView.of(trade, assets.symbol(trade.stockId())));
        }
        return views;
    }

    /** A fill as clients see it. */
    @Schema(name = "Activity")
    record ActivityView(
            @JsonProperty("activity_type") @Schema(allowableValues = "FILL") String activityType,
            @Schema(example = "20261121143000123::00000000-0000-8001-8000-000000000000") String id,
            @Schema(allowableValues = {"fill", "partial_fill"}) String type,
            String price,
            String qty,
            @JsonProperty("cum_qty") String cumulativeQuantity,
            @JsonProperty("leaves_qty") String leavesQuantity,
            String side,
            String symbol,
            @JsonProperty("order_id") UUID orderId,
            @JsonProperty("order_status") String orderStatus,
            @JsonProperty("transaction_time") @Nullable String transactionTime,
            @JsonProperty("execution_id") UUID executionId) {

        static ActivityView of(Trade trade, String symbol) {
            boolean whole = trade.leavesQuantity() == 0;
            return new ActivityView(
                    "FILL",
                    ActivityIds.of(trade),
                    whole ? "fill" : "partial_fill",
                    Amounts.format(trade.price()),
                    Long.toString(trade.quantity()),
                    Long.toString(trade.cumulativeQuantity()),
                    Long.toString(trade.leavesQuantity()),
                    trade.side() == Side.BUY ? "buy" : "sell",
                    symbol,
                    trade.orderId(),
                    whole ? "filled" : "partially_filled",
                    Times.format(trade.at()),
                    trade.execution());
        }
    }
}
