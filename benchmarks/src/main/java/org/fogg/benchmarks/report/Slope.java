package org.fogg.benchmarks.report;

import java.util.Map;

/** The slope of a line through points. */
final class Slope {

    private Slope() {}

    /**
     * Least squares over the logarithms: 0 where y does not depend on x, 1 where it grows in
     * proportion.
     *
     * @param points y by x, all above 0, for at least two x
     */
    static double ofLogarithms(Map<Integer, Double> points) {
        double meanX = points.keySet().stream().mapToDouble(Math::log).average().orElseThrow();
        double meanY = points.values().stream().mapToDouble(Math::log).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (Map.Entry<Integer, Double> point : points.entrySet()) {
            double x = Math.log(point.getKey()) - meanX;
            above += x * (Math.log(point.getValue()) - meanY);
            below += x * x;
        }
        if (below == 0) {
            throw new IllegalArgumentException("A slope needs two sizes, not " + points.keySet());
        }
        return above / below;
    }
}
