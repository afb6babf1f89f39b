package org.fogg.trader.simulate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.fogg.trader.simulate.Simulation;
import org.fogg.trader.simulate.SimulationResult;
import org.fogg.trader.simulate.SimulationSettings;
import org.fogg.world.Atlas;
import org.fogg.world.AtlasFile;
import org.junit.jupiter.api.Test;

class SimulationReportTest {

    private static final Atlas ATLAS = AtlasFile.builtIn();

    @Test
    void shouldDrawTheWholePageWithoutTheNetwork() {
        SimulationSettings settings = SimulationSettings.defaults(ATLAS).withRounds(120);
        SimulationResult result = Simulation.run(settings, ATLAS, line -> {});

        String page = SimulationReport.page(result, ATLAS, line -> {});

        assertThat(page)
                .startsWith("<!doctype html>")
                .endsWith("</html>\n")
                .contains("<svg", "class=\"land\"", "Australasia", "prefers-color-scheme: dark")
                .contains(SimulationResult.FORMULA.substring(0, 30))
                .doesNotContain("http", "<script", "<link", "@import", "url(", "NaN", "null");
        assertThat(page.split("<tr class=\"this\">", -1)).hasSize(2);
        assertThat(page.split("class=\"curve\"", -1)).hasSize(5);
    }
}
