package org.fogg.ticker.price;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Reads files of real prices, in either of two forms, told apart by the names in the first line:
 *
 * <ul>
 *   <li>{@code date,open,high,low,close,…}: four prices a row of one stock, named after the file.
 *       In time order they are the open, then low and high in the order that fits the day's
 *       direction, then the close.
 *   <li>{@code time,symbol,price}: many stocks; a time may be a date only.
 * </ul>
 *
 * Rows may come in any time order. Prices are rounded to the increment.
 */
public final class PriceFileReader {

    private static final List<String> DAILY = List.of("date", "open", "high", "low", "close");
    private static final List<String> TICKS = List.of("time", "symbol", "price");

    private PriceFileReader() {}

    /**
     * Reads a whole file.
     *
     * @param increment the step size of prices in 1/10,000, above 0
     * @throws PriceFileException when the file is missing or not usable, naming line and reason
     */
    public static PriceFile read(Path file, long increment) throws PriceFileException {
        try (CsvReader<CsvRecord> rows =
                CsvReader.builder()
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .detectBomHeader(true)
                        .ofCsvRecord(file, StandardCharsets.UTF_8)) {
            return read(file, rows.iterator(), increment);
        } catch (CsvParseException | UncheckedIOException e) {
            Throwable cause = e.getCause();
            throw unreadable(file, cause == null ? e : cause);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static PriceFile read(Path file, Iterator<CsvRecord> rows, long increment)
            throws PriceFileException {
        if (!rows.hasNext()) {
            throw new PriceFileException(file + " is empty");
        }
        List<String> names =
                rows.next().getFields().stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
        PriceRows prices = new PriceRows(file, increment);
        RowForm form = formOf(file, names, prices);
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            prices.startLine(row.getStartingLineNumber());
            form.add(row.getFields());
        }
        return prices.toFile();
    }

    private static RowForm formOf(Path file, List<String> names, PriceRows prices)
            throws PriceFileException {
        if (names.containsAll(DAILY)) {
            return new DailyRows(names, prices, symbolOf(file));
        }
        if (names.containsAll(TICKS)) {
            return new TickRows(names, prices);
        }
        throw new PriceFileException(
                file
                        + " line 1: must name the columns date,open,high,low,close or"
                        + " time,symbol,price, not "
                        + String.join(",", names));
    }

    private static String symbolOf(Path file) throws PriceFileException {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return Symbols.from(dot > 0 ? name.substring(0, dot) : name)
                .orElseThrow(
                        () -> new PriceFileException(file + ": its name has no letter or digit"));
    }

    private static PriceFileException unreadable(Path file, Throwable cause) {
        String reason = cause.getMessage();
        if (cause instanceof NoSuchFileException) {
            reason = "there is no such file";
        } else if (Files.isDirectory(file)) {
            reason = "it is a folder";
        } else if (cause instanceof CharacterCodingException) {
            reason = "it is not UTF-8 text";
        }
        return new PriceFileException(file + " cannot be read: " + reason);
    }
}
