package org.fogg.trader.bench.measure;

/** A directed pair of georegions: a trader's home, and where the stock is listed. */
public record Crossing(String from, String to) {

    /** Its name in results. */
    public String key() {
        return from + '>' + to;
    }
}
