package org.fogg.ticker.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Collects a file's prices, names the line of what is wrong, and puts them into time order. */
final class PriceRows {

    /** Keeps a replay within a small heap. */
    static final int MAX_PRICES = 2_000_000;

    private static final BigDecimal UNITS = BigDecimal.valueOf(10_000);
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,9}(\\.[0-9]{0,20})?");

    private final Path file;
    private final long increment;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<String> symbols = new ArrayList<>();
    private long[] times = new long[1024];
    private int[] stocks = new int[1024];
    private long[] prices = new long[1024];
    private int size;
    private long line;

    PriceRows(Path file, long increment) {
        if (increment <= 0) {
            throw new IllegalArgumentException("The increment must be above 0, not " + increment);
        }
        this.file = file;
        this.increment = increment;
    }

    void startLine(long number) {
        line = number;
    }

    long line() {
        return line;
    }

    PriceFileException refusal(String reason) {
        return new PriceFileException(file + " line " + line + ": " + reason);
    }

    /** The text of a field; refused when missing or blank. */
    String text(List<String> fields, int column, String name) throws PriceFileException {
        String text = column < fields.size() ? fields.get(column).strip() : "";
        if (text.isEmpty()) {
            throw refusal(name + " is missing");
        }
        return text;
    }

    /** A time or date in nanoseconds since the Unix epoch, UTC unless it says otherwise. */
    long time(List<String> fields, int column, String name) throws PriceFileException {
        String text = text(fields, column, name);
        return Times.parse(text)
                .orElseThrow(
                        () ->
                                refusal(
                                        name
                                                + " must be like 2020-04-17 or"
                                                + " 2020-04-17T09:30:00, from 1700 to 2199, not \""
                                                + text
                                                + '"'));
    }

    /** A price in 1/10,000, rounded to the increment. */
    long price(List<String> fields, int column, String name) throws PriceFileException {
        String text = text(fields, column, name);
        if (!PRICE.matcher(text).matches()) {
            throw refusal(
                    name + " must be a decimal number below 1,000,000,000, not \"" + text + '"');
        }
        long price =
                new BigDecimal(text)
                                .multiply(UNITS)
                                .divide(BigDecimal.valueOf(increment), 0, RoundingMode.HALF_UP)
                                .longValueExact()
                        * increment;
        if (price == 0) {
            throw refusal(
                    name + " must be above 0 when rounded to the increment, not \"" + text + '"');
        }
        return price;
    }

    void add(long time, String symbol, long price) throws PriceFileException {
        if (size == MAX_PRICES) {
            throw refusal("the file has more than " + MAX_PRICES + " prices");
        }
        if (size == prices.length) {
            times = Arrays.copyOf(times, size * 2);
            stocks = Arrays.copyOf(stocks, size * 2);
            prices = Arrays.copyOf(prices, size * 2);
        }
        Integer index = indexes.putIfAbsent(symbol, symbols.size());
        if (index == null) {
            index = symbols.size();
            symbols.add(symbol);
        }
        times[size] = time;
        stocks[size] = index;
        prices[size] = price;
        size++;
    }

    PriceFile toFile() throws PriceFileException {
        if (size == 0) {
            throw new PriceFileException(file + " line 1: no prices follow the header");
        }
        sort();
        int[] starts = momentStarts();
        int[] volatilities = new int[symbols.size()];
        for (int stock = 0; stock < volatilities.length; stock++) {
            volatilities[stock] = volatility(stock);
        }
        return new PriceFile(
                symbols,
                Arrays.copyOf(stocks, size),
                Arrays.copyOf(prices, size),
                starts,
                volatilities);
    }

    private void sort() {
        boolean sorted = true;
        for (int i = 1; i < size && sorted; i++) {
            sorted = times[i - 1] <= times[i];
        }
        if (sorted) {
            return;
        }
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(times[a], times[b]));
        long[] sortedTimes = new long[size];
        int[] sortedStocks = new int[size];
        long[] sortedPrices = new long[size];
        for (int i = 0; i < size; i++) {
            sortedTimes[i] = times[order[i]];
            sortedStocks[i] = stocks[order[i]];
            sortedPrices[i] = prices[order[i]];
        }
        times = sortedTimes;
        stocks = sortedStocks;
        prices = sortedPrices;
    }

    private int[] momentStarts() {
        int[] starts = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || times[i] != times[i - 1]) {
                starts[count++] = i;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private int volatility(int stock) {
        VolatilityEstimate estimate = new VolatilityEstimate();
        for (int i = 0; i < size; i++) {
            if (stocks[i] == stock) {
                estimate.add(times[i], prices[i]);
            }
        }
        return estimate.yearlyBasisPoints();
    }
}
