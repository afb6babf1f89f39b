package org.fogg.trader.simulate.report;

import java.util.List;
import java.util.Locale;
import org.fogg.trader.simulate.OrderKind;
import org.fogg.trader.simulate.SimulationResult;
import org.fogg.trader.simulate.TypeResult;

/** How many percent of the trades stay within how many milliseconds, as a drawing. */
final class LatencyCurves {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 300;
    private static final int LEFT = 44;
    private static final int RIGHT = 20;
    private static final int TOP = 14;
    private static final int BOTTOM = 40;

    private final SimulationResult result;
    private final StringBuilder svg = new StringBuilder();
    private final double step;
    private final double end;

    private LatencyCurves(SimulationResult result) {
        this.result = result;
        double longest =
                result.byKind().values().stream()
                        .mapToDouble(each -> each.latency().max())
                        .max()
                        .orElse(1);
        this.step = roundStep(Math.max(longest, 1) / 5);
        this.end = Math.ceil(Math.max(longest, 1) / step) * step;
    }

    static String of(SimulationResult result) {
        LatencyCurves curves = new LatencyCurves(result);
        curves.draw();
        return curves.svg.toString();
    }

    /** Which colour is which kind of order, apart from the drawing, which narrow windows cut. */
    static String legend() {
        StringBuilder legend = new StringBuilder("<p class=\"legend\">");
        for (OrderKind kind : OrderKind.values()) {
            legend.append("<span class=\"")
                    .append(kind.key())
                    .append("\"><span class=\"dot\"></span>")
                    .append(ReportText.name(kind))
                    .append("</span> ");
        }
        return legend.append("</p>\n").toString();
    }

    /** 1, 2 or 5 times a power of ten, not below. */
    private static double roundStep(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (int factor : List.of(1, 2, 5)) {
            if (factor * power >= atLeast) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private void draw() {
        append(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Percent of trades by"
                        + " latency\">\n",
                WIDTH, HEIGHT);
        for (int percent = 0; percent <= 100; percent += 25) {
            append(
                    "<path class=\"axis\" d=\"M%d %.1fH%d\"/><text class=\"faint\""
                            + " text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%d%%</text>\n",
                    LEFT, y(percent), WIDTH - RIGHT, LEFT - 6, y(percent) + 4, percent);
        }
        for (int i = 0; i * step <= end + step / 2; i++) {
            append(
                    "<text class=\"faint\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%.0f</text>\n",
                    x(i * step), HEIGHT - BOTTOM + 16, i * step);
        }
        append(
                "<text class=\"faint\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">ms from"
                        + " decision to trade</text>\n",
                x(end / 2), HEIGHT - 6);
        for (OrderKind kind : OrderKind.values()) {
            TypeResult type = result.of(kind);
            if (type.trades() > 0) {
                curve(kind, type.curve());
            }
        }
        svg.append("</svg>\n");
    }

    private void curve(OrderKind kind, List<Double> millis) {
        append("<g class=\"%s\"><path class=\"curve\" d=\"", kind.key());
        for (int percent = 0; percent < millis.size(); percent++) {
            append("%c%.1f %.1f", percent == 0 ? 'M' : 'L', x(millis.get(percent)), y(percent));
        }
        svg.append("\"/></g>\n");
    }

    private double x(double millis) {
        return LEFT + millis / end * (WIDTH - LEFT - RIGHT);
    }

    private double y(double percent) {
        return TOP + (100 - percent) / 100 * (HEIGHT - TOP - BOTTOM);
    }

    private void append(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
