package org.fogg.broker.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.fogg.broker.config.FoggProperties;
import org.fogg.broker.home.HomeDecision.Change;
import org.fogg.broker.home.HomeState;
import org.fogg.broker.home.Homes;
import org.fogg.broker.web.ApiException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Which data centre is home, and how the other one stands. */
@RestController
@Tag(name = "Administration")
final class HomeController {

    private final Homes homes;
    private final String georegion;

    HomeController(Homes homes, FoggProperties settings) {
        this.homes = homes;
        this.georegion = settings.georegion();
    }

    @Schema(name = "Home")
    record HomeView(
            String georegion,
            @Schema(description = "Whether there is a second data centre") boolean pair,
            @Schema(description = "Numbers the homes, from 1") int term,
            @Schema(description = "The data centre whose brokers own the shards") String home,
            @Schema(description = "How the other stands: together, behind, diverged or rejoining")
                    String other) {}

    @Schema(name = "HomeRequest", example = "{\"other\":\"rejoining\"}")
    record HomeRequest(
            @Schema(description = "rejoining or together") @JsonProperty("other")
                    @Nullable String other) {}

    @GetMapping("/v2/admin/home")
    @Operation(summary = "Which data centre is home")
    HomeView home() {
        return view(homes.state());
    }

    @PutMapping(path = "/v2/admin/home", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Lets a data centre that was lost join again",
            description =
                    "rejoining: it takes what is written from now on, and what it lacks is being"
                            + " copied to it. together: it has everything. The answer tells how it"
                            + " stands, which is as before where that was not the next step.")
    HomeView change(@RequestBody HomeRequest request) {
        if (!homes.isPair()) {
            throw ApiException.notFound("this georegion has one data centre");
        }
        Change change =
                switch (String.valueOf(request.other())) {
                    case "rejoining" -> Change.REJOINING;
                    case "together" -> Change.TOGETHER;
                    default -> throw ApiException.invalid("other", "must be rejoining or together");
                };
        return view(homes.decide(change));
    }

    private HomeView view(HomeState state) {
        return new HomeView(
                georegion,
                homes.isPair(),
                state.term(),
                state.home(),
                state.other().name().toLowerCase(Locale.ROOT));
    }
}
