package org.fogg.broker.assets;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.fogg.broker.market.Exchange;
import org.fogg.broker.market.MarketDirectory;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exchanges are always open; their days end at midnight of their place. */
@RestController
@Tag(name = "Clock and calendar")
final class ClockController {

    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 3_660;

    private final MarketDirectory directory;
    private final Clock clock;

    ClockController(MarketDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/v2/clock")
    @Operation(
            summary = "The market's clock",
            description =
                    "Exchanges never close. next_open and next_close are the next midnight of any"
                            + " exchange's place, when the day orders of that exchange end.")
    ClockView clock() {
        Instant next = null;
        for (Exchange exchange : directory.exchanges()) {
            Instant midnight = Assets.nextMidnight(clock, exchange.zone());
            next = next == null || midnight.isBefore(next) ? midnight : next;
        }
        String end =
                Times.format(
                        Times.nanos(
                                next == null ? Assets.nextMidnight(clock, ZoneOffset.UTC) : next));
        return new ClockView(Times.format(Times.nanos(clock.instant())), true, end, end);
    }

    @GetMapping("/v2/calendar")
    @Operation(
            summary = "Trading days",
            description = "Every day is one, from midnight to midnight of the exchange's place.")
    List<DayView> calendar(
            @Parameter(description = "First day; today when absent")
                    @RequestParam(value = "start", required = false)
                    @Nullable String start,
            @Parameter(description = "Last day; 30 days after the first when absent")
                    @RequestParam(value = "end", required = false)
                    @Nullable String end) {
        LocalDate first =
                start == null
                        ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        : Times.parseDate("start", start);
        LocalDate last = end == null ? first.plusDays(DEFAULT_DAYS) : Times.parseDate("end", end);
        if (last.isBefore(first)) {
            throw ApiException.invalid("end", "must not be before start");
        }
        if (first.plusDays(MOST_DAYS).isBefore(last)) {
            throw ApiException.invalid("end", "must be at most " + MOST_DAYS + " days after start");
        }
        return first.datesUntil(last.plusDays(1)).map(DayView::of).toList();
    }

    @Schema(name = "Clock")
    record ClockView(
            @Nullable String timestamp,
            @JsonProperty("is_open") boolean isOpen,
            @JsonProperty("next_open") @Nullable String nextOpen,
            @JsonProperty("next_close") @Nullable String nextClose) {}

    @Schema(name = "CalendarDay")
    record DayView(
            @Schema(example = "2026-11-23") String date,
            @Schema(example = "00:00") String open,
            @Schema(example = "23:59") String close,
            @JsonProperty("session_open") String sessionOpen,
            @JsonProperty("session_close") String sessionClose,
            @JsonProperty("settlement_date") String settlementDate) {

        static DayView of(LocalDate day) {
            String date = day.toString();
            return new DayView(date, "00:00", "23:59", "0000", "2359", date);
        }
    }
}
