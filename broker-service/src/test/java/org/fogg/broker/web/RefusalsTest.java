package org.fogg.broker.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.core.order.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RefusalsTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void shouldHaveAMessageForEveryReason(Reason reason) {
        ApiError error = Refusals.of(answer(reason), "VOD.L");

        assertThat(error.message()).isNotBlank().doesNotContain("%");
        assertThat(error.code().status()).isBetween(403, 503);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_ACCOUNT, 404, 40410000",
        "UNKNOWN_STOCK, 422, 42210000",
        "UNKNOWN_ORDER, 404, 40410000",
        "ACCOUNT_EXISTS, 422, 40010001",
        "INSUFFICIENT_CASH, 403, 40310000",
        "INSUFFICIENT_HOLDING, 403, 40310000",
        "ORDER_VALUE_LIMIT, 422, 42210000",
        "ORDER_QUANTITY_LIMIT, 422, 42210000",
        "PRICE_DISTANCE_LIMIT, 422, 42210000",
        "OPEN_ORDERS_LIMIT, 403, 40310000",
        "DUPLICATE_ORDER, 403, 40310000",
        "CLIENT_ORDER_ID_REUSED, 422, 40010001",
        "OVERFLOW, 422, 42210000",
        "NO_PRICE, 503, 50310000",
        "EXCHANGE_UNAVAILABLE, 503, 50310000",
        "HALTED, 403, 40310000",
        "ORDER_CLOSED, 422, 42210000"
    })
    void shouldGiveEachReasonItsStatusAndCode(Reason reason, int status, int code) {
        ApiError error = Refusals.of(answer(reason), "VOD.L");

        assertThat(error.code().status()).isEqualTo(status);
        assertThat(error.code().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER_VALUE_LIMIT, 'must be at most 0.0004, is 0.0009'",
        "ORDER_QUANTITY_LIMIT, 'qty: must be at most 4, was 9'",
        "PRICE_DISTANCE_LIMIT, 'must be within 4 basis points of the last price, was 9 away'",
        "OPEN_ORDERS_LIMIT, 'an account may have at most 4'",
        "NO_PRICE, 'VOD.L has no price yet'",
        "EXCHANGE_UNAVAILABLE, 'the exchange of VOD.L does not answer'"
    })
    void shouldSayWhatWasCompared(Reason reason, String message) {
        assertThat(Refusals.of(answer(reason), "VOD.L").message()).contains(message);
    }

    private static CommandAnswer answer(Reason reason) {
        return new CommandAnswer(UUID.randomUUID(), reason, 9, 4, null, 0);
    }
}
