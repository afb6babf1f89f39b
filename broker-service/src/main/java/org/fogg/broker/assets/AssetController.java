package org.fogg.broker.assets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.fogg.broker.market.ForeignDirectory.ForeignStock;
import org.fogg.broker.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Assets. */
@RestController
@Tag(name = "Assets")
final class AssetController {

    private static final Map<String, Boolean> STATUSES =
            Map.of("active", true, "inactive", false, "all", true);

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/v2/assets")
    @Operation(
            summary = "All assets",
            description =
                    "Those of the whole world, by symbol. A stock of another georegion is tradable"
                            + " while there is a way to that georegion.")
    List<AssetView> list(
            @Parameter(description = "active (default), inactive or all")
                    @RequestParam(value = "status", required = false)
                    @Nullable String status,
            @Parameter(description = "us_equity, the only class, or crypto or us_option for none")
                    @RequestParam(value = "asset_class", required = false)
                    @Nullable String assetClass,
            @Parameter(description = "Market code of an exchange, e.g. XLON")
                    @RequestParam(value = "exchange", required = false)
                    @Nullable String exchange,
            @Parameter(description = "Comma list; no asset has attributes")
                    @RequestParam(value = "attributes", required = false)
                    @Nullable String attributes) {
        boolean wanted =
                Parameters.oneOf("status", status, STATUSES, true)
                        && Parameters.oneOf("asset_class", assetClass, Classes.WANTED, true)
                        && Parameters.list(attributes).isEmpty();
        List<AssetView> views = new ArrayList<>();
        if (wanted) {
            assets.all().forEach(stock -> views.add(AssetView.of(stock, true)));
            assets.allForeign()
                    .forEach(
                            each -> views.add(AssetView.of(each.stock(), assets.isTradable(each))));
            views.removeIf(view -> exchange != null && !exchange.equals(view.exchange()));
            views.sort(Comparator.comparing(AssetView::symbol));
        }
        return views;
    }

    @GetMapping("/v2/assets/{symbol_or_asset_id}")
    @Operation(summary = "One asset")
    AssetView get(@PathVariable("symbol_or_asset_id") String symbolOrId) {
        ForeignStock foreign = assets.findForeign(symbolOrId);
        return foreign == null
                ? AssetView.of(assets.get(symbolOrId), true)
                : AssetView.of(foreign.stock(), assets.isTradable(foreign));
    }
}
